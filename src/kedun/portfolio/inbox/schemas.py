"""The shapes of the alerts of the book, in the API."""

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field

from kedun.accounts.schemas import Document, Output, Page, PageQuery
from kedun.alerts.states import PersonsMove, Severity, State
from kedun.portfolio.inbox.filters import Sort
from kedun.portfolio.lists.schemas import MomentQuery

MOST_VALUES = 50
RuleKey = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")]


class AlertFilters(MomentQuery):
    """Which alerts, in which order; of a past moment as they stood then."""

    state: list[State] = Field([], max_length=5, description="Those that are open, if none is named")
    severity: list[Severity] = Field([], max_length=4)
    rule: list[RuleKey] = Field([], max_length=MOST_VALUES)
    risk_type: list[RuleKey] = Field([], max_length=20)
    customer: str = Field("", max_length=200, description="Its code")
    owner: str = Field(
        "", pattern=r"^(me|none|[1-9][0-9]{0,17})?$", description='Who looks after it: "me", a person\'s id, or "none"'
    )
    q: str = Field("", max_length=100, description="Part of a customer's code or name, or of a rule's name")
    no_recipient: bool = Field(False, description="Only those of which nobody could be told")
    sort: Sort = "-severity"


class AlertQuery(AlertFilters, PageQuery):
    """One page of a list of alerts."""


class CustomerOf(Output):
    """Whose alert it is."""

    code: str
    name: str


class RuleOf(Output):
    """Which rule opened it; `is_on` is false when it was switched off or is gone."""

    key: str
    label: str
    is_on: bool


class PersonNamed(Output):
    """Somebody by name; without an id, a name that is nobody's here."""

    id: int | None
    name: str


class AlertEvidence(Output):
    """One reading that an alert rests on; null where there is none or it is hidden. Money is a decimal string."""

    name: str
    label: str
    value: int | float | str | bool | None
    unit: str
    currency: str | None
    text: str
    masked: bool


class Opening(Output):
    """The day an alert was opened for, and when."""

    as_of: date
    at: datetime


class Closing(Output):
    """How an alert ended."""

    as_of: date
    at: datetime
    reason: str
    reason_label: str
    note: str | None


class Acknowledged(Output):
    """Who took note of it, and when."""

    by: str
    at: datetime


class AlertRow(Output):
    """One alert. `latency_seconds`: from the newest fact's arrival to the alert; `no_recipient`: nobody could be told."""

    id: int
    customer: CustomerOf
    rule: RuleOf
    occurrence: int
    severity: Severity
    severity_label: str
    state: State
    state_label: str
    risk_type: str
    risk_type_label: str
    owner: PersonNamed | None
    opened: Opening
    updated_at: datetime
    fact_at: datetime | None
    latency_seconds: float | None
    evidence: list[AlertEvidence]
    acknowledged: Acknowledged | None
    snoozed_until: date | None
    closed: Closing | None
    told: int | None
    no_recipient: bool
    revision: int
    allowed: list[PersonsMove]


class AlertPage(Page[AlertRow]):
    """One page of a list of alerts; `total` comes with the first page only. On a past day nothing is `allowed`."""

    as_of: date
    known_at: int
    known_at_time: datetime | None
    is_past: bool
    currency: str
    masked: list[str]


class EventShown(Output):
    """One thing that happened to an alert, in words."""

    at: datetime
    actor: str
    what: str
    words: str
    as_of: date | None
    evidence: list[AlertEvidence]


class ToldShown(Output):
    """Somebody who was told of it."""

    name: str
    state: Literal["waiting", "held", "sent", "gathered", "dead", "quiet"]
    state_label: str
    at: datetime


class AlertDocument(AlertRow, Document):
    """One alert with what its rule asks, all that happened to it, and who was told."""

    condition: str | None
    events: list[EventShown]
    told_to: list[ToldShown]
    currency: str
    masked: list[str]
