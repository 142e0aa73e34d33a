"""What is done about a customer today: the strategy of its place, the plan for an alert, letters filled in."""
