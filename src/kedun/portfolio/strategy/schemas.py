"""The shapes of strategies, contingency plans and letters for a customer."""

from datetime import date
from typing import Literal

from kedun.accounts.schemas import Choice, Document, Output
from kedun.credit.letters import Purpose
from kedun.credit.strategies import PlaceKind
from kedun.portfolio.page.schemas import Told


class LetterLine(Output):
    """A letter there is. `purpose`: a general one can be filled for any customer; others come with what they are for."""

    key: str
    label: str
    purpose: Purpose


class PlaceholderOffered(Output):
    """What a letter for some purposes may tell."""

    name: str
    label: str
    purposes: list[Purpose]


class LetterList(Document):
    """The letters in force, which version of them, and the placeholders that letters may use."""

    version: int | None
    items: list[LetterLine]
    placeholders: list[PlaceholderOffered]


class StepShown(Output):
    """What somebody does. `within_days`: working days; `due_on`: counted from the start where one is known."""

    key: str
    label: str
    role: Choice
    within_days: int
    due_on: date | None
    evidence: str


class TermShown(Output):
    """One thing that holds for the customer, and whether by the strategy of its quadrant or of its grade."""

    name: str
    label: str
    words: str
    by: PlaceKind


class StrategyShown(Output):
    """A strategy that applies to the customer."""

    kind: PlaceKind
    place: Told
    label: str
    about: str | None
    steps: list[StepShown]
    letter: LetterLine | None


class CustomerStrategy(Document):
    """What is done about a customer by where it stands; of each term the strictest holds. `version`: of the library."""

    code: str
    as_of: date
    version: int | None
    live_from: date | None
    quadrant: Told
    grade: Told
    terms: list[TermShown]
    approvers: list[Choice]
    strategies: list[StrategyShown]


class PlanShown(Output):
    """A contingency plan, with days counted from the day that the alert opened."""

    key: str
    label: str
    about: str | None
    steps: list[StepShown]
    letter: LetterLine | None


class AlertPlan(Document):
    """The contingency plan for an alert, by the version in force today; null where its rule has none."""

    alert: int
    rule: str
    version: int | None
    live_from: date | None
    plan: PlanShown | None


class FilledLetter(Output):
    """A letter in one language. `missing`: what is not known and left blank."""

    language: Literal["zh", "en"]
    subject: str
    text: str
    missing: list[Choice]


class CustomerLetter(Document):
    """A letter filled for a customer; no texts where something in them is hidden from whoever asks."""

    code: str
    key: str
    label: str
    version: int
    as_of: date
    letters: list[FilledLetter]
    masked: list[str]
