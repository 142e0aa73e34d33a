"""Other values that a threshold could have, and which of them to propose.

Source: docs/why/alert-economics.md.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from kedun.expressions import Compare, Name, parse, walk
from kedun.kernel.money import Minor
from kedun.rules.choice import WHOLE
from kedun.rules.definition import Number, Rule, Threshold

PREFIX: Final = "candidate_"
MOST_READINGS: Final = 12
"""So many values are taken from the readings of the book, evenly among those that differ."""

STEPS: Final = (0.25, 0.5, 0.75, 1.5, 2.0, 3.0)
"""So many times the present value is tried besides, whatever the readings say."""

DIGITS: Final = 2
"""People set round numbers."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What a value would have done on the past. Unit: minor units; customers on days; events."""

    value: Number
    net_minor: Minor
    false_alarms: int
    events_caught: int


def key_of(place: int) -> str:
    """Name the rule that has the value at a place."""
    return f"{PREFIX}{place:02}"


def reading_of(rule: Rule, threshold: str) -> str | None:
    """Give the reading that a threshold is compared with; None where it is not compared with a reading alone."""
    for text in (rule.when, rule.scope):
        for node, _ in walk(parse(text)):
            if isinstance(node, Compare) and isinstance(node.left, Name) and isinstance(node.right, Name):
                names = (node.left.name, node.right.name)
                if threshold in names:
                    return next((name for name in names if name not in rule.thresholds), None)
    return None


def values(readings: Iterable[float], threshold: Threshold) -> tuple[Number, ...]:
    """Give the values to try, rising, the present one among them: round ones within the bounds of the threshold."""
    seen = sorted({_round(each, threshold) for each in readings} - {threshold.value})
    within = [each for each in seen if threshold.min <= each <= threshold.max]
    steps = {_round(threshold.value * step, threshold) for step in STEPS}
    near = [each for each in steps if threshold.min <= each <= threshold.max]
    return tuple(sorted({threshold.value, *_spaced(within), *near}))


def _spaced(ordered: Sequence[Number]) -> Sequence[Number]:
    if len(ordered) <= MOST_READINGS:
        return ordered
    last = len(ordered) - 1
    return [ordered[place * last // (MOST_READINGS - 1)] for place in range(MOST_READINGS)]


def _round(value: float, threshold: Threshold) -> Number:
    if not value:
        return 0
    digits = DIGITS - 1 - math.floor(math.log10(abs(value)))
    rounded = round(value, digits)
    return round(rounded) if threshold.unit in WHOLE or rounded == round(rounded) else rounded


def best(tried: Sequence[Tried], present: Number) -> int | None:
    """Give the place of the value to propose: it nets most, then warns least in vain, then lies nearest to the present one.

    None where no value nets more than the present one.
    """
    now = next(each for each in tried if each.value == present)
    places = range(len(tried))
    place = min(places, key=lambda at: (-tried[at].net_minor, tried[at].false_alarms, abs(tried[at].value - present)))
    return place if tried[place].net_minor > now.net_minor else None
