"""The arithmetic of an account: to the last hundredth, and what is not touched gets nothing."""

from collections.abc import Mapping
from dataclasses import asdict
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kedun.assessments.change.account import PARTS, Mark, apportioned, legs, mark
from kedun.facts.steps import closures, extend
from kedun.kernel.hashing import sha256_of
from kedun.scorecards.definition import Card, read_card
from kedun.scorecards.score import card_layers

POINTS = st.one_of(st.none(), st.integers(0, 100))


def card(weights: Mapping[str, int], *, missing: str = "spread", cap: int = 100) -> Card:
    """A card whose lines give as many points as their readings say."""
    items = [
        {
            "indicator": key,
            "weight": weight,
            "bins": [*({"up_to": each, "points": each} for each in (0, 33, 67)), {"points": 100}],
        }
        for key, weight in weights.items()
    ]
    return read_card({"label": {"zh": "卡", "en": "card"}, "items": items, "missing": missing, "signal_cap": cap})


def scored(of: Card, points: Mapping[str, int | None], signals: int = 0) -> Mark:
    """Score by the card's own steps, as all engines do."""
    row: dict[str, Any] = dict(points)
    extend(row, steps_of(sha256_of(asdict(of)), of))
    given = {item.indicator: row[f"health_point_{item.indicator}"] for item in of.items}
    low, high = (max(row[f"health_{name}"] - 100 * signals, 0) for name in ("low", "high"))
    score = row["health_score"]
    return mark(of, given, score=None if score is None else max(score - 100 * signals, 0), low=low, high=high)


_STEPS: dict[str, Any] = {}


def steps_of(key: str, of: Card) -> Any:
    if key not in _STEPS:
        known = {item.indicator: "integer" for item in of.items}
        _STEPS[key] = closures(card_layers(of, known, prefix="health"))  # type: ignore[arg-type]
    return _STEPS[key]


CARDS = (
    card({"a": 1, "b": 1, "c": 1}),
    card({"b": 7, "c": 11, "d": 13, "e": 3}, missing="neutral"),
    card({"a": 3, "e": 40, "f": 19}, missing="worst"),
    card({"f": 5}),
)


@st.composite
def marks(draw: st.DrawFn) -> tuple[Mark, ...]:
    cards = draw(st.tuples(*[st.sampled_from(CARDS)] * 5))
    points = st.fixed_dictionaries(dict.fromkeys("abcdef", POINTS))
    return tuple(scored(of, draw(points), draw(st.sampled_from([0, 0, 7, 100]))) for of in cards)


@given(marks())
def test_what_the_legs_say_adds_up(way: tuple[Mark, ...]) -> None:
    told = legs(way)
    there = [each.score for each in way if each.score is not None]
    assert sum(leg.change for leg in told) == (there[-1] - there[0] if there else 0)
    assert all(leg.change == leg.signals + sum(leg.items.values()) for leg in told)
    assert len(told) == max(len(there) - 1, 0)
    if len(there) == len(way):
        assert [leg.parts for leg in told] == [(part,) for part in PARTS]


@given(marks())
def test_a_line_that_gives_the_same_adds_nothing(way: tuple[Mark, ...]) -> None:
    before, after = way[0], way[-1]
    for leg in legs((before, before, before, before, after)):
        same = {key for key, share in before.shares.items() if after.shares.get(key) == share}
        assert leg.parts[-1] != "corrections" or not same & leg.items.keys()


@given(
    st.dictionaries(st.text("abc", max_size=3), st.fractions(-50, 50, max_denominator=60), max_size=6),
    st.sampled_from([0, 1]),
)
def test_the_rest_goes_to_the_largest_fractions(exact: Mapping[str, Fraction], up: int) -> None:
    total = sum(exact.values(), Fraction())
    whole = total.numerator // total.denominator + (up if total.denominator > 1 else 0)
    given = apportioned(whole, exact)
    assert sum(given.values()) == whole
    assert all(abs(exact[key] - each) < 1 for key, each in given.items())
    assert all(given.get(key, 0) == each for key, each in exact.items() if each.denominator == 1)


def test_an_account_worked_by_hand() -> None:
    """The example of docs/why/score-change.md."""
    old, new = card({"late": 2, "complaints": 1}), card({"late": 2, "complaints": 2})
    way = [(old, 67, 100), (new, 67, 100), (new, 33, 100), (new, 67, 67), (new, 33, 67)]
    marks = [scored(of, {"late": late, "complaints": complaints}) for of, late, complaints in way]
    assert [each.score for each in marks] == [7_800, 8_350, 6_650, 6_700, 5_000]
    assert [(leg.change, dict(leg.items)) for leg in legs(marks)] == [
        (550, {"late": -1_117, "complaints": 1_667}),
        (-1_700, {"late": -1_700}),
        (50, {"late": 1_700, "complaints": -1_650}),
        (-1_700, {"late": -1_700}),
    ]


def test_a_missing_score_between_joins_its_parts() -> None:
    of = card({"late": 1})
    one, none, two = scored(of, {"late": 0}), scored(of, {"late": None}), scored(of, {"late": 100})
    assert [(leg.parts, leg.change) for leg in legs((one, one, none, none, two))] == [
        (("policy",), 0),
        (("time", "data", "corrections"), 10_000),
    ]
    assert legs((none, none, none, none, one)) == ()


def test_signals_take_no_more_than_there_is() -> None:
    of = card({"late": 1})
    before, after = scored(of, {"late": 30}), scored(of, {"late": 30}, signals=50)
    (*_, leg) = legs((before, before, before, before, after))
    assert (leg.change, leg.signals, dict(leg.items)) == (-3_300, -3_300, {})


@pytest.mark.parametrize(("missing", "share"), [("spread", {}), ("neutral", {"late": 5_000}), ("worst", {"late": 0})])
def test_a_missing_reading_gives_what_the_card_fills_in(missing: str, share: Mapping[str, int]) -> None:
    found = scored(card({"late": 1, "orders": 1}, missing=missing), {"late": None, "orders": 0}).shares
    assert {key: each * 2 for key, each in found.items() if key == "late"} == share
