"""The monthly report of who moved: kept for good, read by everybody within their scope."""
