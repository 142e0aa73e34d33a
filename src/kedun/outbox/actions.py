"""What outbox does: keeping what must go out until it is sent."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.db import connection, transaction

from kedun.kernel.clock import clock
from kedun.kernel.hashing import Json
from kedun.outbox.messages import Message
from kedun.outbox.models import Outgoing
from kedun.outbox.queries import Waiting, waiting_of

KEPT = timedelta(days=30)
"""So long a message that was dealt with stays for people to see."""

MOST_CLEARED = 100_000
"""Rows that are cleared away at a time."""


def append(topic: str, key: str, payload: Mapping[str, Json], *, at: datetime | None = None) -> bool:
    """Keep one message in the caller's transaction; False when the same topic and key was there already."""
    return append_many((Message(topic, key, payload),), at=at) == 1


_APPEND = """
    INSERT INTO outbox_outgoing (topic, key, payload, created_at, attempts)
    SELECT topic, key, payload, %s, 0
    FROM jsonb_to_recordset(%s::jsonb) AS message (topic text, key text, payload jsonb)
    ON CONFLICT (topic, key) DO NOTHING
"""


def append_many(messages: Sequence[Message], *, at: datetime | None = None) -> int:
    """Keep many messages in one statement of the caller's transaction; gives how many were new."""
    if not messages:
        return 0
    said = [{"topic": each.topic, "key": each.key, "payload": each.payload} for each in messages]
    with connection.cursor() as cursor:
        cursor.execute(_APPEND, [at or clock().now(), json.dumps(said, ensure_ascii=False, allow_nan=False)])
        new: int = cursor.rowcount
    return new


@contextmanager
def taken(topics: Sequence[str], limit: int, *, at: datetime | None = None) -> Iterator[tuple[Waiting, ...]]:
    """Take the oldest waiting messages of some topics for the block; nobody else gets them meanwhile.

    The block is one transaction: what it does and the mark that the messages were dealt with stand or fall together.
    """
    with transaction.atomic():
        rows = Outgoing.objects.filter(topic__in=topics, sent_at=None).order_by("id")
        messages = tuple(waiting_of(row) for row in rows.select_for_update(skip_locked=True)[:limit])
        yield messages
        done([each.id for each in messages], at=at)


def done(messages: Iterable[int], *, at: datetime | None = None) -> None:
    """Note that messages were dealt with; they are never taken again."""
    Outgoing.objects.filter(id__in=list(messages)).update(sent_at=at or clock().now())


def clear_away(*, now: datetime) -> int:
    """Clear away messages that were dealt with long ago; gives how many. What waits stays, however old."""
    with connection.cursor() as cursor:
        cursor.execute(_CLEAR_AWAY, {"before": now - KEPT, "most": MOST_CLEARED})
        cleared: int = cursor.rowcount
    return cleared


_CLEAR_AWAY = (
    "DELETE FROM outbox_outgoing WHERE id IN"
    " (SELECT id FROM outbox_outgoing WHERE sent_at < %(before)s ORDER BY id LIMIT %(most)s)"
)
