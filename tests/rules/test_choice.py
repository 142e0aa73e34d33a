"""Choosing rules and their numbers: put into the rules as trees, within bounds, and never able to stop the house."""

from typing import Any

import pytest

from kedun.assessments import swing
from kedun.assessments.policy import compile_policy
from kedun.expressions import Value
from kedun.facts.steps import closures, extend, types_of
from kedun.indicators.definition import DefinitionUnreadable, Unit
from kedun.kernel.refusals import Refusal
from kedun.kernel.words import Language
from kedun.rules import refusals
from kedun.rules.choice import RuleChoice, chosen, is_on, names_are_free, read_choice, settled, shown, sound
from kedun.rules.definition import RuleSet, read_rules
from kedun.rules.verdict import rule_layers, verdict_name
from tests.assessments.engines import shipped_documents, shipped_policy
from tests.case_files import load

CASES: list[dict[str, Any]] = load("cards.yaml")["rule_choice"]
READINGS: dict[str, Value] = {
    "overdue_days_max": 45.0,
    "overdue_minor": 6_000_000,
    "overdue_undisputed_minor": 6_000_000,
}
DAYS = {"value": 30, "unit": "days", "label": {"zh": "天数", "en": "Days"}, "min": 0, "max": 100}
SHARE = {"value": 0.2, "unit": "share", "label": {"zh": "比例", "en": "Share"}, "min": 0, "max": 1}


def rules(**changed: Any) -> RuleSet:
    rule = {
        "label": {"zh": "逾期{days}天{other}", "en": "{days} days late {other}"},
        "when": "late > days AND share >= rate",
        "thresholds": {"days": DAYS, "rate": SHARE},
        "severity": "low", "risk_type": "credit", "source": "here", **changed,
    }  # fmt: skip
    return read_rules({"rules": {"it": rule}})


def choice(enabled: Any = "all", **thresholds: dict[str, Any]) -> RuleChoice:
    return read_choice({"enabled": enabled, "thresholds": thresholds})


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_choice_means_what_was_worked_by_hand(case: dict[str, Any]) -> None:
    given = {"enabled": case["enabled"], "thresholds": case["thresholds"]}
    policy = compile_policy(shipped_documents() | {"rule_choice": given})
    assert len(policy.rules.rules) == case["on"]
    placed = types_of(policy.placing.layers(policy.indicators.types))
    known = policy.indicators.types | placed | dict(swing.TYPES)
    row: dict[str, Value] = dict.fromkeys(known) | READINGS
    extend(row, closures(rule_layers(policy.rules, known)))
    speaking = [
        key for key in ("overdue_30_days", "overdue_60_days", "cumulative_overdue") if key in policy.rules.rules
    ]
    assert {key: verdict_name(row[f"rule_{key}"]) for key in speaking} == case["verdicts"]
    for key, label in case["label"].items():
        assert (policy.rules.rules[key].label.zh, policy.rules.rules[key].label.en) == (label["zh"], label["en"])


def test_the_shipped_choice_is_that_of_the_first_case() -> None:
    policy = shipped_policy()
    assert (policy.choice.enabled, policy.choice.thresholds) == (CASES[0]["enabled"], CASES[0]["thresholds"])
    assert policy.rules.rules.keys() == policy.declared.rules.keys()


def test_another_choice_is_another_policy() -> None:
    hashes = {
        compile_policy(shipped_documents() | {"rule_choice": {"enabled": "all", "thresholds": each}}).hash
        for each in ({}, {"lawsuit": {"times": 2}}, {"lawsuit": {"times": 3}})
    }
    assert len(hashes) == 3


def test_numbers_take_the_place_of_names_in_condition_and_label() -> None:
    (rule,) = chosen(rules(), choice(it={"days": 45, "rate": 0.5}), currency="CNY").rules.values()
    assert rule.when == "late > 45 AND share >= 0.5"
    assert (rule.label.zh, rule.label.en) == ("逾期45天{other}", "45 days late {other}")
    assert {name: each.value for name, each in rule.thresholds.items()} == {"days": 45, "rate": 0.5}


def test_a_number_below_zero_keeps_its_sign_wherever_it_stands() -> None:
    below = rules(when="late - days > rate", thresholds={"days": DAYS | {"min": -10}, "rate": SHARE})
    (rule,) = chosen(below, choice(it={"days": -5}), currency="CNY").rules.values()
    layers = rule_layers(RuleSet({"it": rule}), {"late": "real"})
    row: dict[str, Value] = {"late": -4.5}
    extend(row, closures(layers))
    assert row["rule_it"] is True, "-4.5 - -5 = 0.5 > 0.2"


def test_a_rule_that_is_off_says_nothing_but_can_still_be_read() -> None:
    off = choice(enabled=[])
    assert chosen(rules(), off, currency="CNY").rules == {}
    assert settled(rules(), off, currency="CNY")["it"].when == "late > 30 AND share >= 0.2"
    assert (is_on("it", off), is_on("it", choice())) == (False, True)


@pytest.mark.parametrize(
    "stored",
    [
        pytest.param({"gone": {"days": 45}}, id="a rule that is gone"),
        pytest.param({"it": {"gone": 45}}, id="a threshold that is gone"),
        pytest.param({"it": {"days": 101}}, id="a number beyond bounds that were narrowed since"),
        pytest.param({"it": {"days": 30.5}}, id="a part of a day"),
    ],
)
def test_what_was_chosen_and_fits_no_longer_stops_nothing(stored: dict[str, Any]) -> None:
    (rule,) = chosen(rules(), choice(**stored), currency="CNY").rules.values()
    assert rule.when == "late > 30 AND share >= 0.2"


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        pytest.param(choice(enabled=["gone"]), refusals.UnknownRule, id="switching on what is not there"),
        pytest.param(choice(gone={"days": 1}), refusals.UnknownRule, id="a number of a rule that is not there"),
        pytest.param(choice(it={"gone": 1}), refusals.UnknownThreshold, id="a threshold that is not there"),
        pytest.param(choice(it={"days": 101}), refusals.ThresholdOutOfRange, id="beyond the bounds"),
        pytest.param(choice(it={"days": 30.5}), refusals.ThresholdNotWhole, id="a part of a day"),
        pytest.param(choice(it={"rate": 0.1234567890123456}), refusals.ThresholdNotANumber, id="more digits than doubles agree on"),
    ],
)  # fmt: skip
def test_a_choice_that_makes_no_sense_is_refused(given: RuleChoice, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        sound(rules(), given)


def test_a_choice_that_makes_sense_is_accepted() -> None:
    given = choice(enabled=["it"], it={"days": 0, "rate": 0.25})
    assert sound(rules(), given) is given


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        pytest.param({"when": "late > 1 AND share >= rate"}, refusals.ThresholdUnused, id="a threshold nobody asks for"),
        pytest.param({"thresholds": {"days": DAYS | {"value": 200}, "rate": SHARE}}, refusals.ThresholdOutOfRange, id="outside its own bounds"),
        pytest.param({"thresholds": {"days": DAYS | {"value": 1.5}, "rate": SHARE}}, refusals.ThresholdNotWhole, id="half a day"),
    ],
)  # fmt: skip
def test_a_rule_whose_thresholds_are_wrong_is_refused(changed: dict[str, Any], refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        chosen(rules(**changed), choice(), currency="CNY")


def test_a_threshold_may_stand_in_the_scope_alone() -> None:
    (rule,) = chosen(rules(when="share >= rate", scope="late > days"), choice(), currency="CNY").rules.values()
    assert (rule.scope, rule.when) == ("late > 30", "share >= 0.2")


def test_a_threshold_cannot_have_the_name_of_a_reading() -> None:
    names_are_free(rules(), frozenset({"late", "share"}))
    with pytest.raises(refusals.ThresholdNameTaken) as refused:
        names_are_free(rules(), frozenset({"rate"}))
    assert refused.value.params == {"rule": "it", "name": "rate"}


def test_a_policy_whose_threshold_hides_a_reading_is_refused() -> None:
    documents = shipped_documents()
    lawsuit = documents["rules"]["rules"]["lawsuit"]
    lawsuit["thresholds"]["score"] = lawsuit["thresholds"].pop("times")
    lawsuit["when"] = "lawsuits_open >= score"
    with pytest.raises(refusals.ThresholdNameTaken):
        compile_policy(documents)


@pytest.mark.parametrize(
    "document",
    [
        pytest.param({"enabled": "some", "thresholds": {}}, id="neither all nor a list"),
        pytest.param({"enabled": "all", "thresholds": {"it": {"days": "30"}}}, id="a text for a number"),
        pytest.param({"enabled": "all", "thresholds": {"it": {"days": True}}}, id="a truth for a number"),
        pytest.param({"enabled": "all", "thresholds": {}, "colour": "red"}, id="an unknown field"),
        pytest.param({"enabled": ["Ä"], "thresholds": {}}, id="no key"),
        pytest.param({"enabled": [f"r{n}" for n in range(501)], "thresholds": {}}, id="more rules than there may be"),
    ],
)
def test_an_unreadable_choice_is_refused(document: dict[str, Any]) -> None:
    with pytest.raises(DefinitionUnreadable):
        read_choice(document)


@pytest.mark.parametrize(
    ("value", "unit", "currency", "language", "said"),
    [
        (5_000_000, "minor", "CNY", "zh", "5万元"),
        (5_000_050, "minor", "CNY", "zh", "50,000.5元"),
        (0, "minor", "CNY", "zh", "0元"),
        (500_000_000, "minor", "CNY", "en", "CNY 5,000,000"),
        (5_000_000, "minor", "JPY", "zh", "JPY 5,000,000"),
        (0.25, "share", "CNY", "zh", "25%"),
        (0.125, "share", "CNY", "en", "12.5%"),
        (30, "days", "CNY", "zh", "30"),
        (0.5, "years", "CNY", "en", "0.5"),
        (10_000, "count", "CNY", "en", "10,000"),
    ],
)
def test_numbers_are_said_the_way_people_say_them(
    value: float, unit: Unit, currency: str, language: Language, said: str
) -> None:
    assert shown(value, unit, currency, language) == said
