"""Verdicts turned into one open alert per rule and customer."""
