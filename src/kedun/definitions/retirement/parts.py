"""The definitions that stand inside a document, when one of them ended, and what still rests on one. Arithmetic."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, cast

from kedun.definitions.diff import as_tree, label_of
from kedun.definitions.diff_words import PLACES
from kedun.kernel.hashing import Json
from kedun.kernel.words import Words

_USERS: Final[Mapping[str, tuple[str, ...]]] = {
    "indicators": ("indicators", "scorecard", "value_card", "rules"),
    "rules": ("rule_choice", "contingency_plans"),
    "letters": ("contingency_plans", "strategies"),
}
"""By kind: the kinds whose documents name its definitions."""

_PROSE: Final = frozenset({"label", "why", "source", "about", "subject", "body", "evidence"})
_NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_UNDER: Final = ("measures", "earlier", "group", "book")
"""What formulas of indicators may name besides indicators; of two things with one name they mean these."""

Place = tuple[str, ...]
Documents = Mapping[str, Mapping[str, Json]]


@dataclass(frozen=True, slots=True)
class Retirement:
    """A definition that ended. `last`: the newest version that has it; `since`: the first version without it."""

    place: Place
    label: Words | None
    last: int
    since: int


@dataclass(frozen=True, slots=True)
class User:
    """What rests on a definition: one inside a document, or, without a label or place, the document."""

    kind: str
    place: Place
    label: Words | None


def parts(kind: str, document: Json) -> dict[Place, Json]:
    """Give the definitions inside a document by their places, in its order."""
    found: dict[Place, Json] = {}
    for place in PLACES.get(kind, ()):
        inside = document
        for step in place:
            inside = inside.get(step) if isinstance(inside, Mapping) else None
        found |= {(*place, key): value for key, value in (as_tree(inside) or {}).items()}
    return found


def labels(kind: str, document: Json) -> dict[Place, Words | None]:
    """Give what the definitions inside a document are called, by their places."""
    return {place: label_of(value, ()) for place, value in parts(kind, document).items()}


def retirements(versions: Sequence[tuple[int, Mapping[Place, Words | None]]]) -> dict[Place, Retirement]:
    """Give what earlier versions have and the last has not. Shape: numbers with the labels by place, in order."""
    found: dict[Place, Retirement] = {}
    before: tuple[int, Mapping[Place, Words | None]] = (0, {})
    for number, present in versions:
        last, there = before
        found |= {place: Retirement(place, there[place], last, number) for place in there if place not in present}
        for place in present:
            found.pop(place, None)
        before = number, present
    return found


def users(kind: str, place: Place, documents: Documents) -> Iterator[User]:
    """Give what rests on a definition, in the documents as they are to be."""
    key = place[-1]
    for other in _USERS.get(kind, ()):
        document = documents.get(other, {})
        if other == kind == "indicators" and _means_another(key, document):
            continue
        inside = parts(other, document)
        others = {at: part for at, part in inside.items() if (other, at) != (kind, place)}
        yield from (User(other, at, label_of(part, ())) for at, part in others.items() if key in _names((at[-1], part)))
        if not inside and key in _names(cast("Json", document)):
            yield User(other, (), None)


def _means_another(key: str, document: Mapping[str, Json]) -> bool:
    return any(isinstance(found := document.get(name), Mapping) and key in found for name in _UNDER)


def _names(value: Json | tuple[str, Json]) -> set[str]:
    """Gather the names in what computes, leaving out what only people read."""
    if isinstance(value, str):
        return set(_NAME.findall(value))
    if isinstance(value, Mapping):
        kept = {key: each for key, each in value.items() if key not in _PROSE}
        return set(kept).union(*map(_names, kept.values()))
    if isinstance(value, Sequence):
        return set().union(*map(_names, value))
    return set()
