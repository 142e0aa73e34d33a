"""Who answers for a customer, and whose customers somebody may see."""
