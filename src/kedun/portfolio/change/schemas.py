"""The shapes of an account of a score change. Unit: hundredths of a point, so that parts add up exactly."""

from datetime import date, datetime
from typing import Literal

from pydantic import Field

from kedun.accounts.schemas import Document, Money, Output
from kedun.assessments.change.account import Part
from kedun.portfolio.drill.schemas import Cell
from kedun.portfolio.lists.schemas import Number, On
from kedun.portfolio.page.schemas import Batch, MomentQuery, Told

Moved = Literal["added", "changed", "gone"]


class ScoreChangeQuery(MomentQuery):
    """From which day on, as known by its end, to which moment."""

    since: On | None = Field(None, description="The earlier day; 30 days before if none is given")
    known_then: int | None = Field(
        None,
        ge=0,
        le=2**62,
        description="What we knew at the earlier day by this batch; the last one of that day if none",
    )


class EndShown(Output):
    """One end of the account, or a step on the way; `score` null where too little was known."""

    score: int | None
    low: int | None
    high: int | None
    coverage: float | None
    grade: Told | None
    signal_points: int | None


class SideShown(Output):
    """A line of the card on one side of a part; null where the card has no such line or the reading is missing."""

    value: Number
    points: int | None
    weight: int | None
    missing_words: str | None


class ItemShown(Output):
    """What a line of the card adds to a part; `kinds`: those facts of the part that it may come from."""

    indicator: str
    label: str
    unit: str
    change: int
    before: SideShown
    after: SideShown
    kinds: list[str]


class LegShown(Output):
    """What one part adds: `change` = `signals` + the changes of `items`. Several parts where a score between is missing."""

    parts: list[Part]
    words: str
    change: int
    signals: int
    items: list[ItemShown]


class CellChange(Output):
    """A field that is told otherwise; null where it was empty or is hidden."""

    key: str
    label: str
    form: Literal["text", "number", "amount", "reporting", "day", "yes"]
    before: Cell
    after: Cell


class FactShown(Output):
    """A fact behind a part."""

    part: Literal["data", "corrections"]
    moved: Moved
    kind: str
    kind_label: str
    id: int
    title: str
    event_on: date | None
    amount: Money | None
    currency: str | None
    source: str
    external_id: str
    batch: Batch
    cells: list[CellChange]


class FactTotals(Output):
    """How many facts stand behind each part; no more than `most` of each are listed."""

    data: int
    corrections: int
    most: int


class PolicyMoveShown(Output):
    """A document of the policy that changed its version."""

    kind: str
    label: str
    before: int
    after: int


class ScoreChangeDocument(Document):
    """A score change accounted for: `change` = the sum of the changes of `legs`, where both scores are there.

    `members`: the other customers of its group whose facts stand behind the parts too, where the card rests on the group;
    `members_hidden`: how many more there are that whoever asks may not see.
    """

    code: str
    name: str
    since: date
    as_of: date
    known_then: Batch
    known_then_time: datetime | None
    known_at: Batch
    known_at_time: datetime | None
    stands_in: bool
    was_known: bool
    change: int | None
    steps: list[EndShown]
    legs: list[LegShown]
    policy: list[PolicyMoveShown]
    facts: list[FactShown]
    totals: FactTotals
    members: list[str]
    members_hidden: int
    currency: str
    masked: list[str]
