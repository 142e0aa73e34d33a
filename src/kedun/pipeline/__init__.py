"""The two pages that walk the whole flow: nightly and event."""
