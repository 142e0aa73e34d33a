"""Schema history of definitions."""
