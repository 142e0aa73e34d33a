"""The shapes of what moved. Unit: hundredths of a point, so that parts add up exactly."""

from datetime import date
from typing import Literal

from pydantic import Field

from kedun.accounts.schemas import Document, Input, Output
from kedun.assessments.change.account import Part
from kedun.portfolio.page.schemas import Batch, Told


class MovementsQuery(Input):
    """Since how many days, and which of the customers that moved most."""

    days: int = Field(7, ge=1, le=366, description="The last so many days")
    part: Part | None = Field(None, description="Only those whom this part moved most")
    direction: Literal["up", "down"] | None = Field(None, description="Only those whose score rose, or fell")
    grade_changed: bool | None = Field(None, description="Only those whose standing grade changed, or the others")


class PartChange(Output):
    """What one part adds; null where a score between is missing, so that it cannot be told apart."""

    part: Part
    change: int | None


class MoverShown(Output):
    """A customer that moved; scores as of the ends of the span, null where too little was known."""

    code: str
    name: str
    industry: str
    grade_before: Told
    grade: Told
    score_before: int | None
    score: int | None
    change: int | None
    parts: list[PartChange]
    most: Part | None
    reason: str


class PartTotal(Output):
    """What one part moved: how many customers most of all, by how much upwards and downwards together."""

    part: Part
    label: str
    customers: int
    up: int
    down: int


class Movements(Document):
    """The customers that moved most, with the account of each; `moved` counts all, `accounted` those looked at."""

    since: date
    as_of: date
    known_then: Batch
    known_at: Batch
    moved: int
    accounted: int
    stands_in: int
    items: list[MoverShown]
    totals: list[PartTotal]
    masked: list[str]
