"""The end of a definition: it is left out from a day on, never deleted, and may come back as a new version."""
