"""What changed and what waits for somebody."""
