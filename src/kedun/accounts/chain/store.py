"""Adds links to the chain and reads it back. Links follow the order in which rows were found, not that of their ids."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connection, transaction
from django.db.models import Max

from kedun.accounts.chain.links import FIRST, Entry, linked
from kedun.accounts.models import Audit, AuditLink

MOST_LINKS = 10_000
LOOK_BACK = 10_000
ONE_AT_A_TIME = 0x6B64_6368  # "kdch": one process at a time adds links
_UNLINKED = """
    SELECT a.id, a.at, a.actor, a.verb, a.subject, a.params FROM accounts_audit a
    WHERE a.id > %s AND NOT EXISTS (SELECT FROM accounts_audit_link l WHERE l.audit_id = a.id)
    ORDER BY a.id LIMIT %s
"""


@dataclass(frozen=True, slots=True)
class Head:
    """The last link. `position` counts from 1; 0 when there is none."""

    position: int
    hash: bytes


def head() -> Head:
    """Give the last link of the chain."""
    last = AuditLink.objects.order_by("-position").first()
    return Head(last.position, bytes(last.hash)) if last else Head(0, FIRST)


def extend(*, everything: bool) -> int:
    """Link up to MOST_LINKS rows that have no link yet, and give how many.

    A row may be committed after one with a higher id. Rows within LOOK_BACK ids of the last linked one are looked
    for each time, `everything` looks for all.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ONE_AT_A_TIME])
        newest = AuditLink.objects.aggregate(newest=Max("audit_id"))["newest"] or 0
        start = 0 if everything else max(0, newest - LOOK_BACK)
        found = Audit.objects.raw(_UNLINKED, [start, MOST_LINKS])
        last, links = head(), []
        for row in found:
            last = Head(last.position + 1, linked(last.hash, _entry(row)))
            links.append(AuditLink(position=last.position, audit_id=row.pk, hash=last.hash))
        AuditLink.objects.bulk_create(links)
    return len(links)


def chain() -> Iterator[tuple[AuditLink, Entry | None]]:
    """Give every link in order with the row it stands for; None when that is gone."""
    position = 0
    while True:
        links = list(AuditLink.objects.filter(position__gt=position).order_by("position")[:MOST_LINKS])
        if not links:
            return
        rows = {row.pk: _entry(row) for row in Audit.objects.filter(id__in=[link.audit_id for link in links])}
        for link in links:
            yield link, rows.get(link.audit_id)
        position = links[-1].position


def unlinked() -> int:
    """Count the audit rows that have no link."""
    return Audit.objects.count() - AuditLink.objects.count()


def _entry(row: Audit) -> Entry:
    return Entry(row.pk, row.at, row.actor, row.verb, row.subject, row.params)
