"""The hand-made ledger: every reading as worked by hand, on every engine, then and now."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytest_django import DjangoDbBlocker

from kedun.assessments.assessed import digest
from kedun.assessments.policy import Policy
from kedun.kernel.days import to_day
from tests.assessments.engines import ENGINES, assess_everywhere, differences, question, starter_policy
from tests.case_files import deliver, load, undone

pytestmark = pytest.mark.django_db

LEDGER = load("ledger.yaml")
DAYS: list[date] = LEDGER["days"]


@pytest.fixture(scope="module")
def deliveries(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[dict[int, int]]:
    """Both deliveries stored; the last batch by number."""
    with undone(django_db_blocker):
        yield {each: deliver(LEDGER["facts"], LEDGER["supplied"], number=each) for each in (1, 2)}


@pytest.fixture(scope="module")
def policy(deliveries: dict[int, int]) -> Policy:
    return starter_policy()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the mirror lies, built once for all tests."""
    return tmp_path_factory.mktemp("mirror")


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_every_reading_is_as_worked_by_hand(
    day: date, deliveries: dict[int, int], policy: Policy, folder: Path
) -> None:
    everywhere = assess_everywhere(policy, question(to_day(day)), folder)
    assert {engine: differences(LEDGER["expected"][day], everywhere[engine]) for engine in ENGINES} == {
        engine: [] for engine in ENGINES
    }
    assert len({digest(found.values()) for found in everywhere.values()}) == 1


@pytest.mark.parametrize("day", LEDGER["known_at"][1], ids=str)
def test_before_the_correction_the_old_readings_stand(
    day: date, deliveries: dict[int, int], policy: Policy, folder: Path
) -> None:
    everywhere = assess_everywhere(policy, question(to_day(day), known_at=deliveries[1]), folder)
    for engine in ENGINES:
        assert differences(LEDGER["known_at"][1][day], everywhere[engine]) == []
    assert len({digest(found.values()) for found in everywhere.values()}) == 1


@pytest.mark.parametrize("day", LEDGER["signal_points"], ids=str)
def test_signals_fade(day: date, deliveries: dict[int, int], policy: Policy, folder: Path) -> None:
    cap = policy.placing.card.signal_cap
    for found in assess_everywhere(policy, question(to_day(day)), folder).values():
        points = {code: found[code].signal_points for code in LEDGER["signal_points"][day]}
        assert points == {code: min(cap, wanted) for code, wanted in LEDGER["signal_points"][day].items()}
