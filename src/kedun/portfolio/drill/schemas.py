"""The shapes of facts as tables, and of the evidence behind a reading."""

from datetime import date, datetime
from typing import Literal

from pydantic import Field

from kedun.accounts.schemas import Document, Output, Page, PageQuery
from kedun.portfolio.lists.schemas import Key, Number
from kedun.portfolio.page.schemas import Batch, MomentQuery

Cell = str | int | float | bool | None


class FactColumn(Output):
    """One column of a table; amounts are decimal strings, days ISO days."""

    key: str
    label: str
    form: Literal["text", "number", "amount", "reporting", "day", "yes"]
    is_hidden: bool


class OriginShown(Output):
    """Where this version of a fact came from."""

    source: str
    external_id: str
    reported_on: date | None
    batch: Batch
    known_since: datetime | None
    actor: str


class FactRow(Output):
    """One fact."""

    id: int
    event_on: date | None
    origin: OriginShown
    cells: dict[str, Cell]


class FactsQuery(MomentQuery, PageQuery):
    """One page of facts, from which day and with which knowledge."""

    is_open: bool | None = Field(None, description="Of invoices and legal events: only those open, or only the others")


class FactsPage(Page[FactRow]):
    """One page of a customer's facts of a kind, newest first."""

    kind: str
    label: str
    columns: list[FactColumn]
    currency: str
    as_of: date
    known_at: Batch
    is_past: bool
    masked: list[str]


class VersionShown(Output):
    """What was believed of a fact from one batch until another; `known_until` null: it still is."""

    known_from: OriginShown
    known_until: Batch | None
    known_until_time: datetime | None
    is_retracted: bool
    cells: dict[str, Cell]
    changed: list[str]


class Versions(Document):
    """Every version of a fact, newest first."""

    kind: str
    id: int
    columns: list[FactColumn]
    items: list[VersionShown]
    masked: list[str]


class EvidenceQuery(MomentQuery, PageQuery):
    """Which rows behind a reading; without a measure, the first rows of each."""

    measure: Key | None = None


class TakenRow(FactRow):
    """A fact that a measure takes, and what it takes of it: a decimal amount, a number, a day, or 1 where it counts."""

    taken: Number


class MeasureShown(Output):
    """One measure that a reading rests on, with the rows behind it."""

    key: str
    words: str
    filter_words: str
    function: Literal["count", "sum", "min", "max"]
    kind: str
    kind_label: str
    taken_label: str
    value: Number
    form: Literal["number", "reporting", "day"]
    is_hidden: bool
    rows: int
    columns: list[FactColumn]
    items: list[TakenRow]
    next_cursor: str | None


class RestsOn(Output):
    """Another reading that a formula names; null where there is none or it is hidden."""

    key: str
    label: str
    value: Number
    unit: str
    masked: bool


class Evidence(Document):
    """A reading with its formula and the very facts behind it."""

    code: str
    key: str
    label: str
    unit: str
    value: Number
    missing: str | None
    missing_words: str | None
    formula: str
    formula_words: str
    source: str
    rests_on: list[RestsOn]
    measures: list[MeasureShown]
    currency: str
    as_of: date
    known_at: Batch
    known_at_time: datetime | None
    is_past: bool
    masked: list[str]
