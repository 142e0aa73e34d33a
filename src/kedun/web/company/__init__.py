"""The company's own settings, with what only the ledger knows."""
