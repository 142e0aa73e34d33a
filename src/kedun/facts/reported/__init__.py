"""What could be known on a past day: which ledgers have to be settled anew for it."""
