"""What people at the front line notice, in a few taps."""
