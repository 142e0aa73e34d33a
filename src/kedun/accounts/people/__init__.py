"""People: oneself, everybody, what roles may do."""
