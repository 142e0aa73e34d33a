"""Facts that programs send as typed rows."""
