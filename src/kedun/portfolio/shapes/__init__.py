"""What the documents of the policy look like, as JSON Schemas for editors, checks and other programs."""
