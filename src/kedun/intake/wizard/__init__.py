"""The steps by which people import a file: hand in, look, choose, start, watch, correct, take back."""
