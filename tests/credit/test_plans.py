"""Contingency plans: who does what by when is as counted by hand, and every ready rule has one."""

from copy import deepcopy
from datetime import date
from typing import Any, cast

import pytest

from kedun.credit.documents import readable
from kedun.credit.plans import plan_for, read_plans
from kedun.credit.steps import StepTwice, due_on
from kedun.definitions.documents import read
from kedun.kernel.days import Day, to_date, to_day
from tests.assessments.engines import shipped_policy
from tests.case_files import load
from tests.house import ROOT

BODY = cast("dict[str, Any]", read((ROOT / "starter" / "contingency_plans.yaml").read_text(encoding="utf-8")))
PLANS = read_plans(BODY)
CASES = load("contingency_plans.yaml")
FRIDAY = to_day(date(2026, 11, 20))


def is_worked(day: Day) -> bool:
    return to_date(day).weekday() < 5


@pytest.mark.parametrize("key", CASES)
def test_the_days_of_a_plan_are_as_counted_by_hand(key: str) -> None:
    steps = PLANS.contingency_plans[key].steps
    found = [[each.step, each.role, to_date(due_on(each, FRIDAY, is_worked=is_worked))] for each in steps]
    assert found == CASES[key]


def test_every_ready_rule_has_one_plan_and_every_plan_a_case() -> None:
    planned = [rule for plan in PLANS.contingency_plans.values() for rule in plan.rules]
    assert sorted(planned) == sorted(shipped_policy().declared.rules)
    assert CASES.keys() == PLANS.contingency_plans.keys()


def test_the_first_plan_that_names_a_rule_is_its_own() -> None:
    found = plan_for(PLANS, "lawsuit")
    assert found is not None
    assert found[0] == "legal"
    assert plan_for(PLANS, "no_such_rule") is None


def test_two_steps_with_one_key_are_refused() -> None:
    body = deepcopy(BODY)
    steps = body["contingency_plans"]["care"]["steps"]
    steps.append(steps[0])
    with pytest.raises(StepTwice):
        readable({"contingency_plans": body}, 0)
