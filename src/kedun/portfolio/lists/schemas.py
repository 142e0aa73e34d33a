"""The shapes of the list of customers."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, WithJsonSchema

from kedun.accounts.schemas import Document, Input, Money, Output, Page, PageQuery
from kedun.kernel.days import FIRST_DAY, LAST_DAY, to_date
from kedun.portfolio.lists.filters import Bucket

MOST_VALUES = 200
MOST_COLUMNS = 20
Word = Annotated[str, Field(min_length=1, max_length=200)]
Words = Annotated[list[Word], Field(max_length=MOST_VALUES)]
Key = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,63}$")]
Keys = Annotated[list[Key], Field(max_length=MOST_VALUES)]
Points = Annotated[
    Decimal,
    Field(ge=0, le=100, decimal_places=2),
    WithJsonSchema({"type": "string", "pattern": r"^(100|[0-9]{1,2}(\.[0-9]{1,2})?)$"}),
]
Amount = Annotated[
    Decimal,
    Field(ge=0, le=10**12, decimal_places=4),
    WithJsonSchema({"type": "string", "pattern": r"^[0-9]{1,12}(\.[0-9]{1,4})?$"}),
]
Days = Annotated[int, Field(ge=0, le=100_000)]
On = Annotated[date, Field(ge=to_date(FIRST_DAY), le=to_date(LAST_DAY))]
Severity = Literal["low", "medium", "high", "critical"]
Number = int | float | str | None
"""A reading: an amount as a decimal string, everything else as a number."""


class MomentQuery(Input):
    """From which day, and with which knowledge: "as we knew it on …"."""

    as_of: On | None = Field(None, description="What had happened by the end of this day; today if none is given")
    known_at: int | None = Field(None, ge=0, le=2**62, description="What we knew by this batch; the newest if none")
    known_on: On | None = Field(None, description="What we knew by the end of this day")
    policy: On | Literal["now", "then"] = Field(
        "then", description="Judged by the policy of the day looked at, by that of now, or by that of another day"
    )


class CustomerFilters(MomentQuery):
    """Which customers, in which order, with which readings besides; on which day, as known at which batch."""

    q: str = Field("", max_length=100, description="Part of a name, code or 统一社会信用代码")
    grade: list[Literal["high", "medium", "low", "unrated"]] = Field([], max_length=4, description="Standing grade")
    quadrant: Keys = []
    tier: Keys = []
    industry: Words = Field([], description='"-": not stated')
    region: Words = Field([], description='"-": not stated')
    owner: Word | None = Field(None, description='A person\'s id, or the name that files give; "-": nobody')
    rule: Keys = Field([], description="With an alert of the rule that is not closed")
    fires: Keys = Field([], description="For whom the rule fires by the newest assessment")
    severity: list[Severity] = Field([], max_length=4, description="With an alert of the severity that is not closed")
    has_alert: bool | None = None
    overdue_min: Amount | None = None
    overdue_days_min: Days | None = None
    overdue_days_max: Days | None = None
    score_min: Points | None = None
    score_max: Points | None = None
    aging: list[Bucket] = Field([], max_length=6, description="With an open amount of that age")
    changed_since: On | None = Field(None, description="Standing grade changed on that day or later")
    codes: Words = []
    sort: str | None = Field(None, max_length=40, description='"-" before the name for the reverse; -priority if none')
    columns: Annotated[list[Key], Field(max_length=MOST_COLUMNS)] = []


class CustomerQuery(CustomerFilters, PageQuery):
    """One page of a list of customers."""


class OwnerShown(Output):
    """Who answers for a customer; without an id, a name that only files know."""

    id: int | None
    name: str


class ScoreShown(Output):
    """A health score, 0 to 100, with the range that missing readings allow."""

    value: float | None
    low: float | None
    high: float | None
    coverage: float | None


class CustomerRow(Output):
    """One customer in a list; null where it was not assessed or the value is hidden (see `masked` of the page)."""

    code: str
    name: str
    industry: str
    region: str
    owner: OwnerShown | None
    score: ScoreShown
    score_change_30d: float | None
    grade: str | None
    standing_since: date | None
    value_tier: str | None
    value: float | None
    quadrant: str | None
    receivable: Money | None
    overdue: Money | None
    overdue_days_max: int | None
    limit_utilisation: float | None
    open_alerts: int
    worst_severity: Severity | None
    priority: Money | None
    as_of: date | None
    readings: dict[str, Number]


class Sums(Output):
    """What the customers of a list owe together; null where amounts are hidden."""

    receivable: Money | None
    overdue: Money | None


class CustomerPage(Page[CustomerRow]):
    """One page of a list of customers; `sums` and `total` come with the first page only."""

    sums: Sums | None
    currency: str
    masked: list[str]
    as_of: date
    known_at: int
    known_at_time: datetime | None
    is_past: bool


class Option(Output):
    """A value to choose, and how many customers have it where that is told."""

    value: str
    label: str


class ColumnOption(Option):
    """A reading that can be shown as a column."""

    unit: str
    dimension: str
    is_hidden: bool


class CustomerChoices(Document):
    """What the filters of a list can be set to."""

    industries: list[Option]
    regions: list[Option]
    owners: list[Option]
    grades: list[Option]
    quadrants: list[Option]
    tiers: list[Option]
    aging: list[Option]
    rules: list[Option]
    severities: list[Option]
    columns: list[ColumnOption]
    sorts: list[Option]
