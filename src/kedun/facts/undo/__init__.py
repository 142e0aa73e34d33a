"""Taking back what some batches wrote, as new versions."""
