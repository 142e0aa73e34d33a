"""Schema history of facts."""
