"""Other values of a rule's threshold: tried on the past, proposed, drafted; never applied by themselves."""
