"""Schema history of intake."""
