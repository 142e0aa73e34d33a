"""What must go out after the commit."""
