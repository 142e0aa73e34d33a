"""Customers that may be one firm, side by side; merging them, and taking that back."""
