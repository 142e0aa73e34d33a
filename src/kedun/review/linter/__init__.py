"""What is wrong with a policy although it compiles: each finding says where it is and how to mend it."""
