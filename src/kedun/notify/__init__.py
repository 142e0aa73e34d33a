"""What people are told, how, and whether it arrived."""
