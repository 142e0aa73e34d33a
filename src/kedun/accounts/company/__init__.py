"""What the company sets for itself."""
