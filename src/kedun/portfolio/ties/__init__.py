"""Who belongs with a customer, and who is hit when it fails."""
