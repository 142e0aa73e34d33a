"""Shares of the book: concentration, customers lost, debts gone bad.

Results are exact. None: there is no base. Sources and worked examples: docs/why/portfolio.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from kedun.kernel.money import Minor
from kedun.portfolio.figures.turnover import divided


@dataclass(frozen=True, slots=True)
class Spread:
    """How an amount is spread over debtors: its sum, the sum of its squares, and the largest parts, largest first."""

    total: Minor
    squares: int
    largest: tuple[Minor, ...]


def spread(amounts: Sequence[Minor], most: int) -> Spread:
    """Sum up amounts; those of 0 or less are nobody's share."""
    owed = sorted((amount for amount in amounts if amount > 0), reverse=True)
    return Spread(sum(owed), sum(amount * amount for amount in owed), tuple(owed[:most]))


def top_share(of: Spread, count: int) -> Fraction | None:
    """Give the share of the largest `count`. Unit: 0 to 1."""
    return divided(sum(of.largest[:count]), of.total)


def herfindahl(of: Spread) -> Fraction | None:
    """Give the sum of the squared shares. Unit: 0 to 1; times 10,000 it is what competition authorities write."""
    return divided(of.squares, of.total * of.total)


def rate(cases: int, base: int) -> Fraction | None:
    """Give cases per base, of the same stretch of time: churn, default and bad-debt rate. Unit: 0 to 1."""
    return divided(cases, base)
