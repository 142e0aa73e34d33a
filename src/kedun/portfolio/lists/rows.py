"""One line of a list of customers, as data."""

from collections.abc import Mapping
from dataclasses import dataclass

from kedun.facts.ownership.owner import Owner
from kedun.kernel.days import Day
from kedun.kernel.hashing import Json


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessed:
    """What the newest assessment says of a customer. Unit: scores in hundredths of a point, amounts in minor units."""

    as_of: Day
    score: int | None
    low: int | None
    high: int | None
    coverage: float | None
    score_before: int | None
    grade: str
    standing_since: Day
    value_points: int | None
    value_tier: str
    quadrant: str
    receivable_minor: int | None
    overdue_minor: int | None
    overdue_days_max: int | None
    limit_utilisation: float | None
    priority: int
    readings: Mapping[str, Json]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A customer in a list; `assessed` None: nobody assessed it yet."""

    id: int
    code: str
    name: str
    industry: str
    region: str
    owner: Owner | None
    open_alerts: int
    worst_severity: str | None
    assessed: Assessed | None
