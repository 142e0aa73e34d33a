"""Other values of a threshold: taken from the readings, round, within bounds; and which one is proposed."""

import pytest

from kedun.indicators.definition import Label, Unit
from kedun.review.thresholds.candidates import MOST_READINGS, Tried, best, key_of, reading_of, values
from kedun.rules.definition import Number, Rule, Threshold
from tests.assessments.engines import shipped_policy

LABEL = Label(zh="甲", en="a")
RULES = shipped_policy().declared.rules


def threshold(value: Number, unit: Unit = "days", low: Number = 0, high: Number = 3650) -> Threshold:
    return Threshold(value=value, unit=unit, label=LABEL, min=low, max=high)


def rule(when: str, **thresholds: Threshold) -> Rule:
    return Rule(label=LABEL, when=when, severity="low", risk_type="credit", source="here", thresholds=thresholds)


@pytest.mark.parametrize(
    ("key", "name", "reading"),
    [
        ("overdue_30_days", "days", "overdue_days_max"),
        ("overdue_30_days", "rest", "overdue_minor"),
        ("high_risk_score", "points", "score"),
        ("consecutive_overdue", "items", "settled_due_90d"),
        ("consecutive_overdue", "times", "consecutive_late"),
    ],
)
def test_the_reading_that_a_threshold_is_compared_with_is_found(key: str, name: str, reading: str) -> None:
    assert reading_of(RULES[key], name) == reading


@pytest.mark.parametrize(
    "when",
    [
        pytest.param("a > b + x", id="it is calculated with"),
        pytest.param("x > y", id="it is compared with another threshold"),
        pytest.param("a > y", id="it is not named"),
    ],
)
def test_no_reading_alone_is_found(when: str) -> None:
    assert reading_of(rule(when, x=threshold(1), y=threshold(2)), "x") is None


@pytest.mark.parametrize(
    ("readings", "of", "found"),
    [
        pytest.param([], threshold(30), (8, 15, 22, 30, 45, 60, 90), id="without readings, steps about the present one"),
        pytest.param([0, 12, 123, 9000], threshold(30), (0, 8, 12, 15, 22, 30, 45, 60, 90, 120), id="round and in bounds"),
        pytest.param([0.123, 0.2], threshold(0.2, "share", 0, 1), (0.05, 0.1, 0.12, 0.15, 0.2, 0.3, 0.4, 0.6), id="shares"),
        pytest.param([], threshold(0, "minor", 0, 10), (0,), id="nothing suggests another"),
        pytest.param([], threshold(-0.5, "multiple", -2, 0), (-1.5, -1, -0.75, -0.5, -0.38, -0.25, -0.12), id="below zero"),
        pytest.param([], threshold(2, "count", 1, 100), (1, 2, 3, 4, 6), id="whole where it must be"),
        pytest.param([1234567, 98765432], threshold(5_000_000, "minor", 0, 10**13),
                     (1_200_000, 2_500_000, 3_800_000, 5_000_000, 7_500_000, 10_000_000, 15_000_000, 99_000_000),
                     id="amounts"),
    ],
)  # fmt: skip
def test_values_are_those_of_the_book_and_about_the_present_one(
    readings: list[float], of: Threshold, found: tuple[Number, ...]
) -> None:
    told = values(readings, of)
    assert told == pytest.approx(found)
    assert all(isinstance(each, int) for each in told if of.unit in ("days", "count", "minor"))


def test_of_many_readings_some_are_taken_from_end_to_end() -> None:
    told = values(range(10, 100), threshold(500))
    assert (told[0], told[-1]) == (10, 1500)
    assert sum(each < 100 for each in told) == MOST_READINGS


def tried(value: Number, net: int, false: int = 0) -> Tried:
    return Tried(value, net, false, 1)


@pytest.mark.parametrize(
    ("seen", "place"),
    [
        pytest.param([tried(10, 5), tried(30, 7), tried(45, 9)], 2, id="it nets most"),
        pytest.param(
            [tried(10, 9, 4), tried(30, 7), tried(45, 9, 3)], 2, id="of equals the one that warns less in vain"
        ),
        pytest.param([tried(10, 9), tried(30, 7), tried(45, 9)], 2, id="then the nearest"),
        pytest.param([tried(10, 7), tried(30, 7)], None, id="nothing nets more than the present one"),
    ],
)
def test_the_best_value_is_proposed(seen: list[Tried], place: int | None) -> None:
    assert best(seen, 30) == place


def test_keys_stand_in_order() -> None:
    assert [key_of(place) for place in (0, 11)] == ["candidate_00", "candidate_11"]
