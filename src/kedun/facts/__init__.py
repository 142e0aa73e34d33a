"""What happened, dated: kinds of fact, batches and versions, settlement, supply, the columnar mirror."""
