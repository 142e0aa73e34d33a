"""Readings become verdicts with evidence and named intents; pure."""
