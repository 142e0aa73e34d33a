"""Pages that cross stages and only read: one customer as a whole, the book as a whole."""
