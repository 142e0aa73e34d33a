"""Days as integers: the database and all arithmetic count days since 1970-01-01; people and JSON see dates."""

import calendar
from collections.abc import Callable
from datetime import date, timedelta
from itertools import islice

Day = int
"""Days since 1970-01-01."""

EPOCH = date(1970, 1, 1)
FIRST_DAY: Day = (date(1900, 1, 1) - EPOCH).days
LAST_DAY: Day = (date(2199, 12, 31) - EPOCH).days


def to_day(on: date) -> Day:
    """Count the days from 1970-01-01 to a date."""
    return (on - EPOCH).days


def to_date(day: Day) -> date:
    """Give the date of a day number.

    Raises: OverflowError outside the years 1 to 9999.
    """
    return EPOCH + timedelta(days=day)


def month_end(day: Day) -> Day:
    """Give the last day of the month that a day lies in."""
    on = to_date(day)
    return to_day(on.replace(day=calendar.monthrange(on.year, on.month)[1]))


def month_ends_before(day: Day, months: int) -> list[Day]:
    """Give the last month-ends before a day, oldest first."""
    ends = [month_end(day)]
    while len(ends) <= months:
        ends.append(month_end(ends[-1] - 31))  # the month before, however long either is
    return sorted(end for end in ends if end < day)[-months:]


def is_month_end(day: Day) -> bool:
    """Tell whether a day closes its month."""
    return month_end(day) == day


def due_by_terms(issue_on: Day, *, terms_days: int, from_month_end: bool) -> Day:
    """Give the due day by payment terms: issue day + N, or, for 月结 N, the end of the issue month + N.

    Source: docs/why/indicators.md.
    """
    return (month_end(issue_on) if from_month_end else issue_on) + terms_days


def worked_day_after(day: Day, count: int, *, is_worked: Callable[[Day], bool], within: int = 366) -> Day:
    """Give the day on which so many days were worked after a day; at most `within` days later, where hardly any is worked."""
    last = day + within
    worked = (each for each in range(day + 1, last + 1) if is_worked(each))
    return next(islice(worked, count - 1, None), last)
