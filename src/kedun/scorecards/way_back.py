"""The way back over a line: the earliest day, and no more steps than it takes, found by trying them.

Source: docs/why/way-back.md.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from kedun.kernel.days import Day, month_end

Steps = frozenset[int]
"""Steps by their numbers."""

Score = Callable[[Day, Steps], int | None]
"""The score on a day when some steps were taken and nothing else. Unit: hundredths; null: nothing to promise."""

MOST_STEPS = 24
"""Steps that a search can tell apart; what is more is bundled."""

WEEK = 7


@dataclass(frozen=True, slots=True)
class Way:
    """Steps that lead to a score on a day.

    `steps`: in the order given. `without`: the score on that day were one of them left out, by step.
    """

    day: Day
    steps: tuple[int, ...]
    score: int
    without: Mapping[int, int | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Search:
    """What is searched for: a score of at least `target_on` a day.

    `steps_on`: the steps that may be taken by a day, those that are best spared first; `is_last`: those taken only where
    the others are not enough. `parts`: what may be done in the
    place of a step, the least first. `tries`: sets of one and of two steps are tried first where there are no more.
    """

    score: Score
    steps_on: Callable[[Day], Sequence[int]]
    target_on: Callable[[Day], int]
    parts: Callable[[int], Sequence[int]] = lambda _: ()
    tries: int = 0
    is_last: Callable[[int], bool] = lambda _: False

    def reaches(self, day: Day, steps: Steps) -> bool:
        """Tell whether steps lead to the target on a day."""
        found = self.score(day, steps)
        return found is not None and found >= self.target_on(day)


def trial_days(first: Day, last: Day, *, weekly: bool = True) -> list[Day]:
    """Give the days to try: the first, each week after it if so wanted, and each first of a month, in order."""
    months = []
    start = month_end(first) + 1
    while start <= last:
        months.append(start)
        start = month_end(start) + 1
    return sorted({first, *(range(first, last + 1, WEEK) if weekly else ()), *months})


def way_back(search: Search, days: Sequence[Day]) -> tuple[Way | None, Way | None]:
    """Search for the first day on which waiting or taking every step leads to the target, and spare what can be spared.

    Shape: the way, or null and the best that steps can do; null where no day can be promised. Between the day found and
    one tried at most a week before it, each day is tried. Dropping any step of the way misses the target.
    """
    nearest: list[Way] = []
    tried = days[0] - 1
    for day in days:
        if (steps := _reaching(search, day)) is not None:
            between = ((each, _reaching(search, each)) for each in range(tried + 1, day) if day - tried <= WEEK)
            earlier = next(((each, found) for each, found in between if found is not None), (day, steps))
            return _smallest(search, *earlier), None
        nearest += _tried(search, day)
        tried = day
    stepped = max((each for each in nearest if each.steps), key=_of_score, default=None)
    best = max([*nearest, *([_improved(search, stepped)] if stepped else [])], key=_of_score, default=None)
    if best and best.score >= search.target_on(best.day):
        return _smallest(search, best.day, best.steps), None
    return None, best


def _of_score(way: Way) -> int:
    return way.score


def _tried(search: Search, day: Day) -> list[Way]:
    """Give what waiting and every step lead to."""
    scores = {steps: search.score(day, frozenset(steps)) for steps in ((), tuple(search.steps_on(day)))}
    return [Way(day, steps, score) for steps, score in scores.items() if score is not None]


def _reaching(search: Search, day: Day) -> tuple[int, ...] | None:
    every = tuple(search.steps_on(day))
    first = tuple(step for step in every if not search.is_last(step))
    return next((steps for steps in ((), first, every) if search.reaches(day, frozenset(steps))), None)


def _smallest(search: Search, day: Day, steps: tuple[int, ...]) -> Way:
    """Take as few as can be, of each as little as can be, until each one is needed."""
    kept, _ = _spared(search, day, _few(search, day, steps) or steps)
    kept, without = _spared(search, day, _lessened(search, day, kept))
    score = search.score(day, frozenset(kept))
    assert score is not None
    return Way(day, kept, score, without)


def _few(search: Search, day: Day, steps: tuple[int, ...]) -> tuple[int, ...] | None:
    """Give one step that is enough, or two, those that are worst spared first; null where there are too many to try."""
    tries = search.tries
    for size in (1, 2):
        sets = list(combinations(reversed(steps), size))
        tries -= len(sets)
        if tries < 0:
            return None
        found = next((each for each in sets if search.reaches(day, frozenset(each))), None)
        if found is not None:
            return found
    return None


def _spared(search: Search, day: Day, kept: tuple[int, ...]) -> tuple[tuple[int, ...], dict[int, int | None]]:
    """Leave out step by step what can be left out, until each one is needed; and the scores without each."""
    without: dict[int, int | None] = {}
    while len(without) < len(kept):
        without = {}
        for each in kept:
            fewer = frozenset(kept) - {each}
            if search.reaches(day, fewer):
                kept = tuple(other for other in kept if other != each)
                without = {}
            else:
                without[each] = search.score(day, fewer)
    return kept, without


def _lessened(search: Search, day: Day, kept: tuple[int, ...]) -> tuple[int, ...]:
    """Put in the place of each step the least part that is enough with the others."""
    for each in kept:
        for part in search.parts(each):
            less = tuple(part if other == each else other for other in kept)
            if search.reaches(day, frozenset(less)):
                kept = less
                break
    return kept


def _improved(search: Search, best: Way) -> Way:
    """Leave out what lowers the score: to pay a very late invoice counts as one more paid late."""
    for each in best.steps:
        fewer = tuple(other for other in best.steps if other != each)
        found = search.score(best.day, frozenset(fewer))
        if found is not None and found > best.score:
            best = Way(best.day, fewer, found)
    return best
