"""Packs: choices of rules, strategies, plans and letters that fit a kind of firm, put into force together."""
