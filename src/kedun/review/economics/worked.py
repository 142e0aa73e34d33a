"""How long something waited, counted in the hours in which people work."""

from collections.abc import Callable
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from kedun.kernel.clock import DEFAULT_ZONE
from kedun.kernel.days import Day, to_day

FROM_MINUTE: Final = 9 * 60
TO_MINUTE: Final = 18 * 60
"""Work is done from nine to six o'clock on days that the company's calendar calls worked."""


def worked_minutes(begun: datetime, done: datetime, is_worked: Callable[[Day], bool], zone: str = DEFAULT_ZONE) -> int:
    """Count the working minutes from an instant to a later one; none when it is earlier."""
    first, last = (each.astimezone(ZoneInfo(zone)) for each in (begun, done))
    total, day = 0, to_day(first.date())
    while day <= to_day(last.date()):
        if is_worked(day):
            start = _minute(first) if day == to_day(first.date()) else 0
            end = _minute(last) if day == to_day(last.date()) else TO_MINUTE
            total += max(0, min(end, TO_MINUTE) - max(start, FROM_MINUTE))
        day += 1
    return total


def _minute(at: datetime) -> int:
    return at.hour * 60 + at.minute
