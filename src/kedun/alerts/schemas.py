"""The shapes of what people do with alerts, in the API."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from kedun.accounts.schemas import Choice, Document, Id, Input, Output
from kedun.alerts.states import PersonsMove, State

MOST_IDS = 200
Revision = Annotated[int, Field(ge=1, le=2**31 - 1)]


class MoveIn(Input):
    """A move without particulars; `revision`: the one that was looked at."""

    revision: Revision | None = None


class SnoozeIn(MoveIn):
    """Let it rest to the end of a day."""

    until: date


class ResolveIn(MoveIn):
    """Close it with a reason and a note."""

    reason: str = Field(max_length=40)
    note: str = Field(max_length=4000)


class AssignIn(MoveIn):
    """Give it to a person; null: to nobody."""

    owner: Id | None


class BulkIn(Input):
    """One move for many alerts; `revisions`: those that were looked at, by id. A move's own fields go with it."""

    ids: list[Id] = Field(min_length=1, max_length=MOST_IDS)
    move: PersonsMove
    revisions: dict[Id, Revision] = Field(default_factory=dict, max_length=MOST_IDS)
    until: date | None = None
    reason: str | None = Field(None, max_length=40)
    note: str | None = Field(None, max_length=4000)
    owner: Id | None = None


class AlertMoved(Document):
    """An alert after a move."""

    id: int
    state: State
    state_label: str
    revision: int
    owner: int | None
    snoozed_until: date | None
    allowed: list[PersonsMove]


class BulkOutcome(Output):
    """What became of one alert: `state` and `revision` after the move, or why there was none."""

    id: int
    ok: bool
    state: State | None = None
    revision: int | None = None
    code: str | None = None
    message: str | None = None


class BulkMoved(Document):
    """What became of each alert, in the order asked."""

    moved: int
    refused: int
    outcomes: list[BulkOutcome]


class AlertNumbers(Document):
    """How many alerts there are: by state, and of those not closed by severity, mine, nobody's, and told to nobody."""

    states: dict[State, int]
    severities: dict[Literal["low", "medium", "high", "critical"], int]
    mine: int
    unassigned: int
    no_recipient: int


class ClosingReasons(Document):
    """Why an alert can be closed by a person."""

    items: list[Choice]
