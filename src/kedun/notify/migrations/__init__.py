"""Schema history of alerts."""
