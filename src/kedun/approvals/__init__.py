"""Who must agree before something happens: requests, votes, and a table of authority. Whoever asks never decides."""
