"""One customer's page: what stands there on a day, as known at a batch, and how it came to be."""
