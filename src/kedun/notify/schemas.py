"""The shapes of notify's part of the API."""

from datetime import datetime

from pydantic import Field

from kedun.accounts.schemas import Document, Input, Output
from kedun.notify.states import State


class Notification(Output):
    """Something a person was told; `path` is the page it is about."""

    id: int
    topic: str
    subject: str
    path: str
    state: State
    state_label: str
    at: datetime


class DeliveryRow(Output):
    """A delivery as administrators see it."""

    id: int
    to: str
    topic: str
    subject: str
    state: State
    state_label: str
    attempts: int
    next_try_at: datetime | None
    error: str | None
    created_at: datetime
    sent_at: datetime | None


class DeliveryDocument(DeliveryRow, Document):
    """One delivery."""


class DeliveriesQuery(Input):
    """Which deliveries to list; no state: those of every state."""

    state: list[State] = Field(default_factory=list, max_length=6)
