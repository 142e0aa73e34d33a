"""Under which customers deliveries land: names of merged customers mean those that they were merged into."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kedun.facts.merging import statements
from kedun.facts.prepared.store import fetch


@dataclass(frozen=True, slots=True)
class Named:
    """The customers that the rows of a chunk name.

    `ids`: by name, who is meant. `merges`: by name of a merged customer, the merger. `is_concerned`: whether a merger
    touches any of them.
    """

    ids: Mapping[str, int] = field(default_factory=dict)
    merges: Mapping[str, int] = field(default_factory=dict)
    is_concerned: bool = False


def meant(found: Mapping[str, int]) -> Named:
    """Tell whom names mean, from the ids of the customers that bear them."""
    concerned = fetch(statements.CONCERNED, {"customers": sorted(set(found.values()))}) if found else []
    into = {merged: (taker, merge) for merged, taker, merge in concerned}
    merges = {name: into[number][1] for name, number in found.items() if number in into}
    ids = {name: into[number][0] if number in into else number for name, number in found.items()}
    return Named(ids, merges, is_concerned=bool(concerned))


def hidden(source: str, external_ids: Sequence[str]) -> frozenset[str]:
    """Give those of a source's customers that are merged into others."""
    rows = fetch(statements.HIDDEN, {"source": source, "names": list(external_ids)})
    return frozenset(name for (name,) in rows)


def note_named(kind: str, source: str, rows: Mapping[str, str], named: Named) -> None:
    """Remember of written facts which merged customer they name, so that they go back to it when it is parted again.

    Shape: rows by the fact's external id, the name of its customer.
    """
    merges = [named.merges.get(name) for name in rows.values()]
    fetch(statements.remember_named(kind), {"source": source, "names": list(rows), "merges": merges})
