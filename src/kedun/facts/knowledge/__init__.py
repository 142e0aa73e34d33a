"""Whole facts by what was known: as they stood at a batch, and what two knowledges say of the same day."""
