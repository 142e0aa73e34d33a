"""The shapes of the workbench: what changed, and what waits for somebody."""

from datetime import date
from typing import Literal

from kedun.accounts.schemas import Document, Output
from kedun.portfolio.inbox.schemas import AlertRow
from kedun.portfolio.overview.schemas import CountFigure


class CustomerNamed(Output):
    """A customer by code and name."""

    code: str
    name: str


class Changed(Output):
    """One customer whose standing grade moved."""

    customer: CustomerNamed
    what: Literal["grade"]
    before: str
    before_words: str
    after: str
    after_words: str
    is_worse: bool
    at: date


class ChangedList(Output):
    """The customers whose standing grade moved lately: the newest, and the list of all."""

    since: date
    figure: CountFigure
    items: list[Changed]


class Waiting(Output):
    """What waits; null where one's role has no such list."""

    my_alerts: CountFigure
    unassigned: CountFigure
    snoozed: CountFigure
    snoozes_ending: int
    open_rejects: CountFigure | None
    imports_running: CountFigure | None


class Step(Output):
    """One step of setting the program up; `path`: where it is done."""

    key: Literal["customers", "invoices", "rules", "alerts", "people", "mail"]
    done: bool
    path: str
    is_optional: bool


class SetUp(Output):
    """How far the program is set up; done when every step that is not optional is."""

    done: bool
    steps: list[Step]


class Workbench(Document):
    """What one begins the day with. `items`: one's own alerts, gravest first, then those of nobody."""

    as_of: date
    changed: ChangedList
    waiting: Waiting
    items: list[AlertRow]
    set_up: SetUp
    masked: list[str]
