"""The ready cards, grades and matrix give what was worked by hand, item by item."""

from collections.abc import Mapping
from typing import Any

import pytest

from kedun.expressions import Value, to_python
from kedun.facts.steps import closures, extend
from kedun.scorecards.definition import Card
from kedun.scorecards.place import HEALTH, VALUE
from kedun.scorecards.score import FADING_POINTS
from kedun.scorecards.standing import Standing, next_standing
from tests.assessments.engines import shipped_policy
from tests.case_files import load, number

CASES = load("cards.yaml")
PLACING = shipped_policy().placing
TYPES = shipped_policy().indicators.types
LAYERS = PLACING.layers(TYPES)
COMPILED = closures(LAYERS)
CUSTOMERS, WORTHS = CASES["scorecard"]["customers"], CASES["value_card"]["customers"]
CARDS = ((HEALTH, PLACING.card, CASES["scorecard"]), (VALUE, PLACING.value.card, CASES["value_card"]))
BINS = [(prefix, name, pairs) for prefix, _, cases in CARDS for name, pairs in cases["bins"].items()]
SIGNALS = [(key, signal) for key, case in CUSTOMERS.items() for signal in case.get("signals", [])]
CELLS = [(tier, grade, quadrant) for tier, row in CASES["matrix"].items() for grade, quadrant in row.items()]


def reading(name: str, written: object) -> Value:
    """Give a reading the type it has in a computed row."""
    value = number(written)
    return float(value) if value is not None and TYPES[name] == "real" else value


def placed(case: Mapping[str, Any], *, fading: int | None = None) -> dict[str, Value]:
    """Compute all steps for a customer of whom only the listed readings are known."""
    known = {name: reading(name, written) for name, (written, _) in case["items"].items()}
    row: dict[str, Value] = {**dict.fromkeys(TYPES), **known, FADING_POINTS: fading}
    extend(row, COMPILED)
    return row


def worked(case: Mapping[str, Any], card: Card, *, total: int) -> dict[str, Value]:
    points = {f"point_{item.indicator}": case["items"].get(item.indicator, (None, None))[1] for item in card.items}
    numbers = {"weight": case["weight"], "sum_present": case["sum"], "coverage": case["weight"] / total}
    return {**points, **numbers, **{name: case[name] for name in ("score", "low", "high")}}


def computed(row: Mapping[str, Value], prefix: str, names: Mapping[str, Value]) -> dict[str, Value]:
    return {name: row[f"{prefix}_{name}"] for name in names}


@pytest.mark.parametrize("key", CUSTOMERS)
def test_the_scorecard_is_as_worked_by_hand(key: str) -> None:
    expected = worked(CUSTOMERS[key], PLACING.card, total=105)
    row = placed(CUSTOMERS[key])
    assert computed(row, HEALTH, expected) == expected
    assert row["grade"] == CUSTOMERS[key]["grade"]


@pytest.mark.parametrize(("key", "signal"), SIGNALS, ids=[f"{key} {signal['fading']}" for key, signal in SIGNALS])
def test_signals_deduct_as_worked_by_hand(key: str, signal: dict[str, int | None]) -> None:
    row = placed(CUSTOMERS[key], fading=signal["fading"])
    after = {name: row[f"score_{name}hundredths"] for name in ("", "low_", "high_")}
    assert row["signal_points"] == signal["points"]
    assert after == {"": signal["score"], "low_": signal["low"], "high_": signal["high"]}


@pytest.mark.parametrize("key", WORTHS)
def test_the_value_card_is_as_worked_by_hand(key: str) -> None:
    expected = worked(WORTHS[key], PLACING.value.card, total=100)
    row = placed(WORTHS[key])
    assert computed(row, VALUE, expected) == expected
    assert row["value_tier"] == WORTHS[key]["tier"]


@pytest.mark.parametrize(("prefix", "name", "pairs"), BINS, ids=[f"{prefix} {name}" for prefix, name, _ in BINS])
def test_a_bound_belongs_to_its_bin(prefix: str, name: str, pairs: list[list[Any]]) -> None:
    found = [[written, cut(f"{prefix}_point_{name}", **{name: reading(name, written)})] for written, _ in pairs]
    assert found == pairs


@pytest.mark.parametrize(("prefix", "card", "cases"), CARDS, ids=[HEALTH, VALUE])
def test_cases_name_the_items_of_their_card(prefix: str, card: Card, cases: dict[str, Any]) -> None:
    items = {item.indicator for item in card.items}
    assert cases["bins"].keys() == items
    assert set[str]().union(*(case["items"] for case in cases["customers"].values())) == items


def cut(step: str, **values: Value) -> Value:
    """Compute one step alone."""
    return to_python({each.name: each.checked for layer in LAYERS for each in layer}[step])(values)


@pytest.mark.parametrize(("score", "grade"), [(band["score"], band["grade"]) for band in CASES["grading"]["bands"]])
def test_grades_are_cut_as_worked_by_hand(score: int | None, grade: str) -> None:
    assert cut("grade", score_hundredths=score) == grade


def test_the_standing_grade_moves_as_worked_by_hand() -> None:
    days = CASES["grading"]["standing"]
    standing: Standing | None = None
    moved = []
    for each in days:
        raw = str(cut("grade", score_hundredths=each["score"]))
        standing = next_standing(
            standing, raw_grade=raw, score=each["score"], as_of=each["day"], grading=PLACING.grading
        )
        moved.append({**each, "stands": standing.grade, "since": standing.since})
    assert moved == days


@pytest.mark.parametrize(("tier", "grade", "quadrant"), CELLS)
def test_the_matrix_places_as_written(tier: str, grade: str, quadrant: str) -> None:
    assert cut("quadrant", value_tier=tier, grade=grade) == quadrant


def test_every_cell_and_band_has_a_case() -> None:
    tiers = [tier.tier for tier in PLACING.value.tiers]
    grades = {band.grade for band in PLACING.grading.bands} | {"unrated"}
    assert {(tier, grade) for tier, grade, _ in CELLS} == {(t, g) for t in [*tiers, "unknown"] for g in grades}
    assert {band["grade"] for band in CASES["grading"]["bands"]} == grades
    assert {case["tier"] for case in WORTHS.values()} == {*tiers, "unknown"}
