"""What a customer's readings rest on besides its own facts, where rows are looked at that are not stored as they are."""
