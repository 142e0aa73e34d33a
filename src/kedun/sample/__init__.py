"""A made-up trading company, from a seed, with the hidden truth kept apart."""
