"""Customers' ledgers: loaded from the fact tables, settled anew, the difference kept as versions."""
