"""Readings become score, range, coverage, grade, value and place in the matrix; pure arithmetic."""
