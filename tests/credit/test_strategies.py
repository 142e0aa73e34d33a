"""Strategies: what holds of the quadrant's and the grade's is as worked by hand; what cannot be read is refused."""

from copy import deepcopy
from typing import Any, cast

import pytest

from kedun.accounts.roles import ROLE_WORDS
from kedun.credit.documents import readable
from kedun.credit.steps import StepTwice
from kedun.credit.strategies import (
    CHOICE_WORDS,
    STRICTNESS,
    TERM_WORDS,
    VALUE_WORDS,
    Strategy,
    StrategyLibrary,
    applying,
    approvers,
    holding,
    read_strategies,
    value_words,
)
from kedun.definitions.documents import read
from kedun.indicators.definition import DefinitionUnreadable, Label
from tests.assessments.engines import shipped_policy
from tests.case_files import load
from tests.house import ROOT

BODY = cast("dict[str, Any]", read((ROOT / "starter" / "strategies.yaml").read_text(encoding="utf-8")))
LIBRARY = read_strategies(BODY)
CASES = load("cards.yaml")["strategies"]
LABEL = Label("策略", "strategy")


@pytest.mark.parametrize("case", CASES, ids=[f"{case['quadrant']} {case['grade']}" for case in CASES])
def test_what_holds_is_as_worked_by_hand(case: dict[str, Any]) -> None:
    chosen = applying(LIBRARY, quadrant=case["quadrant"], grade=case["grade"])
    assert {term.name: term.value for term in holding(chosen)} == case["holds"]
    assert list(approvers(chosen)) == case["approvers"]


def test_every_cell_of_the_matrix_has_a_case() -> None:
    cells = {
        (key, grade)
        for key, quadrant in shipped_policy().placing.matrix.quadrants.items()
        for _, grade in quadrant.cells
    }
    assert {(case["quadrant"], case["grade"]) for case in CASES} == {*cells, ("unplaced", "unrated")}


def library(quadrant: Strategy, grade: Strategy) -> StrategyLibrary:
    return StrategyLibrary(label=LABEL, quadrants={"star": quadrant}, grades={"low": grade})


@pytest.mark.parametrize(
    ("name", "one", "other", "holds"),
    [
        pytest.param("terms_days", 60, 30, 30, id="the shorter terms"),
        pytest.param("limit_percent", 70, 100, 70, id="the smaller limit"),
        pytest.param("deposit_percent", 10, 30, 30, id="the larger deposit"),
        pytest.param("delivery", "stop", "cash_before_delivery", "stop", id="the harder delivery"),
        pytest.param("stop_after_days", 30, 0, 0, id="the earlier stop"),
        pytest.param("pledge", "asked", "required", "required", id="the pledge that is required"),
        pytest.param("visit_days", 90, 30, 30, id="more visits"),
        pytest.param("review_days", 30, 180, 30, id="more looks"),
        pytest.param("observation_months", 3, 6, 6, id="the longer observation"),
        pytest.param("service", "vip", "simplified", "vip", id="the quadrant's service"),
        pytest.param("responsible", "sales", "cfo", "sales", id="whoever answers for the quadrant"),
    ],
)
def test_the_strictest_holds(name: str, one: object, other: object, holds: object) -> None:
    both = library(Strategy(label=LABEL, **{name: one}), Strategy(label=LABEL, **{name: other}))  # type: ignore[arg-type]
    (term,) = holding(applying(both, quadrant="star", grade="low"))
    assert (term.value, term.by.kind) == (holds, "quadrant" if holds == one else "grade")


def test_who_approves_departures_from_both() -> None:
    def agreed(*given: tuple[Any, ...]) -> tuple[str, ...]:
        quadrant, grade = (Strategy(label=LABEL, approvers=roles) for roles in given)
        return approvers(applying(library(quadrant, grade), quadrant="star", grade="low"))

    assert agreed(("credit_manager", "cfo"), ("cfo", "ceo")) == ("cfo",)
    assert agreed(("credit_manager",), ("ceo",)) == ("ceo",)
    assert agreed(("credit_manager",), ()) == ("credit_manager",)
    assert agreed((), ()) == ()


def test_a_place_without_a_strategy_has_none() -> None:
    assert applying(LIBRARY, quadrant="unplaced", grade="nothing") == ()
    assert holding(()) == ()


def test_everything_can_be_said_in_both_languages() -> None:
    assert set(TERM_WORDS) == set(STRICTNESS)
    said = [value_words(name, value) for name in VALUE_WORDS for value in (0, 1, 100)]
    said += [value_words("delivery", value) for value in CHOICE_WORDS]
    said += [value_words("responsible", role) for role in ROLE_WORDS]
    assert all(words.zh and words.en and "{" not in words.zh + words.en for words in said)
    assert value_words("terms_days", 0).en == "cash, no credit"
    assert value_words("terms_days", 1).en == "at most 1 day"
    assert value_words("limit_percent", 70).zh == "已批额度的 70%"


def spoiled(**said: object) -> dict[str, Any]:
    body = deepcopy(BODY)
    body["quadrants"]["star"].update(said)
    return body


@pytest.mark.parametrize(
    ("said", "place"),
    [
        pytest.param({"terms_days": 400}, "quadrants.star.terms_days", id="terms of more than a year"),
        pytest.param({"delivery": "perhaps"}, "quadrants.star.delivery", id="an unknown delivery"),
        pytest.param({"responsible": "janitor"}, "quadrants.star.responsible", id="an unknown role"),
        pytest.param({"colour": "red"}, "quadrants.star.colour", id="a field that is not there"),
        pytest.param({"label": {"zh": "策略"}}, "quadrants.star.label.en", id="one language only"),
    ],
)
def test_what_cannot_be_read_is_refused(said: dict[str, object], place: str) -> None:
    with pytest.raises(DefinitionUnreadable) as refused:
        readable({"strategies": spoiled(**said)}, 0)
    assert refused.value.params["place"] == place


def test_two_steps_with_one_key_are_refused() -> None:
    step = BODY["quadrants"]["star"]["steps"][0]
    with pytest.raises(StepTwice) as refused:
        readable({"strategies": spoiled(steps=[step, step])}, 0)
    assert refused.value.params == {"place": "star", "step": "framework"}
