"""Customers that are one firm: merging them, taking that back, and finding those that may be."""
