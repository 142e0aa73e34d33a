"""What a draft must pass before it can be submitted. Later stages add what they know; nothing here knows them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from kedun.approvals.authority import read_authority
from kedun.kernel.days import Day
from kedun.kernel.hashing import Json
from kedun.kernel.words import Words

Documents = Mapping[str, Mapping[str, Json]]
"""By kind: the document that a change would put in the place of the one in force."""

Check = Callable[[Documents, Day], None]
"""Refuses documents that cannot work together with the rest of what is in force on a day."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What may be wrong with documents that do work together. A fault is wrong whatever the book; a doubt may be meant."""

    gravity: Literal["fault", "doubt"]
    code: str
    kind: str
    place: str
    problem: Words
    remedy: Words


Look = Callable[[Documents, Day], Sequence[Remark]]
"""Looks at what documents bring with them on a day, and leaves out what is so without them."""

_checks: list[Check] = []
_looks: list[Look] = []


def register(check: Check) -> None:
    """Add a check; called once by a stage's `ready`."""
    if check not in _checks:
        _checks.append(check)


def look(by: Look) -> None:
    """Add somebody who looks; called once by a stage's `ready`."""
    if by not in _looks:
        _looks.append(by)


def remarks(changed: Documents, on: Day) -> list[Remark]:
    """Gather what may be wrong with documents that work together."""
    return [remark for by in _looks for remark in by(changed, on)]


def run(changed: Documents, on: Day) -> None:
    """Run every check.

    Raises: what the checks refuse.
    """
    if "authority" in changed:
        read_authority(changed["authority"])
    for check in _checks:
        check(changed, on)
