"""Reads and writes deliveries: each is taken by one sender at a time."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection
from django.db.models import Count, Q

from kedun.notify.models import Delivery
from kedun.notify.states import OVER

LONGEST_ERROR = 500
Receiver = tuple[int, str]
"""A person's id, or 0 and the company's address."""

_CLAIM = """
    WITH due AS (
        SELECT id FROM notify_delivery WHERE state = 'waiting' AND next_try_at <= %(now)s
        ORDER BY next_try_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
    ), taken AS (
        UPDATE notify_delivery AS delivery SET attempts = delivery.attempts + 1, next_try_at = %(until)s
        FROM due WHERE delivery.id = due.id
        RETURNING delivery.id, delivery.person_id, delivery.address, delivery.topic, delivery.key, delivery.subject,
                  delivery.body, delivery.attempts
    )
    SELECT taken.id, taken.topic, taken.key, taken.subject, taken.body, taken.attempts,
           CASE WHEN person.id IS NULL THEN taken.address
                WHEN person.is_active THEN COALESCE(NULLIF(person.notify_address, ''), person.email) ELSE '' END
    FROM taken LEFT JOIN accounts_person AS person ON person.id = taken.person_id
"""
_CLEAR_AWAY = (
    "DELETE FROM notify_delivery WHERE id IN (SELECT id FROM notify_delivery"
    " WHERE state = ANY(%(over)s) AND created_at < %(before)s ORDER BY id LIMIT %(most)s)"
)


@dataclass(frozen=True, slots=True)
class Taken:
    """A delivery that one sender holds; `address` is "" when its person left."""

    id: int
    topic: str
    mark: str
    subject: str
    body: str
    attempts: int
    address: str


def insert(rows: Sequence[Delivery]) -> list[Delivery]:
    """Store rows; gives those whose key was not there yet."""
    keys = [row.key for row in rows]
    before = set(Delivery.objects.filter(key__in=keys).values_list("key", flat=True))
    fresh = {row.key: row for row in rows if row.key not in before}
    Delivery.objects.bulk_create(fresh.values(), ignore_conflicts=True)
    return list(Delivery.objects.filter(key__in=fresh).select_related("person"))


def held(before: datetime) -> list[Delivery]:
    """Take what waits to be gathered, oldest first: for the morning's digest since before a moment, or for a calm."""
    due = Q(state="held") & (Q(next_try_at__isnull=False) | Q(created_at__lt=before))
    found = Delivery.objects.filter(due).select_for_update(skip_locked=True, of=("self",))
    return list(found.select_related("person").order_by("id"))


def recent(receivers: Collection[Receiver], since: datetime) -> Mapping[Receiver, int]:
    """Count what receivers were told by mail since a moment."""
    told = Delivery.objects.filter(created_at__gte=since).exclude(state="quiet")
    told = told.filter(Q(person_id__in=[each[0] for each in receivers if each[0]]) | Q(person_id=None))
    return {
        (person or 0, address): count
        for person, address, count in told.values_list("person_id", "address").annotate(Count("id"))
    }


def claim(*, now: datetime, lease: timedelta) -> Taken | None:
    """Take the next delivery that is due, for as long as the lease lasts; no other sender gets it meanwhile."""
    with connection.cursor() as cursor:
        cursor.execute(_CLAIM, {"now": now, "until": now + lease})
        row = cursor.fetchone()
    return Taken(*row) if row else None


def mark_sent(delivery_id: int, *, at: datetime) -> None:
    """Note that the mail server took it."""
    Delivery.objects.filter(id=delivery_id).update(state="sent", sent_at=at, next_try_at=None, error="")


def mark_quiet(delivery_ids: Collection[int]) -> None:
    """Note that they go to nobody by mail."""
    Delivery.objects.filter(id__in=delivery_ids).update(state="quiet", next_try_at=None, digest=None)


def told_in(delivery_id: int) -> list[Delivery]:
    """Give the things that a mail tells: what stands in a digest, else the delivery itself."""
    gathered = list(Delivery.objects.filter(digest=delivery_id).select_related("person").order_by("id"))
    return gathered or list(Delivery.objects.filter(id=delivery_id).select_related("person"))


def take_apart(delivery_id: int) -> None:
    """Hold what is left in a digest for another one, and drop the digest; a quiet delivery of its own stays."""
    Delivery.objects.filter(digest=delivery_id).update(state="held", digest=None)
    Delivery.objects.filter(id=delivery_id, state="waiting").delete()


def mark_failed(delivery_id: int, error: str, again: datetime | None) -> None:
    """Note a failed attempt and when to try again; None: never."""
    state = "dead" if again is None else "waiting"
    Delivery.objects.filter(id=delivery_id).update(state=state, next_try_at=again, error=error[:LONGEST_ERROR])


def clear_away(*, before: datetime, most: int) -> int:
    """Clear away the oldest deliveries that are over and were made before a moment; gives how many.

    What stands in a digest is older than the digest and so goes no later.
    """
    with connection.cursor() as cursor:
        cursor.execute(_CLEAR_AWAY, {"over": list(OVER), "before": before, "most": most})
        cleared: int = cursor.rowcount
    return cleared


def path_of(subject_of: str) -> str:
    """Give the page of what a delivery is about."""
    kind, _, which = subject_of.partition(":")
    paths = {"alert": f"/alerts/{which}", "movement": f"/monthly?month={which}"}
    paths |= {"approval": f"/approvals/{which}", "change": f"/policy/changes/{which}"}
    return paths.get(kind, "/workbench") if which else "/workbench"
