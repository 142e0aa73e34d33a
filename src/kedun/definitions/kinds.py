"""What can be designed, a closed list."""

KINDS = (
    *("indicators", "scorecard", "value_card", "grading", "matrix", "rules", "rule_choice", "signals", "authority"),
    *("strategies", "contingency_plans", "letters"),
)
"""In a folder of definitions, the folder or file name says the kind: see starter.py."""
