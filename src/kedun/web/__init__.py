"""Settings and entry points of the Django process."""
