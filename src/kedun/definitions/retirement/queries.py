"""What was retired, and whether anything rests on it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from kedun.definitions import documents
from kedun.definitions.changes.queries import in_force, indicator_names
from kedun.definitions.checks import Documents
from kedun.definitions.diff_words import KIND_WORDS, PLACES
from kedun.definitions.models import Version
from kedun.definitions.queries import live_hashes, standing
from kedun.definitions.retirement.parts import Place, User, labels, parts, retirements, users
from kedun.definitions.retirement.refusals import StillNeeded
from kedun.kernel.days import Day
from kedun.kernel.hashing import Json
from kedun.kernel.words import Words

Labels = Mapping[Place, Words | None]
_known: dict[tuple[str, str], Labels] = {}
MOST_KNOWN = 2_000
"""Texts whose definitions a process remembers by name; a text is never changed."""


@dataclass(frozen=True, slots=True)
class Retired:
    """A definition that is retired, or will be. `version`: the first one without it; `last`: the newest one with it."""

    place: Place
    named: Words
    last: int
    version: Version
    is_to_come: bool


def retired(kind: str, on: Day) -> list[Retired]:
    """Give the definitions of a kind that are retired on a day, or will be, the newest first."""
    rows = list(standing().filter(kind=kind).defer("body").order_by("version"))
    told = _labels(kind, rows)
    present = live_hashes([kind], on=on).get(kind, ("", 0))[1]
    in_force_now = retirements([(row.version, told[row.version]) for row in rows if row.version <= present])
    later = retirements([(row.version, told[row.version]) for row in rows])
    found = {**{place: each for place, each in later.items() if each.since > present}, **in_force_now}
    by_number, names = {row.version: row for row in rows}, indicator_names()
    return sorted(
        (
            Retired(place, named(each.place, each.label, names), each.last, by_number[each.since], each.since > present)
            for place, each in found.items()
        ),
        key=lambda each: (-each.version.version, each.place),
    )


def named(place: Place, label: Words | None, names: Mapping[str, Words]) -> Words:
    """Name a definition: by its own label, as another document calls it, or by its key."""
    return label or names.get(place[-1]) or Words(place[-1], place[-1])


def _labels(kind: str, rows: Sequence[Version]) -> dict[int, Labels]:
    unread = [row.pk for row in rows if (kind, row.sha256) not in _known]
    if len(_known) + len(unread) > MOST_KNOWN:
        _known.clear()
        unread = [row.pk for row in rows]
    for sha256, body in Version.objects.filter(pk__in=unread).values_list("sha256", "body"):
        _known[kind, sha256] = labels(kind, documents.read(body, file=kind))
    return {row.version: _known[kind, row.sha256] for row in rows}


def refuse_what_is_needed(changed: Documents, on: Day) -> None:
    """Accept documents that leave out nothing on which others rest.

    Raises: StillNeeded.
    """
    for kind in changed:
        before = in_force([kind], on).get(kind) if kind in PLACES else None
        there = parts(kind, cast("Json", changed[kind]))
        gone = (
            {}
            if before is None
            else {place: label for place, label in labels(kind, cast("Json", before)).items() if place not in there}
        )
        if gone:
            _refuse(kind, gone, {**in_force(KIND_WORDS, on), **changed})


def _refuse(kind: str, gone: Labels, present: Documents) -> None:
    names = indicator_names()
    for place, label in gone.items():
        if found := list(users(kind, place, present)):
            raise StillNeeded(_quoted(kind, named(place, label, names)), _listed(found, names))


def _quoted(kind: str, words: Words) -> Words:
    return Words(f"{KIND_WORDS[kind].zh}“{words.zh}”", f"“{words.en}” ({KIND_WORDS[kind].en})")


def _listed(found: Sequence[User], names: Mapping[str, Words]) -> Words:
    told = [
        _quoted(each.kind, named(each.place, each.label, names)) if each.place else KIND_WORDS[each.kind]
        for each in found
    ]
    return Words("、".join(each.zh for each in told), ", ".join(each.en for each in told))
