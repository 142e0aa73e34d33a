"""What can be asked of outbox."""

from dataclasses import dataclass
from datetime import datetime

from kedun.kernel.hashing import Json
from kedun.outbox.models import Outgoing

MOST_ROWS = 10_000


@dataclass(frozen=True, slots=True)
class Waiting:
    """A message that has not been sent."""

    id: int
    topic: str
    key: str
    payload: Json
    created_at: datetime
    attempts: int


def waiting(topic: str, limit: int = 100) -> tuple[Waiting, ...]:
    """Give the messages of a topic that wait to be sent, oldest first."""
    rows = Outgoing.objects.filter(topic=topic, sent_at=None).order_by("id")[: min(limit, MOST_ROWS)]
    return tuple(waiting_of(row) for row in rows)


def waiting_of(row: Outgoing) -> Waiting:
    """Give a stored message as frozen data."""
    return Waiting(
        id=row.id,
        topic=row.topic,
        key=row.key,
        payload=row.payload,
        created_at=row.created_at,
        attempts=row.attempts,
    )
