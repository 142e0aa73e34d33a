"""Whole ways through kedun, from a file to what a person sees."""
