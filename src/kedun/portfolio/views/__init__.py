"""Lists that people keep under a name."""
