"""How fast sales become money: days sales outstanding in its common forms, turnover, effectiveness of collection.

Amounts are in minor units of one currency; results are exact. None: there is no base. Sources and worked examples:
docs/why/portfolio.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from kedun.kernel.money import Minor


def divided(part: int | Fraction, base: int | Fraction) -> Fraction | None:
    """Divide by a base above 0; there is no answer for any other."""
    return Fraction(part) / Fraction(base) if base > 0 else None


def days_sales(receivable: int | Fraction, sales: Minor, days: int) -> Fraction | None:
    """Give the days of sales that an amount stands for: DSO of the receivables, best possible DSO of what is not due."""
    return divided(receivable * days, sales)


def average(first: Minor, last: Minor) -> Fraction:
    """Give the middle of two amounts."""
    return Fraction(first + last, 2)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A month, or the part of one that lies before the day looked from."""

    days: int
    sales: Minor


@dataclass(frozen=True, slots=True)
class Countback:
    """Days counted back. `is_more`: the sales known do not reach as far as the receivables; it is more than `days`."""

    days: Fraction
    is_more: bool


def countback(receivable: Minor, stretches: Sequence[Stretch]) -> Countback | None:
    """Subtract sales from the receivables, newest month first, and count its days; the last one in part.

    A month without sales counts its days, one with more credited than sold adds to what is left. None where nothing is
    owed or nothing is known.
    """
    if receivable <= 0 or not stretches:
        return None
    left, days = receivable, 0
    for each in stretches:
        if left <= each.sales:
            return Countback(days + Fraction(left * each.days, each.sales), is_more=False)
        left, days = left - each.sales, days + each.days
    return Countback(Fraction(days), is_more=True)


def days_delinquent(dso: Fraction | None, best_possible: Fraction | None) -> Fraction | None:
    """Give the average days delinquent: by how much payment lies behind the terms, of the same period and method."""
    return None if dso is None or best_possible is None else dso - best_possible


def collection_effectiveness(
    *, begin: Minor, sales: Minor, months: int, end: Minor, end_current: Minor
) -> Fraction | None:
    """Give the share of what could be collected in a period that was. Unit: 0 to 1.

    `sales` are those of the whole period, `months` its length: the formula takes the sales of one month.
    """
    collectable = begin + Fraction(sales, months)
    return divided(collectable - end, collectable - end_current)


def turnover(sales: Minor, receivables: int | Fraction) -> Fraction | None:
    """Give how often receivables turn in a year: of year-end receivables or of their average, as the reader names it."""
    return divided(sales, receivables)


def turnover_days(times: Fraction | None, days: int = 365) -> Fraction | None:
    """Give the days of one turn."""
    return None if times is None else divided(days, times)
