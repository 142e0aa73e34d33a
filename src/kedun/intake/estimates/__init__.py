"""What an import would change, found by comparing only: nothing is written and no writer waits."""
