"""What a plan promises is what PostgreSQL says when its acts are written as facts; without one of them it is not."""

import os
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

import pytest
from django.db import connection, transaction
from pytest_django import DjangoDbBlocker

from kedun.assessments.store import Question, run
from kedun.assessments.wayback.store import Imagined, Plan, Wish, line_of, plan
from kedun.facts.actions import Delivery, upsert
from kedun.facts.queries import last_batch, supply_at
from kedun.kernel.days import Day, to_day
from kedun.sample import generate
from tests.assessments.accounts import everybody
from tests.assessments.done_acts import write
from tests.assessments.engines import shipped_policy
from tests.case_files import undone

pytestmark = pytest.mark.django_db

TODAY = to_day(date(2026, 9, 16))
CUSTOMERS = int(os.environ.get("KEDUN_SAMPLE", "200"))
A_LITTLE, MOST = 100, 10_000
"""Who stands above the line is asked to become one point better."""

WORK = 3_000
"""Some of the customers are searched by weeks, some by months, and the largest on the day of payment only."""


@pytest.fixture(scope="module")
def plans(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Mapping[str, Plan]]:
    with undone(django_db_blocker):
        company = generate(customers=CUSTOMERS, months=12, seed=7, until=TODAY)
        upsert(company.tables, delivery=Delivery(source="sample", actor="test", periods=company.periods))
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("kedun.assessments.wayback.store.WORK", WORK)
            found = {code: _plan(number, code) for number, code in everybody().items()}
        yield found


def _plan(number: int, code: str) -> Plan:
    policy = shipped_policy()
    imagined = Imagined(number, code, Wish(TODAY, last_batch(), is_past=False, policy=policy, pay_by=TODAY + 14))
    found = plan(imagined, line_of(policy))
    if found.state != "above":
        return found
    assert found.score is not None
    return plan(imagined, min(found.score + A_LITTLE, MOST))


def steps_of(each: Plan) -> tuple[int, ...]:
    return each.way.steps if each.way else ()


def reassessed(plans: Mapping[str, Plan], left_out: Mapping[str, int]) -> dict[str, int | None]:
    """Write what the plans ask for, but for one step of each, and ask PostgreSQL on their days; nothing stays written."""
    with transaction.atomic():
        write(plans, left_out)
        found = {
            assessed.code: assessed.score
            for day, numbers in _by_day(plans).items()
            for assessed in run(
                shipped_policy(), Question(day, None, numbers, supply_at(day, last_batch())), engine="postgres"
            )
        }
        transaction.set_rollback(True)
    return found


def _by_day(plans: Mapping[str, Plan]) -> dict[Day, tuple[int, ...]]:
    days: dict[Day, tuple[int, ...]] = {}
    for each in plans.values():
        assert each.way is not None
        days[each.way.day] = (*days.get(each.way.day, ()), each.imagined.customer)
    return days


def test_acts_lead_to_the_promised_score_and_none_can_be_dropped(plans: Mapping[str, Plan]) -> None:
    assert len(plans) == CUSTOMERS
    with_way = {code: each for code, each in plans.items() if each.way}
    promised = {code: each for code, each in with_way.items() if each.state in ("plan", "wait")}
    assert len(promised) > CUSTOMERS // 3

    assert reassessed(with_way, {}) == {code: each.way.score for code, each in with_way.items() if each.way}
    for place in range(max(len(steps_of(each)) for each in promised.values())):
        longer = {code: each for code, each in promised.items() if len(steps_of(each)) > place}
        left_out = {code: steps_of(each)[place] for code, each in longer.items()}
        found = reassessed(longer, left_out)
        for code, each in longer.items():
            assert each.way is not None
            score = found[code]
            assert score is None or score < each.target, code
            assert score == each.way.without[left_out[code]], code


def test_acts_of_many_sorts_are_asked_for(plans: Mapping[str, Plan]) -> None:
    asked = Counter(each.act(step).sort for each in plans.values() for step in steps_of(each))
    parts = sum(item.is_part for each in plans.values() for step in steps_of(each) for item in each.items(step))
    assert len(asked) >= 6, asked
    assert asked["pay"] > CUSTOMERS // 10
    assert parts > 0
