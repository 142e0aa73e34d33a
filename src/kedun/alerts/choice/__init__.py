"""Which rules are on and with which numbers: what users choose in the settings."""
