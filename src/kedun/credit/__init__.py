"""What is done about a customer: the strategy of its place, the plan for an alert, the letters; later limits and the gate."""
