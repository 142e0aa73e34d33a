"""What a back-test assumes: how far it looks, and what acting costs and saves; stated with every result."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import ConfigDict, Field
from pydantic.dataclasses import dataclass as checked_dataclass

from kedun.kernel.days import Day, is_month_end, to_date
from kedun.kernel.hashing import Json

MOST_DAYS = 60
USUAL_DAYS = 24
LATE_AFTER_DAYS = 90
"""An item this many days overdue is a bad debt in the making. Source: docs/why/outcomes.md."""

Permille = Annotated[int, Field(ge=0, le=1000)]


@checked_dataclass(config=ConfigDict(extra="forbid", frozen=True))
class Terms:
    """The settings of a back-test.

    `horizon_days`: an outcome counts when it befalls within so many days after the day looked at. `margin_permille`:
    what a good order earns. `avoided_permille`: the part of a loss that acting in time avoids.
    `overdue_loss_permille`: the part of what is 90 days overdue at the end of the horizon that counts as lost.
    `people`: how many share the alerts.
    """

    horizon_days: Annotated[int, Field(ge=30, le=730)] = 180
    margin_permille: Permille = 150
    avoided_permille: Permille = 500
    overdue_loss_permille: Permille = 500
    people: Annotated[int, Field(ge=1, le=10_000)] = 1

    def stated(self) -> dict[str, Json]:
        """Give the settings as they stand in the result."""
        return {
            "horizon_days": self.horizon_days,
            "margin_permille": self.margin_permille,
            "avoided_permille": self.avoided_permille,
            "overdue_loss_permille": self.overdue_loss_permille,
            "people": self.people,
        }


@dataclass(frozen=True, slots=True)
class Stretch:
    """A day that is looked at; orders placed after it and up to `until` are those that its verdicts would have stopped."""

    day: Day
    until: Day


def stretches(days: tuple[Day, ...]) -> tuple[Stretch, ...]:
    """Give each day the time up to the next one; the last one gets as long as the one before, alone it gets 30 days.

    Shape: rising days in, one stretch for each out.
    """
    gap = days[-1] - days[-2] if len(days) > 1 else 30
    return tuple(Stretch(day, until) for day, until in zip(days, (*days[1:], days[-1] + gap), strict=True))


def month_ends_before(day: Day, count: int) -> tuple[Day, ...]:
    """Give the last so many month-ends up to a day, the earliest first."""
    ends = []
    end = day if is_month_end(day) else day - _day_of_month(day)
    for _ in range(count):
        ends.append(end)
        end -= _day_of_month(end)
    return tuple(reversed(ends))


def _day_of_month(day: Day) -> int:
    return to_date(day).day
