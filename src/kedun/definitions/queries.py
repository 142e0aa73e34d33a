"""What can be asked of definitions."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from kedun.definitions.models import Version
from kedun.definitions.refusals import DefinitionNotFound
from kedun.kernel.clock import clock, today
from kedun.kernel.days import Day


@dataclass(frozen=True, slots=True)
class Definition:
    """One version of what a user designed; `documents.read(body)` gives its values."""

    kind: str
    key: str
    version: int
    body: str
    sha256: str
    live_from: Day
    author: str = ""
    reason: str = ""
    created_at: datetime | None = None


def standing() -> QuerySet[Version]:
    """Give the versions that are or will be in force, or were: all that have a day and were not taken back before it."""
    return Version.objects.filter(cancellation=None, live_from__isnull=False)


def live(kind: str, *, on: Day | None = None) -> Mapping[str, Definition]:
    """Give, by key, what is live on a day (today when none is named): the newest version live from then or earlier."""
    day = today(clock()) if on is None else on
    rows = standing().filter(kind=kind, live_from__lte=day).order_by("key", "-version").distinct("key")
    return {row.key: _definition(row) for row in rows}


def live_hashes(kinds: Collection[str], *, on: Day) -> Mapping[str, tuple[str, int]]:
    """Give, by kind, hash and version of what `live` gives first; in one query, without the texts."""
    found = standing().filter(kind__in=kinds, live_from__lte=on)
    rows = found.order_by("kind", "key", "-version").distinct("kind")
    return {kind: (sha256, number) for kind, sha256, number in rows.values_list("kind", "sha256", "version")}


def live_since(kinds: Collection[str], *, on: Day) -> Mapping[str, tuple[Day, int]]:
    """Give, by kind, first day and version of what `live` gives; in one query, without the texts."""
    found = standing().filter(kind__in=kinds, live_from__lte=on).order_by("kind", "key", "-version").distinct("kind")
    rows = found.values_list("kind", "live_from", "version")
    return {kind: (day, number) for kind, day, number in rows if day is not None}


def first_days(kinds: Collection[str], *, after: Day, until: Day) -> list[Day]:
    """Give the days after one, up to another, on which a version of some kinds comes into force, in order."""
    coming = standing().filter(kind__in=kinds, live_from__gt=after, live_from__lte=until)
    return sorted({day for day in coming.values_list("live_from", flat=True) if day is not None})


def first(kind: str) -> Mapping[str, Definition]:
    """Give the first version by key: what stands in for days before anything was live."""
    rows = Version.objects.filter(kind=kind, live_from__isnull=False).order_by("key", "version").distinct("key")
    return {row.key: _definition(row) for row in rows}


def version(kind: str, key: str, number: int) -> Definition:
    """Give one version of one definition, which was or is to be in force.

    Raises: DefinitionNotFound.
    """
    return _definition(stored(kind, key, number))


def stored(kind: str, key: str, number: int) -> Version:
    """Give one version as it is kept, also one that is never in force.

    Raises: DefinitionNotFound.
    """
    row = Version.objects.filter(kind=kind, key=key, version=number).first()
    if row is None:
        raise DefinitionNotFound(kind=kind, key=key, version=number)
    return row


def _definition(row: Version) -> Definition:
    assert row.live_from is not None, "what is or was in force has a first day"
    return Definition(
        kind=row.kind,
        key=row.key,
        version=row.version,
        body=row.body,
        sha256=row.sha256,
        live_from=row.live_from,
        author=row.author,
        reason=row.reason,
        created_at=row.created_at,
    )
