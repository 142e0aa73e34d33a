"""What there is to tell of requests and of changes that were agreed to."""
