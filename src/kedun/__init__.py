"""kedun (客盾): customer credit risk for companies that sell to other companies on credit."""

__version__ = "0.1.0"
