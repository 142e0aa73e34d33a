"""What changed from one stored assessment of a customer to the next."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from kedun.kernel.days import Day
from kedun.kernel.hashing import Json
from kedun.portfolio.said import Said
from kedun.portfolio.words import VERDICTS

MOST_ITEMS = 6
"""Lines of the card that are named, those that moved the score most."""

What = Literal["first", "score", "grade", "tier", "quadrant", "signals", "item", "verdict", "policy"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """One stored assessment. Unit: scores in hundredths of a point."""

    as_of: Day
    known_batch: int
    policy_hash: str
    score: int | None
    low: int | None
    high: int | None
    coverage: float | None
    grade: str
    tier: str
    quadrant: str
    signal_points: int
    readings: Mapping[str, Json]
    points: Mapping[str, int | None]
    verdicts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changed."""

    what: What
    key: str
    label: str
    before: str | float | None
    after: str | float | None


def changes(before: Stored | None, after: Stored, said: Said) -> list[Change]:
    """Tell what changed, the most telling first."""
    if before is None:
        return [Change("first", "", "", None, None)]
    return [*_place(before, after, said), *_verdicts(before, after, said), *_items(before, after, said)]


def _place(before: Stored, after: Stored, said: Said) -> Iterator[Change]:
    if before.grade != after.grade:
        yield Change(
            "grade", "grade", said.name("grade"), *(said.grades.get(g, g) for g in (before.grade, after.grade))
        )
    if before.score != after.score:
        yield Change("score", "score", said.name("score"), _points(before.score), _points(after.score))
    if before.tier != after.tier:
        tiers = (said.tiers.get(tier, tier) for tier in (before.tier, after.tier))
        yield Change("tier", "value_tier", said.name("value_tier"), *tiers)
    if before.quadrant != after.quadrant:
        places = (said.quadrants.get(quadrant, quadrant) for quadrant in (before.quadrant, after.quadrant))
        yield Change("quadrant", "quadrant", said.name("quadrant"), *places)
    if before.signal_points != after.signal_points:
        name = said.name("signal_points")
        yield Change("signals", "signal_points", name, before.signal_points, after.signal_points)
    if before.policy_hash != after.policy_hash:
        yield Change("policy", "", "", before.policy_hash[:8], after.policy_hash[:8])


def _verdicts(before: Stored, after: Stored, said: Said) -> Iterator[Change]:
    def word(verdict: str | None) -> str | None:
        return VERDICTS[verdict].say(said.language) if verdict in VERDICTS else verdict

    for rule, verdict in after.verdicts.items():
        old = before.verdicts.get(rule)
        if old != verdict and "fired" in (old, verdict):
            yield Change("verdict", rule, said.rule(rule), word(old), word(verdict))


def _items(before: Stored, after: Stored, said: Said) -> list[Change]:
    """Name the lines of the card whose points moved, by how much they weigh."""
    weights = {item.indicator: item.weight for item in said.policy.placing.card.items}
    moved = {
        key: (before.points.get(key), now)
        for key, now in after.points.items()
        if key in weights and before.points.get(key) != now
    }

    def weight(key: str) -> int:
        old, new = moved[key]
        return weights[key] * abs((new or 0) - (old or 0)) or weights[key]

    most = sorted(moved, key=lambda key: (-weight(key), key))[:MOST_ITEMS]
    return [Change("item", key, said.name(key), *moved[key]) for key in most]


def _points(hundredths: int | None) -> float | None:
    return None if hundredths is None else hundredths / 100
