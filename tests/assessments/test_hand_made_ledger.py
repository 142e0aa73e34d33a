"""The hand-made ledger: every reading as worked by hand, on every engine, then and now."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kedun.assessments.assessed import Assessed, digest
from kedun.assessments.policy import Policy
from kedun.kernel.days import to_day
from tests.assessments.engines import ENGINES, assess_everywhere, question, starter_policy
from tests.case_files import deliver, load, number

pytestmark = pytest.mark.django_db

LEDGER = load("ledger.yaml")
DAYS: list[date] = LEDGER["days"]


@pytest.fixture
def deliveries() -> dict[int, int]:
    """Both deliveries stored; the last batch by number."""
    return {each: deliver(LEDGER["facts"], LEDGER["supplied"], number=each) for each in (1, 2)}


@pytest.fixture
def policy() -> Policy:
    return starter_policy()


def differences(expected: dict[str, dict[str, Any]], found: dict[str, Assessed]) -> list[str]:
    wrong = []
    for code, readings in expected.items():
        for key, wanted in readings.items():
            got = found[code].readings[key]
            if got != number(wanted):
                wrong.append(f"{code} {key}: {got} instead of {wanted}")
            elif isinstance(wanted, dict) and found[code].missing[key] != wanted["missing"]:
                wrong.append(f"{code} {key}: null because {found[code].missing[key]}, not {wanted['missing']}")
    return wrong


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_every_reading_is_as_worked_by_hand(
    day: date, deliveries: dict[int, int], policy: Policy, tmp_path: Path
) -> None:
    everywhere = assess_everywhere(policy, question(to_day(day)), tmp_path)
    assert {engine: differences(LEDGER["expected"][day], everywhere[engine]) for engine in ENGINES} == {
        engine: [] for engine in ENGINES
    }
    assert len({digest(found.values()) for found in everywhere.values()}) == 1


@pytest.mark.parametrize("day", LEDGER["known_at"][1], ids=str)
def test_before_the_correction_the_old_readings_stand(
    day: date, deliveries: dict[int, int], policy: Policy, tmp_path: Path
) -> None:
    everywhere = assess_everywhere(policy, question(to_day(day), known_at=deliveries[1]), tmp_path)
    for engine in ENGINES:
        assert differences(LEDGER["known_at"][1][day], everywhere[engine]) == []
    assert len({digest(found.values()) for found in everywhere.values()}) == 1


@pytest.mark.parametrize("day", LEDGER["signal_points"], ids=str)
def test_signals_fade(day: date, deliveries: dict[int, int], policy: Policy, tmp_path: Path) -> None:
    cap = policy.placing.card.signal_cap
    for found in assess_everywhere(policy, question(to_day(day)), tmp_path).values():
        points = {code: found[code].signal_points for code in LEDGER["signal_points"][day]}
        assert points == {code: min(cap, wanted) for code, wanted in LEDGER["signal_points"][day].items()}
