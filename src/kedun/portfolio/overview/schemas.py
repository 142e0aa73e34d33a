"""The shapes of the overview: every figure with the query string of the list behind it."""

from datetime import date, datetime
from typing import Literal

from kedun.accounts.schemas import Document, Money, Output
from kedun.portfolio.lists.schemas import Severity
from kedun.portfolio.page.schemas import Batch

List = Literal["customers", "alerts", "imports"]


class CountFigure(Output):
    """A number of things; `query` opens exactly these in the list of the name, null where that list cannot show them."""

    value: int
    list: List
    query: str | None


class MoneyFigure(Output):
    """An amount; `query` opens the customers who owe it. Null where amounts are hidden."""

    value: Money | None
    list: List
    query: str


class Part(Output):
    """One part of the sentence that sums the week up; `overdue`: what these customers owe overdue."""

    key: Literal["turned_high", "newly_overdue", "turned_low", "critical_alerts"]
    count: int
    overdue: Money | None
    list: List
    query: str | None


class Change(Output):
    """By how much an amount changed since a day; null where it cannot be told or is hidden."""

    since: date
    amount: Money | None


class CountChange(Output):
    """By how many a number changed since a day."""

    since: date
    count: int


class Age(Output):
    """Open money of one age, and how many customers owe it."""

    bucket: str
    label: str
    amount: Money | None
    customers: int
    query: str


class Course(Output):
    """How many customers stood in each grade on a day."""

    as_of: date
    counts: dict[str, int]


class IndustryRisk(Output):
    """How many customers of an industry are at high risk."""

    industry: str
    label: str
    high: int
    total: int
    overdue: Money | None
    query: str
    query_high: str


class Place(Output):
    """The customers of one value tier, standing grade and quadrant."""

    tier: str
    tier_words: str
    grade: str
    grade_words: str
    quadrant: str
    quadrant_words: str
    customers: int
    receivable: Money | None
    overdue: Money | None
    query: str


class NewAlert(Output):
    """One of the newest alerts."""

    id: int
    code: str
    name: str
    rule: str
    label: str
    severity: Severity
    opened_as_of: date
    opened_at: datetime


class Overview(Document):
    """The book within one's scope; `as_of` null where nobody was assessed yet.

    Of a past day every query names the day too; alerts are counted as they stood, and their list knows the present only.
    """

    as_of: date | None
    since: date
    known_at: Batch
    known_at_time: datetime | None
    is_past: bool
    sentence: list[Part]
    customers: CountFigure
    assessed: int
    receivable: MoneyFigure
    overdue: MoneyFigure
    receivable_change_7d: Change
    overdue_change_7d: Change
    high_risk: CountFigure
    open_alerts: CountFigure
    open_alerts_change_7d: CountChange
    ageing: list[Age]
    grades_over_time: list[Course]
    high_risk_by_industry: list[IndustryRisk]
    matrix: list[Place]
    newest_alerts: list[NewAlert]
    currency: str
    masked: list[str]
