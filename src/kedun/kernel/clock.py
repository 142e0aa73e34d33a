"""The only place that knows what time it is; everything else is told."""

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from kedun.kernel.days import Day, to_day

DEFAULT_ZONE = "Asia/Shanghai"


class Clock(Protocol):
    """Tells the present instant, in UTC."""

    def now(self) -> datetime: ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class FixedClock:
    """A clock that stands still: for tests and rehearsals."""

    at: datetime

    def now(self) -> datetime:
        return self.at


def clock() -> Clock:
    """Give the process's clock: the machine's, or the instant in KEDUN_NOW (ISO 8601) for a rehearsal."""
    stated = os.environ.get("KEDUN_NOW")
    return FixedClock(datetime.fromisoformat(stated).astimezone(UTC)) if stated else SystemClock()


def today(of: Clock, zone: str = DEFAULT_ZONE) -> Day:
    """Give the day it is in a time zone."""
    return to_day(of.now().astimezone(ZoneInfo(zone)).date())
