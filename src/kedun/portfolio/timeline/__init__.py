"""All that happened to a customer, newest first."""
