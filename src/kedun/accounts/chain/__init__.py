"""The audit trail as a chain of hashes: a row that is changed or taken away afterwards shows."""
