"""The arithmetic of an account: what each part and each line of the card adds to a change of score, exactly.

Source: docs/why/score-change.md.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor
from typing import Literal

from kedun.expressions import Value
from kedun.scorecards.definition import Card
from kedun.scorecards.score import HUNDRED, filled_points

Part = Literal["policy", "time", "data", "corrections"]
PARTS: tuple[Part, ...] = ("policy", "time", "data", "corrections")


@dataclass(frozen=True, slots=True)
class Mark:
    """A score on the way from the old one to the new one.

    Unit: hundredths of a point. `score` null: too little was known. `signals`: what signals take off, at most 0.
    `shares`: what each line of the card gives, unrounded; they add up to the score without signals.
    """

    score: int | None
    low: int | None
    high: int | None
    signals: int
    shares: Mapping[str, Fraction]


@dataclass(frozen=True, slots=True)
class Leg:
    """The change between two scores next to each other that there are: `change` = `signals` + the sum of `items`.

    `parts`: what it is due to; several, where the scores between them are missing.
    """

    parts: tuple[Part, ...]
    change: int
    signals: int
    items: Mapping[str, int]


def mark(card: Card, points: Mapping[str, Value], *, score: int | None, low: int | None, high: int | None) -> Mark:
    """Take a score apart into what the lines of its card give and what signals take off."""
    shares = _shares(card, points) if score is not None else {}
    return Mark(score, low, high, 0 if score is None else score - _total(shares), shares)


def score_before_signals(card: Card, points: Mapping[str, Value]) -> int:
    """Give the score that points on the lines of a card make, before signals take off any; in hundredths."""
    return _total(_shares(card, points))


def _total(shares: Mapping[str, Fraction]) -> int:
    return _rounded(sum(shares.values(), Fraction()))


def _shares(card: Card, points: Mapping[str, Value]) -> dict[str, Fraction]:
    counted = {
        item.indicator: (item.weight, found if isinstance(found, int) else filled_points(card, item))
        for item in card.items
        if isinstance(found := points[item.indicator], int) or card.missing != "spread"
    }
    whole = sum(weight for weight, _ in counted.values())
    return {key: Fraction(HUNDRED * weight * given, whole) for key, (weight, given) in counted.items()}


def _rounded(exact: Fraction) -> int:
    """Round as the card does: half a hundredth goes up."""
    return floor(exact + Fraction(1, 2))


def legs(marks: Sequence[Mark]) -> tuple[Leg, ...]:
    """Account for the way from the first score to the last: one leg per part, where no score between is missing.

    The changes of all legs add up to the last score less the first one, of those that there are.
    """
    assert len(marks) == len(PARTS) + 1
    there = [place for place, each in enumerate(marks) if each.score is not None]
    return tuple(_leg(marks[start], marks[end], PARTS[start:end]) for start, end in zip(there, there[1:], strict=False))


def _leg(before: Mark, after: Mark, parts: tuple[Part, ...]) -> Leg:
    assert before.score is not None
    assert after.score is not None
    change, signals = after.score - before.score, after.signals - before.signals
    names = list(dict.fromkeys([*before.shares, *after.shares]))
    none = Fraction()
    moved = {name: after.shares.get(name, none) - before.shares.get(name, none) for name in names}
    return Leg(parts, change, signals, apportioned(change - signals, moved))


def apportioned(total: int, exact: Mapping[str, Fraction]) -> dict[str, int]:
    """Round what adds up to less than one from `total`, so that it adds up to `total`; what is whole stays as it is.

    The rest goes one by one to the largest fractions, of equal ones to the first. What is 0 is left out.
    """
    whole = {name: floor(each) for name, each in exact.items()}
    rest = total - sum(whole.values())
    order = sorted(exact, key=lambda name: whole[name] - exact[name])
    broken = [name for name in order if exact[name] != whole[name]]
    assert 0 <= rest <= len(broken)
    for name in broken[:rest]:
        whole[name] += 1
    return {name: each for name, each in whole.items() if each}
