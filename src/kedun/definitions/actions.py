"""What definitions does: storing versions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.db import connection, transaction
from django.db.models import Max

from kedun.accounts import actions as accounts
from kedun.definitions.models import Offer, Version
from kedun.definitions.queries import standing
from kedun.definitions.refusals import DefinitionChangedMeanwhile
from kedun.definitions.starter import Draft, read_folder
from kedun.kernel.clock import Clock, clock
from kedun.kernel.days import Day
from kedun.kernel.hashing import Json

POLICY_CHANGED = "policy.changed"
"""The topic by which the flow learns that everybody is to be assessed anew."""

_LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('kedun.definitions', 0))"


@dataclass(frozen=True, slots=True)
class Loaded:
    """What loading a folder did, as "kind/key v2". `offered`: texts that are shipped anew and wait for somebody to propose them."""

    new: tuple[str, ...]
    unchanged: tuple[str, ...]
    offered: tuple[str, ...] = ()


def load_starter(folder: Path, *, actor: str, on: Day, by_clock: Clock | None = None) -> Loaded:
    """Store as version 1, live from `on`, every document of a folder of whose kind there is none; offer what is new in others.

    What is in force is never changed by it: a text of a kind that has versions, and that was not shipped just before, is
    offered, for somebody to propose as a change. Loading the same folder again changes nothing. One bad file
    refuses the whole folder before anything is stored.

    Raises: the refusals of refusals.py.
    """
    drafts = read_folder(folder)
    at = (by_clock or clock()).now()
    with transaction.atomic():
        lock()
        newest = _newest()
        rows = [
            _next(draft, None, actor=actor, on=on, at=at) for draft in drafts if (draft.kind, draft.key) not in newest
        ]
        Version.objects.bulk_create(rows)
        if rows:
            accounts.record(actor, "definitions.load", {"new": _names(rows), "live_from": on}, at=at)
        offered = _offer([draft for draft in drafts if (draft.kind, draft.key) in newest], actor=actor, at=at)
    kept = [newest[draft.kind, draft.key] for draft in drafts if (draft.kind, draft.key) in newest]
    return Loaded(_names(rows), _names(kept), offered)


def _offer(drafts: Sequence[Draft], *, actor: str, at: datetime) -> tuple[str, ...]:
    """Keep of each kind which text is shipped now; one that was not shipped just before waits for an answer, also anew."""
    shipped = dict(Offer.objects.filter(is_shipped=True).values_list("kind", "sha256"))
    known = set(Version.objects.filter(sha256__in=[each.sha256 for each in drafts]).values_list("kind", "sha256"))
    new = [
        draft
        for draft in drafts
        if (draft.sha256 != shipped[draft.kind] if draft.kind in shipped else (draft.kind, draft.sha256) not in known)
    ]
    for draft in new:
        Offer.objects.filter(kind=draft.kind, is_shipped=True).update(is_shipped=False)
        told = {"body": draft.body, "at": at, "is_shipped": True, "change_set": None, "declined_by": None}
        Offer.objects.update_or_create(kind=draft.kind, sha256=draft.sha256, defaults=told)
    if new:
        accounts.record(actor, "definitions.offer", {"kinds": [draft.kind for draft in new]}, at=at)
    return tuple(draft.kind for draft in new)


def lock() -> None:
    """Let nobody else store versions until this transaction ends, so that what was checked is what comes into force."""
    with connection.cursor() as cursor:
        cursor.execute(_LOCK)


def publish(draft: Draft, *, actor: str, on: Day, reason: str, seen: int | None = None, at: datetime) -> int:
    """Store the next version of one definition, live from `on`; gives its number. What says the same is no new version.

    `seen`: the version that the author looked at, so that nobody's change is overwritten unseen.
    Raises: DefinitionChangedMeanwhile.
    """
    with transaction.atomic():
        lock()
        newest = standing().filter(kind=draft.kind, key=draft.key).order_by("-version").first()
        present = newest.version if newest else 0
        if seen is not None and seen != present:
            raise DefinitionChangedMeanwhile(kind=draft.kind, key=draft.key, seen=seen, present=present)
        if newest is not None and newest.sha256 == draft.sha256:
            return newest.version
        row = _next(draft, newest, actor=actor, on=on, at=at)
        row.reason = reason
        row.save(force_insert=True)
        told: dict[str, Json] = {"version": row.version, "live_from": on, "reason": reason}
        accounts.record(actor, "definitions.publish", told, subject=f"{draft.kind}:{draft.key}", at=at)
        return row.version


def _newest() -> Mapping[tuple[str, str], Version]:
    rows = standing().order_by("kind", "key", "-version").distinct("kind", "key")
    return {(row.kind, row.key): row for row in rows}


def _next(draft: Draft, newest: Version | None, *, actor: str, on: Day, at: datetime) -> Version:
    """Give the stored version when it says the same, else a new one that is not stored yet."""
    if newest is not None and newest.sha256 == draft.sha256:
        return newest
    return Version(
        kind=draft.kind,
        key=draft.key,
        version=_last_number(draft) + 1,
        body=draft.body,
        sha256=draft.sha256,
        state="live",
        live_from=on,
        author=actor,
        created_at=at,
    )


def _last_number(draft: Draft) -> int:
    """Give the number of the last version, in force or not: a number is given once."""
    found = Version.objects.filter(kind=draft.kind, key=draft.key).aggregate(last=Max("version"))
    return found["last"] or 0


def _names(rows: Iterable[Version]) -> tuple[str, ...]:
    return tuple(str(row) for row in rows)
