"""Schema history of accounts."""
