"""The way back of one customer: what to pay by when, the score that follows, and a letter that says so."""
