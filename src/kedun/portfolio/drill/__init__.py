"""From a number to the very facts behind it, and the facts of a customer as tables."""
