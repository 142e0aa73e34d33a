"""The book as a whole in figures, each with the list behind it."""
