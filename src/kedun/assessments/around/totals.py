"""The totals of the book by what two knowledges say of them."""

from collections.abc import Mapping

from kedun.kernel.days import Day

Totals = Mapping[tuple[Day, str, str], int]
"""Totals by month-end, source and name."""


def newest(totals: Totals, day: Day) -> dict[str, int]:
    """Give, by name, the newest totals of month-ends up to a day; those that are not known are left out."""
    return {name: totals[month_end, source, name] for month_end, source, name in sorted(totals) if month_end <= day}


def without_corrections(then: Totals, now: Totals, day: Day) -> dict[tuple[Day, str, str], int]:
    """Give the totals as known now, but of month-ends up to a day as they were told then, where they were.

    A total that nobody had added up then is new and corrects nothing. Source: docs/why/score-change.md.
    """
    kept = {key: total for key, total in then.items() if key[0] <= day}
    return {**now, **kept}
