"""Whose scores moved most in the last days, and why."""
