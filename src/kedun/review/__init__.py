"""Was the policy right: what is wrong with it, and what it would have done."""
