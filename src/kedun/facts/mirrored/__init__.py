"""What the columnar mirror repeats, and how it follows later batches."""
