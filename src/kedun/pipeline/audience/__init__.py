"""Who may be told of a customer."""
