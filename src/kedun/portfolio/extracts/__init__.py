"""The newest assessments of the whole book, a page at a time, for programs that keep a copy."""
