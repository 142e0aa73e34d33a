"""The tables of the stage, in the order in which they came."""
