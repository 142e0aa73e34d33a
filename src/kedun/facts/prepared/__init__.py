"""Statements that a connection plans once and then runs often."""
