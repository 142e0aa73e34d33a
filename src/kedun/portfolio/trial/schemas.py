"""The documents of trials."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from kedun.accounts.schemas import Document, Input, Money, Output
from kedun.definitions.schemas import Body, KindName


class DraftText(Input):
    """A text of a document of the policy, not stored anywhere."""

    kind: KindName
    body: Body


class TextBeside(DraftText):
    """A text with others of the same change, which it may rest on."""

    beside: Annotated[list[DraftText], Field(max_length=8)] = []


class TrialIn(Input):
    """Texts that would be in force together with the rest of the policy."""

    texts: Annotated[list[DraftText], Field(min_length=1, max_length=9)]


class ScoreStep(Output):
    """How many customers have a score from `points` to the next step, now and then; null: no score."""

    points: int | None
    now: int
    then: int


class PlaceCount(Output):
    """How many customers have a grade, or stand in a quadrant, now and then, and what they owe."""

    code: str
    label: str
    now: int
    then: int
    receivable_now: Money | None
    receivable_then: Money | None


class GradeMove(Output):
    """Customers who go from a grade to another; `direction`: towards more risk, less, or to or from no grade."""

    before: str
    after: str
    direction: Literal["worse", "better", "neither"]
    customers: int
    receivable: Money | None


class CustomerMoved(Output):
    """A customer whose grade would change."""

    code: str
    name: str
    score_now: float | None
    score_then: float | None
    grade_now: str
    grade_then: str
    quadrant_now: str
    quadrant_then: str
    receivable: Money | None


class PlaceTrial(Output):
    """What becomes of scores, grades and quadrants. `customers`: who change grade, those who owe most first."""

    scores: list[ScoreStep]
    grades: list[PlaceCount]
    quadrants: list[PlaceCount]
    moves: list[GradeMove]
    changed: int
    changed_receivable: Money | None
    customers: list[CustomerMoved]


class CustomerHit(Output):
    """A customer whom a rule newly finds, or finds no more."""

    code: str
    name: str


class RuleTrial(Output):
    """For how many customers a rule fires, now and then. `unknown`: too little is known then."""

    key: str
    label: str
    now: int
    then: int
    more: int
    fewer: int
    unknown: int
    appears: list[CustomerHit]
    leaves: list[CustomerHit]


class PolicyTrial(Document):
    """What a change would say of the newest readings of the customers one sees.

    `customers`: looked at; `of`: all there are. `place`: null where scores and grades stay as they are.
    """

    as_of: date | None
    customers: int
    of: int
    currency: str
    place: PlaceTrial | None
    rules: list[RuleTrial]
    notes: list[str]


class ConditionLine(Output):
    """One comparison. `against`: another reading or a threshold; else `values` holds what was written."""

    name: str
    operator: str
    values: list[bool | int | float | str | None]
    against: str | None


class ConditionGroup(Output):
    """Lines and groups of which all (or any) must hold; `negated`: must not."""

    joint: Literal["all", "any"]
    negated: bool
    parts: list["ConditionLine | ConditionGroup"]


class ConditionSaid(Output):
    """A condition in words, and as lines where lines can show it; else `problem` says what is wrong, where there is."""

    words: str | None
    tree: ConditionGroup | None
    problem: str | None


class RuleSaid(Output):
    """A rule of a text in words."""

    key: str
    label: str
    when: ConditionSaid
    scope: ConditionSaid


class FormulaSaid(Output):
    """An indicator of a text in words."""

    key: str
    label: str
    dimension: str
    formula: str


class PolicyWords(Document):
    """A text of rules or indicators in words."""

    rules: list[RuleSaid]
    indicators: list[FormulaSaid]
