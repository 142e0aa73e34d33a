"""Groups in the flow: one member's fact moves all members at once, and the night says the same."""

from pathlib import Path

import pytest

from kedun.assessments.models import Assessment
from kedun.facts.models import CURRENT
from kedun.facts.queries import last_batch, stale_customers
from kedun.pipeline.event import drain
from kedun.pipeline.nightly import nightly
from tests.pipeline.small_house import START, alerts, bill, clock_on, customer, number_of, open_house, paid, receive

pytestmark = pytest.mark.django_db
TODAY = clock_on(START)
RULE = "group_member_overdue"


@pytest.fixture(autouse=True)
def house() -> None:
    open_house()


def tie(code: str, *, to_on: int | None = None) -> dict[str, object]:
    return {
        "external_id": f"T{code}", "customer": code, "other": "P1", "relation_type": "controller",
        "from_on": START - 900, "to_on": to_on,
    }  # fmt: skip


def overdue_days(*codes: str) -> list[int | None]:
    rows = Assessment.objects.in_bulk([number_of(code) for code in codes])
    return [rows[number_of(code)].readings["group_overdue_days_max"] for code in codes]


def stored() -> dict[int, object]:
    rows = Assessment.objects.values_list("customer_id", "readings", "verdicts", "missing")
    return {customer_id: (readings, verdicts, missing) for customer_id, readings, verdicts, missing in rows}


def test_a_fact_of_one_member_moves_all_members(tmp_path: Path) -> None:
    receive(customer=[customer("A"), customer("B"), customer("C")], relation=[tie("A"), tie("B")])
    drain(tmp_path, clock=TODAY)
    receive(invoice=[bill("A", due_on=START - 61)])
    assert {mark.customer_id for mark in stale_customers()} == {number_of("A")}
    drain(tmp_path, clock=TODAY)
    assert (overdue_days("A", "B", "C"), alerts("B", RULE)) == ([61, 61, 0], ["open"])
    assert (alerts("A", RULE), alerts("C", RULE)) == ([], [])
    receive(payment=[paid("A", on=START)])
    drain(tmp_path, clock=TODAY)
    assert overdue_days("A", "B", "C") == [0, 0, 0]
    assert alerts("B", RULE) == ["cleared"]


def test_events_and_the_night_give_the_same_rows(tmp_path: Path) -> None:
    receive(
        customer=[customer("A"), customer("B")], relation=[tie("A"), tie("B")], invoice=[bill("A", due_on=START - 61)]
    )
    nightly(tmp_path, clock=TODAY)
    receive(payment=[paid("A", on=START, amount="400.00")])
    drain(tmp_path, clock=TODAY)
    by_events = stored()
    nightly(tmp_path, clock=TODAY)
    assert stored() == by_events


def test_whoever_leaves_is_judged_alone_and_so_are_those_who_stay(tmp_path: Path) -> None:
    receive(
        customer=[customer("A"), customer("B")], relation=[tie("A"), tie("B")], invoice=[bill("A", due_on=START - 61)]
    )
    drain(tmp_path, clock=TODAY)
    assert alerts("B", RULE) == ["open"]
    receive(relation=[tie("A", to_on=START)])
    drain(tmp_path, clock=TODAY)
    assert (overdue_days("A", "B"), alerts("B", RULE)) == ([61, 0], ["cleared"])


def test_the_totals_of_the_newest_month_end_are_kept_once(tmp_path: Path) -> None:
    receive(
        customer=[customer("A"), customer("B")], invoice=[bill("A", due_on=START - 61), bill("B", due_on=START + 29)]
    )
    nightly(tmp_path, clock=TODAY)
    kept = CURRENT["book_constant"]._default_manager.filter(name="book_receivable_minor")
    month_end = START - 16
    assert list(kept.values_list("month_end_on", "total")) == [(month_end, 100_000)]  # the bill of B is of June
    before = last_batch()
    nightly(tmp_path, clock=TODAY)
    assert last_batch() == before
    rows = Assessment.objects.in_bulk([number_of("A"), number_of("B")])
    assert [row.readings["receivable_book_share"] for row in rows.values()] == [1.0, 1.0]
    receive(payment=[paid("A", on=month_end)])
    nightly(tmp_path, clock=TODAY)
    assert list(kept.values_list("total", flat=True)) == [0]
    counted = CURRENT["book_constant"]._default_manager.filter(name="book_customers")
    assert list(counted.values_list("total", flat=True)) == [2]
