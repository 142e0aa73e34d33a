"""The shapes of a customer's page."""

from datetime import date, datetime
from typing import Literal

from pydantic import Field

from kedun.accounts.schemas import Document, Id, Input, Money, Output, Page, PageQuery
from kedun.portfolio.lists.schemas import MomentQuery as MomentQuery
from kedun.portfolio.lists.schemas import Number, On, OwnerShown, Severity

Batch = int
VerdictName = Literal["fired", "clear", "unknown"]


class PolicyShown(Output):
    """By which policy was judged: the one that was live on a day; before the first one was, the first."""

    asked: Literal["now", "then", "day"]
    on: date
    hash: str
    is_today: bool


class Told(Output):
    """A code with the words for it."""

    code: str
    words: str


class Term(Output):
    """Payment terms."""

    days: int | None
    basis: str


class ReadingShown(Output):
    """One reading: a value, or why there is none."""

    key: str
    label: str
    unit: str
    value: Number
    change_30d: Number
    worse: Literal["higher", "lower", "neither"]
    missing: str | None
    missing_words: str | None
    flags: list[Told]
    formula: str
    formula_words: str


class DimensionShown(Output):
    """The readings of one dimension."""

    key: str
    label: str
    readings: list[ReadingShown]


class ScoreItem(Output):
    """One line of the scorecard; `points` of 100, null where the reading is missing."""

    indicator: str
    label: str
    unit: str
    value: Number
    points: int | None
    weight: int
    missing: str | None
    missing_words: str | None
    formula_words: str


class SignalsShown(Output):
    """Points taken off the score for front-line signals that have not faded yet."""

    points: int


class ScoreDocument(Output):
    """The health score with all it is made of."""

    value: float | None
    low: float | None
    high: float | None
    coverage: float | None
    change_30d: float | None
    items: list[ScoreItem]
    signals: SignalsShown


class GradeShown(Output):
    """The grade by cut-offs, and the one that stands; `standing` null where the customer was not assessed by the day."""

    raw: Told
    standing: Told | None
    standing_since: date | None


class ValueShown(Output):
    """What the customer is worth to us, 0 to 100."""

    points: float | None
    tier: Told


class EvidenceShown(Output):
    """One reading that a verdict or an alert rests on; null where there is none or it is hidden."""

    key: str
    label: str
    value: Number
    unit: str
    masked: bool


class VerdictShown(Output):
    """What a rule says of the customer."""

    rule: str
    label: str
    severity: Severity
    verdict: VerdictName
    verdict_words: str
    condition_words: str
    evidence: list[EvidenceShown]


class AlertShown(Output):
    """An alert that was not closed on the day, as it stood then."""

    id: int
    rule: str
    label: str
    severity: Severity
    state: Told
    opened_as_of: date
    evidence: list[EvidenceShown]


class BucketShown(Output):
    """Open money of one age."""

    bucket: str
    label: str
    amount: Money | None


class FiguresShown(Output):
    """What the customer owes."""

    receivable: Money | None
    overdue: Money | None
    unapplied: Money | None
    credit_limit: Money | None
    ageing: list[BucketShown]


class CustomerDocument(Document):
    """A customer on a day, as known at a batch. `may_write`: not only to be read by whoever asks."""

    code: str
    name: str
    uscc: str | None
    industry: str
    region: str
    country: str
    group: str | None
    segment: str
    status: Told
    owner: OwnerShown | None
    owner_in_files: str
    since: date | None
    registered_on: date | None
    registered_capital: Money | None
    terms: Term
    is_stub: bool
    score: ScoreDocument
    grade: GradeShown
    value: ValueShown
    quadrant: Told
    dimensions: list[DimensionShown]
    verdicts: list[VerdictShown]
    figures: FiguresShown
    alerts: list[AlertShown]
    currency: str
    as_of: date
    known_at: Batch
    known_at_time: datetime | None
    is_past: bool
    policy: PolicyShown
    masked: list[str]
    may_write: bool


class HistoryQuery(MomentQuery, PageQuery):
    """One page of a customer's assessments up to a day, of those that a batch or an earlier one stored."""


class ChangeShown(Output):
    """One thing that changed since the assessment before; texts in words, numbers in points."""

    what: Literal["first", "score", "grade", "tier", "quadrant", "signals", "item", "verdict", "policy"]
    key: str
    label: str
    before: str | float | None
    after: str | float | None


class HistoryRow(Output):
    """One stored assessment."""

    as_of: date
    known_at: Batch
    score: float | None
    low: float | None
    high: float | None
    coverage: float | None
    grade: str
    grade_words: str
    quadrant: str
    quadrant_words: str
    value_tier: str
    receivable: Money | None
    overdue: Money | None
    what_changed: list[ChangeShown]


class HistoryPage(Page[HistoryRow]):
    """One page of a customer's past assessments, newest first."""

    currency: str
    as_of: date
    known_at: Batch
    masked: list[str]


class OwnerChange(Input):
    """Who is to answer for the customer from a day on; null: whom files name."""

    person_id: Id | None
    since: On | None = Field(None, description="Today if none is given")


class OwnerDocument(Document):
    """Who answers for the customer now, and whether anything was changed."""

    owner: OwnerShown | None
    changed: bool


class Grant(Input):
    """From when until when somebody may read of the customer."""

    since: On | None = Field(None, description="Today if none is given")
    until: On | None = None


class ReaderShown(Output):
    """Somebody who may read of the customer besides its owner."""

    id: int
    name: str
    since: date
    until: date | None


class Readers(Document):
    """Who may read of the customer besides its owner."""

    items: list[ReaderShown]
