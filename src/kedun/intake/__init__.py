"""Files and messages in: recognised, checked, turned into facts and rejects."""
