"""The shapes of what may be one firm, of mergers and of their end."""

from datetime import datetime

from pydantic import Field

from kedun.accounts.schemas import Choice, Code, Document, Input, Output, Page, PageQuery
from kedun.facts.merging.actions import LONGEST_REASON
from kedun.portfolio.lists.schemas import CustomerRow

Why = Field(min_length=1, max_length=LONGEST_REASON, description="Why; it stays with the merger and in the audit trail")


class DuplicatesQuery(PageQuery):
    """One page of the pairs, of all customers or of one."""

    customer: Code | None = Field(None, description="Only pairs with this customer")


class KindCount(Output):
    """How many facts of a kind a customer has."""

    kind: str
    label: str
    count: int


class Side(Output):
    """One of two customers: its line as in the list, the keys under which its system delivers it, and what it has."""

    customer: CustomerRow
    source: str
    external_id: str
    legal_entity: str
    uscc: str | None
    former_names: str | None
    terms_days: int | None
    holds: list[str] = Field(description="Codes of the customers that were merged into it")
    facts: list[KindCount]


class Duplicate(Output):
    """Two customers that may be one firm, and what they have in common."""

    one: Side
    other: Side
    evidence: list[Choice]
    numbers_differ: bool = Field(description="Both have a valid registry number, and not the same one")


class Duplicates(Page[Duplicate]):
    """Pairs, those with most in common first; each side as in the list of customers."""

    currency: str
    masked: list[str]


class PreviewQuery(Input):
    """Into which customer."""

    into: Code


class MergePreview(Document):
    """What merging would do: `merged` is hidden, its facts become those of `into`."""

    merged: Side
    into: Side
    moves: int = Field(description="Facts that change hands")
    due_by_terms: int = Field(description="Invoices without a due day of their own: it follows the terms of `into`")
    alerts_closed: int = Field(description="Open alerts of `merged`; what holds of `into` opens anew")
    loses_sight: list[str] = Field(
        description="People who saw `merged` as its owner or reader and do not see `into` so"
    )
    currency: str
    masked: list[str]


class MergeNew(Input):
    """Into which customer, and why."""

    into: Code
    reason: str = Why


class MergeEnd(Input):
    """Why the merger is taken back."""

    reason: str = Why


class NotSameNew(Input):
    """Which other customer is a different firm, and why."""

    other: Code
    reason: str = Why


class NotSameDocument(Document):
    """Two customers that are different firms; `is_new` is false where that was known."""

    one: str
    other: str
    is_new: bool


class MergeDocument(Document):
    """A merger, or its end: its batch, and how many facts changed hands."""

    merged: str
    into: str
    batch: int
    facts: int


class MergerShown(Output):
    """A merger: who, when and why, and the same of its end, null while it stands."""

    merged: Choice
    into: Choice | None = Field(description="null where whoever asks may not see it")
    batch: int
    by: str
    at: datetime
    reason: str | None = Field(description="null where names are hidden")
    ended_by: str | None
    ended_at: datetime | None
    ended_reason: str | None


class Mergers(Document):
    """The mergers of a customer, newest first: into it, and of it into another."""

    items: list[MergerShown]
