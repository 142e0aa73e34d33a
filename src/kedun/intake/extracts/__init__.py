"""Facts read back by programs, a page at a time, as they would be sent."""
