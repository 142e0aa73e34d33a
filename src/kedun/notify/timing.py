"""When something is sent: again after a failure, and the morning's digest."""

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from kedun.kernel.clock import DEFAULT_ZONE
from kedun.kernel.days import Day, to_day

WAITS = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=6),
    timedelta(hours=12),
    timedelta(hours=24),
)
"""How long to wait after the first, second … failed attempt."""

MOST_ATTEMPTS = len(WAITS) + 1
LEASE = timedelta(minutes=3)
"""So long a sender that took something may be silent before another one takes it."""

DIGEST_AT = time(8, 30)
LONGEST_BREAK_DAYS = 31
"""Where none of so many days was worked, the calendar is taken for a slip and the digest is due every day."""


def next_try(attempts: int, now: datetime) -> datetime | None:
    """Give when to try again after so many failed attempts; None: never again."""
    return now + WAITS[attempts - 1] if attempts < MOST_ATTEMPTS else None


def digest_boundary(now: datetime, *, is_worked: Callable[[Day], bool], zone: str = DEFAULT_ZONE) -> datetime:
    """Give the last moment, up to now, at which a digest was due: what was held before it is told in it.

    That is half past eight of a day that is worked; over holidays what is held waits for their end.
    """
    local = now.astimezone(ZoneInfo(zone))
    due = local.replace(hour=DIGEST_AT.hour, minute=DIGEST_AT.minute, second=0, microsecond=0)
    last = due if due <= local else due - timedelta(days=1)
    mornings = (last - timedelta(days=back) for back in range(LONGEST_BREAK_DAYS))
    return next((each for each in mornings if is_worked(to_day(each.date()))), last).astimezone(UTC)
