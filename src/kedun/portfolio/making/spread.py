"""How readings spread over a book: bars of even width with open ends, or one bar for each of a few values."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

MOST_VALUES: Final = 12
"""So many different values have a bar each."""

BARS, TAIL = 12, 50
"""About so many bars; a fiftieth of the readings at either end may lie beyond them."""

NICE: Final = (1.0, 2.0, 2.5, 5.0, 10.0)


@dataclass(frozen=True, slots=True)
class Bar:
    """Readings from `low` to below `high`; None: no end on that side. A bar of one value begins and ends at it."""

    low: float | None
    high: float | None
    customers: int


def spread(values: Sequence[float]) -> tuple[Bar, ...]:
    """Count readings by bars that lie side by side, lowest first."""
    counted = Counter(values)
    if len(counted) <= MOST_VALUES:
        return tuple(Bar(value, value, counted[value]) for value in sorted(counted))
    ordered = sorted(values)
    cut = len(ordered) // TAIL
    low, high = ordered[cut], ordered[-1 - cut]
    if low == high:
        low, high = ordered[0], ordered[-1]
    width = _nice((high - low) / BARS)
    first, last = math.floor(low / width), math.floor(high / width)
    places = Counter(min(max(math.floor(value / width), first), last) for value in ordered)
    return tuple(
        Bar(
            None if place == first and ordered[0] < first * width else place * width,
            None if place == last and ordered[-1] >= (last + 1) * width else (place + 1) * width,
            places[place],
        )
        for place in range(first, last + 1)
    )


def _nice(width: float) -> float:
    """Give the next width that people can read."""
    scale = 10.0 ** math.floor(math.log10(width))
    return next((nice * scale for nice in NICE if width <= nice * scale), NICE[-1] * scale)
