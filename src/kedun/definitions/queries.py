"""What can be asked of definitions."""

from collections.abc import Mapping
from dataclasses import dataclass

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


def live(kind: str, *, on: Day | None = None) -> Mapping[str, Definition]:
    """Give, by key, what is live on a day (today when none is named): the newest version live from then or earlier."""
    day = today(clock()) if on is None else on
    rows = Version.objects.filter(kind=kind, live_from__lte=day).order_by("key", "-version").distinct("key")
    return {row.key: _definition(row) for row in rows}


def first(kind: str) -> Mapping[str, Definition]:
    """Give the first version by key: what stands in for days before anything was live (RULINGS §4)."""
    return {row.key: _definition(row) for row in Version.objects.filter(kind=kind, version=1).order_by("key")}


def version(kind: str, key: str, number: int) -> Definition:
    """Give one version of one definition.

    Raises: DefinitionNotFound.
    """
    row = Version.objects.filter(kind=kind, key=key, version=number).first()
    if row is None:
        raise DefinitionNotFound(kind=kind, key=key, version=number)
    return _definition(row)


def _definition(row: Version) -> Definition:
    assert row.live_from is not None, "every stored version is live from a day; the table's constraint says so"
    return Definition(
        kind=row.kind,
        key=row.key,
        version=row.version,
        body=row.body,
        sha256=row.sha256,
        live_from=row.live_from,
    )
