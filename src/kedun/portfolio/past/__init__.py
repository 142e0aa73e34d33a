"""The whole book as it was on a day in the past, kept for the lists that show it."""
