"""Every version of a fact, as tests look at them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kedun.facts.models import CURRENT, HISTORY
from kedun.facts.tables import kept_columns


@dataclass(frozen=True, slots=True)
class Version:
    """What was believed of a fact from one batch until another; `known_to_batch` None: it still is."""

    source: str
    known_from_batch: int
    known_to_batch: int | None
    values: Mapping[str, int | str | bool | None]


def versions_of(kind: str, external_id: str, *, source: str | None = None) -> Sequence[Version]:
    """Give every version of a fact, oldest first; of all sources that use the id, or of one."""
    names = tuple(column.name for column in kept_columns(kind))
    named = {"external_id": external_id} if source is None else {"external_id": external_id, "source": source}
    rows = CURRENT[kind]._default_manager.filter(**named)
    ids = list(rows.values_list("id", flat=True))
    earlier = HISTORY[kind]._default_manager.filter(id__in=ids).values_list(*names, "known_to_batch")
    versions = [_version(names, row) for row in [*earlier, *((*row, None) for row in rows.values_list(*names))]]
    return tuple(sorted(versions, key=lambda version: (version.source, version.known_from_batch)))


def _version(names: Sequence[str], row: tuple[int | str | bool | None, ...]) -> Version:
    values = dict(zip(names, row[:-1], strict=True))
    source, known_from, known_to = values.pop("source"), values.pop("known_from_batch"), row[-1]
    assert isinstance(source, str)
    assert isinstance(known_from, int)
    assert known_to is None or isinstance(known_to, int)
    return Version(source, known_from, known_to, values)
