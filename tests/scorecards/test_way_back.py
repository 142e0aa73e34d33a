"""The search for a way back: the first day, the fewest steps, and what is said where there is none."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import pytest

from kedun.kernel.days import Day
from kedun.scorecards.way_back import MOST_STEPS, Search, Steps, Way, trial_days, way_back

TARGET = 6_000
Worth = Mapping[int, int]


def search(score: Callable[[Day, Steps], int | None], steps: Sequence[int], *, first: Day = 0) -> Search:
    return Search(score, lambda day: steps if day >= first else (), lambda _: TARGET)


def added(start: int, worth: Worth, *, by_day: int = 0) -> Callable[[Day, Steps], int]:
    """A score to which each step adds what it is worth, and each day a little."""
    return lambda day, steps: start + by_day * day + sum(worth[each] for each in steps)


@pytest.mark.parametrize(
    ("score", "steps", "way"),
    [
        pytest.param(added(5_000, {1: 600, 2: 500}), (1, 2), Way(1, (1, 2), 6_100, {1: 5_500, 2: 5_600}), id="all"),
        pytest.param(
            added(5_000, {1: 600, 2: 1_000}),
            (1, 2),
            Way(1, (2,), 6_000, {2: 5_000}),
            id="what is spared first is left out",
        ),
        pytest.param(
            added(5_000, {1: 9, 2: 1_000, 3: 1_000}), (1, 2, 3), Way(1, (3,), 6_000, {3: 5_000}), id="one of two"
        ),
        pytest.param(added(5_990, {1: 900}, by_day=10), (1,), Way(1, (), 6_000), id="by waiting a day"),
        pytest.param(added(5_890, {1: 9}, by_day=10), (1,), Way(11, (), 6_000), id="a day between two that are tried"),
        pytest.param(
            added(5_700, {1: 250}, by_day=10), (1,), Way(5, (1,), 6_000, {1: 5_750}), id="a step, and time besides"
        ),
    ],
)
def test_the_way(score: Callable[[Day, Steps], int | None], steps: Sequence[int], way: Way) -> None:
    assert way_back(search(score, steps), [1, 8, 15]) == (way, None)


def test_a_step_that_is_only_needed_after_another_was_spared_stays() -> None:
    """Together 1 and 2 hurt each other: what could not be spared at first can be spared once another is."""
    scores = {(): 50, (1,): 50, (2,): 50, (3,): 61, (1, 2): 62, (1, 3): 55, (2, 3): 60, (1, 2, 3): 61}

    def score(_: Day, steps: Steps) -> int:
        return 100 * scores[tuple(sorted(steps))]

    found, _ = way_back(search(score, (3, 1, 2)), [1])
    assert found == Way(1, (1, 2), 6_200, {1: 5_000, 2: 5_000})
    found, _ = way_back(search(score, (2, 1, 3)), [1])
    assert found == Way(1, (3,), 6_100, {3: 5_000})


def test_days_between_two_far_apart_are_not_tried() -> None:
    assert way_back(search(added(5_890, {}, by_day=10), ()), [1, 9]) == (None, Way(9, (), 5_980))
    assert way_back(search(added(5_890, {}, by_day=10), ()), [1, 12]) == (Way(12, (), 6_010), None)


def test_leaving_out_what_hurts_may_reach_where_everything_does_not() -> None:
    found, best = way_back(search(added(5_500, {1: 600, 2: -300}), (1, 2)), [1, 2])
    assert (found, best) == (Way(1, (1,), 6_100, {1: 5_500}), None)


def test_where_nothing_reaches_the_best_is_told() -> None:
    assert way_back(search(added(5_000, {1: 300, 2: -9}, by_day=-1), (1, 2)), [1, 2]) == (None, Way(1, (1,), 5_299))


def test_days_that_cannot_be_promised_are_passed_over() -> None:
    def score(day: Day, steps: Steps) -> int | None:
        return None if day < 10 else 5_000 + 1_000 * len(steps)

    assert way_back(search(score, (1,)), [1, 8, 15]) == (Way(10, (1,), 6_000, {1: 5_000}), None)
    assert way_back(search(lambda day, steps: None, (1,)), [1, 8]) == (None, None)


def test_steps_that_cannot_be_taken_yet_wait() -> None:
    found, _ = way_back(search(added(5_000, {1: 1_000}), (1,), first=4), [1, 8])
    assert found == Way(4, (1,), 6_000, {1: 5_000})


def test_what_is_found_cannot_be_made_smaller_and_costs_few_scores() -> None:
    worth = {each: 40 + 7 * each % 31 for each in range(MOST_STEPS)}
    score = added(5_200, worth)
    asked: set[tuple[Day, Steps]] = set()

    def counted(day: Day, steps: Steps) -> int:
        asked.add((day, steps))
        return score(day, steps)

    found, _ = way_back(search(counted, tuple(worth)), trial_days(1, 180))
    assert found is not None
    assert found.score >= TARGET
    assert set(found.without) == set(found.steps)
    assert all(each is not None and each < TARGET for each in found.without.values())
    assert len(asked) <= 2 * len(trial_days(1, 180)) + MOST_STEPS * MOST_STEPS


@pytest.mark.parametrize(
    ("weekly", "days"),
    [
        pytest.param(True, [10, 17, 24, 31, 38, 45], id="weeks and firsts of months"),
        pytest.param(False, [10, 31], id="firsts of months"),
    ],
)
def test_the_days_that_are_tried(weekly: bool, days: list[Day]) -> None:
    assert trial_days(10, 50, weekly=weekly) == days


def test_one_step_that_is_enough_goes_before_two_that_are() -> None:
    """Sparing step by step ends at 1 and 2; tried by size, 3 alone is found, and of equals the one that is worst spared."""
    scores = {(): 50, (1,): 50, (2,): 50, (3,): 61, (1, 2): 62, (1, 3): 55, (2, 3): 60, (1, 2, 3): 61}

    def score(_: Day, steps: Steps) -> int:
        return 100 * scores[tuple(sorted(steps))]

    of = search(score, (3, 1, 2))
    assert way_back(of, [1])[0] == Way(1, (1, 2), 6_200, {1: 5_000, 2: 5_000})
    assert (
        way_back(replace(of, tries=2), [1])[0] == way_back(of, [1])[0]
    )  # three sets of one are more than may be tried
    assert way_back(replace(of, tries=3), [1])[0] == Way(1, (3,), 6_100, {3: 5_000})
    even = search(added(5_000, {1: 600, 2: 600, 3: 600}), (1, 2, 3))
    assert way_back(replace(even, tries=6), [1])[0] == Way(1, (3, 2), 6_200, {3: 5_600, 2: 5_600})
    none = search(added(5_000, {1: 400, 2: 400, 3: 400}), (1, 2, 3))
    assert way_back(replace(none, tries=6), [1])[0] == Way(1, (1, 2, 3), 6_200, {1: 5_800, 2: 5_800, 3: 5_800})


def test_less_is_asked_for_where_less_is_enough_and_then_what_is_needless_is_dropped() -> None:
    """11 and 12 are parts of 1. With 1 both are needed; with 12 in its place 2 is not, for it hurts 12."""
    scores = {(): 50, (1,): 59, (2,): 50, (1, 2): 61, (11, 2): 59, (12, 2): 60, (11,): 52, (12,): 60}

    def score(_: Day, steps: Steps) -> int:
        return 100 * scores[tuple(sorted(steps, reverse=max(steps, default=0) > 10))]

    of = replace(search(score, (1, 2)), parts=lambda step: (11, 12) if step == 1 else ())
    assert way_back(of, [1])[0] == Way(1, (12,), 6_000, {12: 5_000})


def test_the_target_may_change_with_the_day() -> None:
    of = replace(search(added(5_000, {1: 600}), (1,)), target_on=lambda day: 6_000 if day < 8 else 5_500)
    assert way_back(of, [1, 15]) == (Way(15, (1,), 5_600, {1: 5_000}), None)


def test_some_steps_are_taken_only_where_the_others_are_not_enough() -> None:
    of = replace(search(added(5_000, {1: 600, 2: 600, 3: 1_000}), (1, 2, 3)), tries=9, is_last=lambda step: step == 3)
    assert way_back(of, [1])[0] == Way(1, (2, 1), 6_200, {1: 5_600, 2: 5_600})
    more = replace(of, target_on=lambda _: 6_500)
    assert way_back(more, [1])[0] == Way(1, (3, 2), 6_600, {2: 6_000, 3: 5_600})
