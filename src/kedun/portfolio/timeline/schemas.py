"""The shapes of a timeline."""

from datetime import date
from typing import Literal

from pydantic import Field

from kedun.accounts.schemas import Money, Output, Page, PageQuery
from kedun.portfolio.lists.schemas import Key
from kedun.portfolio.page.schemas import Batch, MomentQuery


class TimelineQuery(MomentQuery, PageQuery):
    """One page of a timeline."""

    kinds: list[Key] = Field(
        [], max_length=40, description="Kinds of fact, alert, alert_closed, assessment, owner, merger, merger_ended"
    )


class EntryShown(Output):
    """One thing that happened."""

    kind: str
    kind_label: str
    id: int
    on: date
    title: str
    amount: Money | None
    currency: str | None
    tone: Literal["plain", "low", "medium", "high", "critical"]


class Timeline(Page[EntryShown]):
    """One page of what happened to a customer, newest first."""

    as_of: date
    known_at: Batch
    is_past: bool
    masked: list[str]
