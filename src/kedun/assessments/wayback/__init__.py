"""The way back: what a customer would have to pay, and by when, to stand above a line again."""
