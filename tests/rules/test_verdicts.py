"""Verdicts: fired, clear, unknown, with the readings they rest on."""

from typing import Any

import pytest

from kedun.expressions import Value
from kedun.facts.steps import closures, extend
from kedun.indicators.definition import DefinitionUnreadable
from kedun.kernel.refusals import Invalid
from kedun.rules.definition import read_rules
from kedun.rules.verdict import Verdict, evidence_names, rule_layers, verdicts

KNOWN: dict[str, Any] = {"overdue_share": "real", "days_late_max": "real", "orders": "integer", "grade": "text"}


def rule(when: str, scope: str = "TRUE") -> dict[str, Any]:
    return {
        "label": {"zh": "规则", "en": "Rule"},
        "when": when,
        "scope": scope,
        "severity": "high",
        "risk_type": "credit",
        "source": "here",
    }


def judged(when: str, scope: str = "TRUE", **readings: Value) -> Verdict:
    rules = read_rules({"rules": {"it": rule(when, scope)}})
    row: dict[str, Value] = {name: readings.get(name) for name in KNOWN}
    extend(row, closures(rule_layers(rules, KNOWN)))
    return verdicts({"it": evidence_names(rules.rules["it"])}, row)[0]


BOTH = "overdue_share >= 0.3 AND days_late_max >= 30"


@pytest.mark.parametrize(
    ("overdue_share", "days_late_max", "verdict"),
    [
        pytest.param(0.30, 30.0, "fired", id="at both limits"),
        pytest.param(0.29, 90.0, "clear", id="one limit not reached"),
        pytest.param(None, 90.0, "unknown", id="a missing reading is never clear"),
        pytest.param(None, 10.0, "clear", id="unless the other one settles it"),
    ],
)
def test_verdict(overdue_share: float | None, days_late_max: float | None, verdict: str) -> None:
    found = judged(BOTH, overdue_share=overdue_share, days_late_max=days_late_max)
    assert found == Verdict("it", verdict, {"days_late_max": days_late_max, "overdue_share": overdue_share})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("orders", "verdict"),
    [
        pytest.param(6, "fired", id="in scope"),
        pytest.param(5, "clear", id="out of scope the rule does not apply"),
        pytest.param(None, "unknown", id="whether it applies is not known"),
    ],
)
def test_scope(orders: int | None, verdict: str) -> None:
    found = judged("grade = 'high'", "orders >= 6", orders=orders, grade="high")
    assert (found.verdict, found.evidence) == (verdict, {"grade": "high", "orders": orders})


@pytest.mark.parametrize("when", ["nothing > 1", "overdue_share", "overdue_share > ", "grade > 'a'"])
def test_a_rule_that_cannot_be_judged_is_refused(when: str) -> None:
    with pytest.raises(Invalid):
        judged(when)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"severity": "huge"}, id="unknown severity"),
        pytest.param({"risk_type": "weather"}, id="unknown risk type"),
        pytest.param({"label": {"zh": "规则"}}, id="English missing"),
        pytest.param({"cooldown_days": -1}, id="negative cool-down"),
        pytest.param({"actions": [{"action": "explode"}]}, id="unknown action"),
        pytest.param({"colour": "red"}, id="unknown field"),
    ],
)
def test_a_rule_that_is_not_complete_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(DefinitionUnreadable):
        read_rules({"rules": {"it": rule("orders > 1") | change}})
