"""What came of an import: the document that is stored with it, printed by the command line and shown to people."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kedun.intake.planned import NOTES, Note
from kedun.intake.rejects import Problem, Rejected, reason
from kedun.intake.request import texts
from kedun.kernel.hashing import Json
from kedun.kernel.words import Language

MOST_REJECTS = 10_000
"""A document lists so many rejected rows; the export has them all."""
COUNTED = ("added", "changed", "unchanged", "retracted")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an import; `kinds` counts rows by kind and by what happened to them.

    `rejects` are the rejected rows, or the first of very many of them.
    """

    file: str
    kind: str
    date_formats: Mapping[str, str]
    read: int
    kinds: Mapping[str, Mapping[str, int]]
    rejected: int
    rejects: tuple[Rejected, ...]
    headings: tuple[str, ...]
    columns: Mapping[str, str]
    constants: Mapping[str, str]
    ignored: tuple[str, ...]
    notes: tuple[Note, ...] = ()
    import_id: int | None = field(default=None)

    def to_json(self) -> dict[str, Json]:
        """Write what is stored with the import."""
        return {
            "file": self.file,
            "kind": self.kind,
            "date_formats": dict(self.date_formats),
            "read": self.read,
            "kinds": {kind: dict(counts) for kind, counts in self.kinds.items()},
            "rejects": [_stored(each) for each in self.rejects[:MOST_REJECTS]],
            "rejected": self.rejected,
            "headings": list(self.headings),
            "columns": dict(self.columns),
            "constants": dict(self.constants),
            "ignored": list(self.ignored),
            "notes": [{"code": note.code, "params": dict(note.params)} for note in self.notes],
        }


def stored_problem(problem: Problem) -> dict[str, Json]:
    """Write a problem as it is stored: a code and its parameters, no text."""
    return {"column": problem.column, "value": problem.value, "code": problem.code, "params": dict(problem.params)}


def _stored(rejected: Rejected) -> dict[str, Json]:
    return {
        "row": rejected.row,
        "problems": [stored_problem(each) for each in rejected.problems],
        "cells": dict(rejected.cells),
    }


def counted(delivered: Mapping[str, int], written: Mapping[str, Mapping[str, int]]) -> dict[str, dict[str, int]]:
    """Count rows by kind from what was delivered and what the batches wrote; the rest was there already."""
    counts: dict[str, dict[str, int]] = {}
    for kind, rows in delivered.items():
        done = written.get(kind, {})
        changes = {name: done.get(name, 0) for name in ("added", "changed", "retracted")}
        unchanged = max(rows - sum(changes.values()), 0)
        counts[kind] = {
            "added": changes["added"],
            "changed": changes["changed"],
            "unchanged": unchanged,
            "retracted": changes["retracted"],
        }
    return counts


def document_of(outcome: Outcome, language: Language) -> dict[str, Json]:
    """Write an outcome as one entry of the command line's JSON; reasons in a language."""
    rejects: list[Json] = [
        {
            "row": each.row,
            "column": first.column,
            "value": first.value,
            "code": first.code,
            "reason": reason(first, language),
        }
        for each in outcome.rejects[:MOST_REJECTS]
        for first in each.problems[:1]
    ]
    return {
        "file": outcome.file,
        "kind": outcome.kind,
        "date_formats": dict(outcome.date_formats),
        "read": outcome.read,
        "kinds": {kind: dict(counts) for kind, counts in outcome.kinds.items()},
        "rejected": outcome.rejected,
        "rejects": rejects,
        "import": outcome.import_id,
        "columns": dict(outcome.columns),
        "ignored": list(outcome.ignored),
        "notes": [{"code": note.code, "text": NOTES[note.code].say(language, **note.params)} for note in outcome.notes],
    }


def outcome_of(stored: Json, *, import_id: int | None = None) -> Outcome:
    """Read an outcome as it was stored."""
    assert isinstance(stored, Mapping), "an import that is done has its outcome"
    return Outcome(
        file=str(stored["file"]),
        kind=str(stored["kind"]),
        date_formats=texts(stored["date_formats"]),
        read=_whole(stored["read"]),
        kinds={
            str(kind): {name: _whole(count) for name, count in _object(each).items()}
            for kind, each in _object(stored["kinds"]).items()
        },
        rejected=_whole(stored["rejected"]),
        rejects=tuple(
            Rejected(_whole(each["row"]), problems_of(each["problems"]), texts(each["cells"]))
            for each in _objects(stored["rejects"])
        ),
        headings=tuple(str(each) for each in _list(stored["headings"])),
        columns=texts(stored["columns"]),
        constants=texts(stored["constants"]),
        ignored=tuple(str(each) for each in _list(stored["ignored"])),
        notes=tuple(Note(str(each["code"]), _params(each["params"])) for each in _objects(stored["notes"])),
        import_id=import_id,
    )


def problems_of(stored: Json) -> tuple[Problem, ...]:
    """Read problems as they are stored."""
    return tuple(
        Problem(str(each["column"]), str(each["value"]), str(each["code"]), _params(each["params"]))
        for each in _objects(stored)
    )


def _params(stored: Json) -> dict[str, str | int | float | bool | None]:
    return {
        name: value
        for name, value in _object(stored).items()
        if value is None or isinstance(value, (str, int, float, bool))
    }


def _object(stored: Json) -> Mapping[str, Json]:
    return stored if isinstance(stored, Mapping) else {}


def _list(stored: Json) -> Sequence[Json]:
    return stored if isinstance(stored, (list, tuple)) else []


def _objects(stored: Json) -> list[Mapping[str, Json]]:
    return [each for each in _list(stored) if isinstance(each, Mapping)]


def _whole(stored: Json) -> int:
    return stored if isinstance(stored, int) else 0
