"""When the report of a month is due, and what stands in it of one customer."""

from collections.abc import Callable
from dataclasses import dataclass

from kedun.kernel.days import Day, month_end, to_date

IsWorked = Callable[[Day], bool]


@dataclass(frozen=True, slots=True)
class Standing:
    """How a customer stood on a day. Unit: score in hundredths of a point; amounts in minor units."""

    grade: str = ""
    score: int | None = None
    receivable_minor: int | None = None
    overdue_minor: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One customer at a month-end and at the one before."""

    customer_id: int
    before: Standing
    after: Standing


def month_end_before(day: Day) -> Day:
    """Give the last day of the month before the one that a day lies in."""
    return day - to_date(day).day


def due_on(day: Day, is_worked: IsWorked) -> Day | None:
    """Give the month-end whose report is due on a day: from the first worked day of the month after it; else None.

    A month without a worked day yet waits; days after the first worked one still make up for a report that is missing.
    """
    end = month_end_before(day)
    return end if any(is_worked(each) for each in range(end + 1, day + 1)) else None


def pair_of(as_of: Day) -> tuple[Day, Day]:
    """Give the month-end before a month-end, and that month-end.

    Raises: AssertionError for a day that closes no month.
    """
    assert month_end(as_of) == as_of, "a report is of a month-end"
    return month_end_before(as_of), as_of
