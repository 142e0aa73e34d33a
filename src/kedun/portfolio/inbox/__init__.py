"""The alerts of the book as people read them: with names, words, evidence and history."""
