"""Every ready rule has a few rows judged by hand; they must come out so, and people must be able to read why."""

import re
from typing import Any

import pytest

from kedun.assessments import swing
from kedun.expressions import Value
from kedun.facts.steps import closures, extend, types_of
from kedun.rules.verdict import Verdict, rule_layers, verdicts
from tests.assessments.engines import shipped_policy
from tests.case_files import load, number

CASES: dict[str, list[dict[str, dict[str, Any]]]] = load("rules.yaml")
RULES = shipped_policy().rules.rules
INDICATORS = shipped_policy().indicators
KNOWN = INDICATORS.types | types_of(shipped_policy().placing.layers(INDICATORS.types)) | dict(swing.TYPES)
PLACES = {"score", "coverage", "grade", "value_tier", "quadrant"}
CHINESE = re.compile(r"[\u4e00-\u9fff]")


ROWS = [(key, verdict, written) for key, cases in CASES.items() for case in cases for verdict, written in case.items()]


def said(row: tuple[str, str, dict[str, Any]]) -> str:
    key, verdict, written = row
    return f"{key} is {verdict} at {', '.join(str(value) for value in written.values())}"


def reading(name: str, written: object) -> Value:
    """Give a reading the type it has in a computed row."""
    value = None if written is None else number(written)
    return float(value) if value is not None and KNOWN[name] == "real" else value


def judged(key: str, readings: dict[str, Value]) -> Verdict:
    row: dict[str, Value] = dict.fromkeys(KNOWN) | readings
    extend(row, closures(rule_layers(shipped_policy().rules, KNOWN)))
    return verdicts({key: shipped_policy().evidence[key]}, row)[0]


@pytest.mark.parametrize(("key", "verdict", "written"), ROWS, ids=map(said, ROWS))
def test_a_rule_judges_as_worked_by_hand(key: str, verdict: str, written: dict[str, object]) -> None:
    readings = {name: reading(name, value) for name, value in written.items()}
    # the evidence shows just what the row names: a case with a reading too few or too many is no case of this rule
    assert judged(key, readings) == Verdict(key, verdict, readings)  # type: ignore[arg-type]


def test_every_case_is_of_a_ready_rule() -> None:
    assert CASES.keys() == RULES.keys()


@pytest.mark.parametrize("key", RULES)
def test_a_rule_is_seen_fired_clear_and_unknown(key: str) -> None:
    assert {verdict for case in CASES[key] for verdict in case} == {"fired", "clear", "unknown"}


@pytest.mark.parametrize("key", RULES)
def test_a_rule_has_a_name_of_its_own_in_chinese_and_english(key: str) -> None:
    label = RULES[key].label
    others = [rule.label for other, rule in RULES.items() if other != key]
    assert CHINESE.search(label.zh)
    assert not CHINESE.search(label.en)
    assert label.zh not in [other.zh for other in others]
    assert label.en not in [other.en for other in others]


@pytest.mark.parametrize("key", RULES)
def test_the_evidence_of_a_rule_is_what_people_can_read(key: str) -> None:
    # a bare measure has no label and no unit
    assert shipped_policy().evidence[key] - INDICATORS.indicators.keys() - PLACES - swing.TYPES.keys() == set()
