"""People, what they may see and do, and the audit trail of what was done."""
