"""Why a customer's score is another than it was, with the facts behind it."""
