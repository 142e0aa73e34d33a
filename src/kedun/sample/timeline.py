"""The months in which the company trades, and days within them."""

from dataclasses import dataclass

import numpy as np

from kedun.kernel.days import Day, to_date
from kedun.sample.arrays import Floats, Ints, Truths

MONTHS_AHEAD = 4
"""Latent health is known this far beyond the last month.

Goods shipped today are invoiced and paid by what befalls the customer in the next weeks; looking further ahead than
any of these delays keeps what a shorter run tells equal to the beginning of a longer one.
"""

NUMBERS_PER_MONTH = 10**7
_STREAM_OFFSET = 12 * 10_000
"""Keeps stream numbers positive for months before 1970."""


def month_of(days: Ints) -> Ints:
    """Count the months from 1970-01 to the month of each day."""
    return days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)


def month_start(months: Ints) -> Ints:
    """Give the first day of each month, counted from 1970-01."""
    return months.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)


def calendar_month(day: Day) -> int:
    """Count the months from 1970-01 to the month of a day."""
    on = to_date(day)
    return (on.year - 1970) * 12 + on.month - 1


def to_workday(days: Ints) -> Ints:
    """Move Saturdays and Sundays to the Monday after."""
    weekday = (days + 3) % 7  # 1970-01-01 was a Thursday
    return days + np.where(weekday == 5, 2, 0) + np.where(weekday == 6, 1, 0)


def to_workday_before(days: Ints) -> Ints:
    """Move Saturdays and Sundays to the Friday before."""
    weekday = (days + 3) % 7
    return days - np.maximum(weekday - 4, 0)


def numbered(days: Ints) -> Ints:
    """Give document numbers YYYYMM + running number to rows that are ordered by day."""
    months = month_of(days)
    from_one = np.arange(days.size, dtype=np.int64) - np.searchsorted(months, months, side="left") + 1
    return ((1970 + months // 12) * 100 + months % 12 + 1) * NUMBERS_PER_MONTH + from_one


@dataclass(frozen=True, slots=True)
class Timeline:
    """From the first day of a month to `until`."""

    first_month: int
    months: int
    until: Day

    @property
    def start(self) -> Day:
        """The first day."""
        return self.first_day(0)

    @property
    def months_lived(self) -> int:
        """How many months latent health is known for."""
        return self.months + MONTHS_AHEAD

    def first_day(self, month: int) -> Day:
        """Give the first day of the month that stands `month` months after the first."""
        return int(month_start(np.array([self.first_month + month]))[0])

    def length(self, month: int) -> int:
        """Give the days of a month."""
        return self.first_day(month + 1) - self.first_day(month)

    def some_day(self, month: int, draw: Floats) -> Ints:
        """Turn draws between 0 and 1 into days of a month."""
        return self.first_day(month) + (draw * self.length(month)).astype(np.int64)

    def some_workday(self, month: int, draw: Floats) -> Ints:
        """Turn draws into days of a month, none but its very last on a weekend."""
        return np.minimum(to_workday(self.some_day(month, draw)), self.first_day(month + 1) - 1)

    def index(self, days: Ints) -> Ints:
        """Give the month (0 is the first) of each day; days outside fall into the first or last."""
        return np.clip(month_of(np.clip(days, -(10**6), 10**6)) - self.first_month, 0, self.months_lived - 1)

    def stream_number(self, month: int) -> int:
        """Give the number that a month's streams go by."""
        return self.first_month + month + _STREAM_OFFSET

    def seen(self, days: Ints) -> Truths:
        """Tell which days have come."""
        return days <= self.until


def timeline(*, start: Day, until: Day) -> Timeline:
    """Lay out the months from the one that `start` lies in to the one that `until` lies in."""
    first = calendar_month(start)
    return Timeline(first, calendar_month(until) - first + 1, until)
