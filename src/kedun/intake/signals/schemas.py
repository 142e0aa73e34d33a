"""The documents of front-line signals."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from kedun.accounts.schemas import Document, Input, Output, Page, PageQuery
from kedun.intake.signals.definition import Severity

Code = Annotated[str, Field(min_length=1, max_length=200)]
TypeKey = Annotated[str, Field(min_length=1, max_length=64)]


class SeverityShown(Output):
    """A severity with its word and what a new signal of it deducts."""

    code: Severity
    label: str
    points: int


class SignalTypeShown(Output):
    """One type that may be reported; `is_mine`: it stands on the starter list of whoever asks."""

    type: str
    label: str
    label_zh: str
    label_en: str
    roles: list[str]
    is_mine: bool
    risk_type: str
    risk_label: str
    severity: Severity
    severities: list[SeverityShown]
    days: int


class SignalTypes(Document):
    """Everything that may be reported, one's own starter list first."""

    items: list[SignalTypeShown]


class SignalForm(Input):
    """What somebody noticed; without severity that of the type, without a day today."""

    customer: Code
    type: TypeKey
    severity: Severity | None = None
    note: Annotated[str, Field(max_length=500)] = ""
    observed_on: date | None = None


class SignalCustomer(Output):
    """A customer; the name is null where it is masked."""

    code: str
    name: str | None


class Reporter(Output):
    """Who reported it."""

    actor: str
    name: str


class SignalShown(Output):
    """A signal that was reported; `points_left`: what it deducts today."""

    id: int
    customer: SignalCustomer
    type: str
    label: str
    risk_type: str | None
    risk_label: str | None
    severity: str | None
    severity_label: str | None
    points: int
    points_left: float
    observed_on: date
    expires_on: date
    is_active: bool
    note: str | None
    reporter: Reporter
    source: str
    is_mine: bool


class SignalDocument(SignalShown):
    """One signal."""

    format: int = 1
    masked: list[str]


class SignalQuery(PageQuery):
    """Which signals."""

    customer: Annotated[str, Field(max_length=200)] = ""
    type: Annotated[str, Field(max_length=64)] = ""
    state: Literal["all", "active", "expired"] = "all"
    mine: bool = False


class SignalPage(Page[SignalShown]):
    """A page of signals."""

    masked: list[str] = []
