"""Changing definitions: drafts gathered in a set, checked together, agreed to by others, in force from a day."""
