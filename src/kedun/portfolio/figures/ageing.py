"""How old open money is on any day, from what moved it: items issued, and what was applied to them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from kedun.kernel.days import Day
from kedun.kernel.money import Minor

Bucket = Literal["not_due", "1_30", "31_60", "61_90", "91_120", "over_120", "unknown"]
"""By days past due; `unknown`: without a due day."""

STEP: Final = 30
"""Days in a bucket, so that what is not paid in a step moves on by exactly one bucket."""

DUE: Final[tuple[Bucket, ...]] = ("not_due", "1_30", "31_60", "61_90", "91_120", "over_120")
BUCKETS: Final[tuple[Bucket, ...]] = (*DUE, "unknown")
Ageing = Mapping[Bucket, Minor]


@dataclass(frozen=True, slots=True)
class Movement:
    """What all items of one due day gained (issued) or lost (applied) between two of the days looked at.

    `by`: the first of those days by whose end it had happened. Unit: minor units of the reporting currency.
    """

    due_on: Day | None
    by: Day
    amount_minor: Minor


def bucket_of(due_on: Day | None, day: Day) -> Bucket:
    """Give the bucket of an item; due on the day is not overdue."""
    if due_on is None:
        return "unknown"
    return DUE[min(max(-(-(day - due_on) // STEP), 0), len(DUE) - 1)]


def ageing_on(movements: Iterable[Movement], day: Day) -> Ageing:
    """Put what was open at the end of a day into buckets; their sum is the receivables of the day."""
    open_minor: dict[Bucket, Minor] = dict.fromkeys(BUCKETS, 0)
    for each in movements:
        if each.by <= day:
            open_minor[bucket_of(each.due_on, day)] += each.amount_minor
    return open_minor


def receivable(ageing: Ageing) -> Minor:
    """Add the buckets up."""
    return sum(ageing.values())


def steps_back(day: Day, steps: int) -> Sequence[Day]:
    """Give a day and so many days before it, a step apart, oldest first."""
    return [day - STEP * back for back in range(steps, -1, -1)]
