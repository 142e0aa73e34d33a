"""Runs over the whole book: how far one is, stopping it, going on with it."""
