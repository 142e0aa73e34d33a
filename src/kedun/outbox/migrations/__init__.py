"""Schema history of outbox."""
