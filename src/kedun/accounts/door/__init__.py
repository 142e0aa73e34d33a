"""The door of the API: who asks, whether they may, and what comes back when not."""
