"""Nightly: the whole book on its day; time alone can fire a rule."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from kedun.alerts.queries import of_customer
from kedun.assessments import store
from kedun.assessments.models import Assessment, AssessmentHistory
from kedun.assessments.policy import Policy
from kedun.assessments.store import Judged, NotComputable, Question
from kedun.facts.queries import last_batch, stale_customers
from kedun.kernel.progress import Remembered
from kedun.pipeline import book
from kedun.pipeline import nightly as page
from kedun.pipeline.nightly import nightly
from tests.definitions.versions import put_into_force
from tests.pipeline.small_house import (
    PERIODS,
    START,
    TOO_MUCH,
    alerts,
    bill,
    clock_on,
    customer,
    number_of,
    open_house,
    poisoned,
    receive,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def house() -> None:
    """A's bill was due 30 days ago on the first day; B owes nothing."""
    open_house()
    receive(customer=[customer("A"), customer("B")], invoice=[bill("A", due_on=START - 30)])


def test_a_day_passes_and_an_unpaid_bill_fires_without_a_new_fact(tmp_path: Path) -> None:
    first = nightly(tmp_path, clock=clock_on(START))
    assert (first.customers, first.written) == (2, 2)
    assert alerts("A") == []
    second = nightly(tmp_path, clock=clock_on(START + 1))
    assert second.known_batch == first.known_batch
    assert alerts("A") == ["open"]
    [alert] = [each for each in of_customer(number_of("A")) if each.rule_key == "overdue_30_days"]
    assert alert.opened_as_of == START + 1
    assert alert.fact_at is None, "no arrival led to it"


def test_the_same_night_twice_changes_nothing(tmp_path: Path) -> None:
    nightly(tmp_path, clock=clock_on(START + 1))
    kept = AssessmentHistory.objects.count()
    again = nightly(tmp_path, clock=clock_on(START + 1), progress=Remembered())
    assert (again.written, again.unchanged, again.digest) == (0, 2, "")
    assert (again.alerts.opened, again.alerts.updated, again.alerts.closed) == (0, 0, 0)
    assert AssessmentHistory.objects.count() == kept
    assert alerts("A") == ["open"]


def test_marks_go_up_to_the_batch_that_was_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    walk_book = book.walk_book

    def interrupted(*arguments: object, **named: object) -> object:
        outcome = walk_book(*arguments, **named)  # type: ignore[arg-type]
        receive({}, invoice=[bill("B", due_on=START - 90)])
        return outcome

    monkeypatch.setattr(page, "walk_book", interrupted)
    assert len(stale_customers()) == 2
    nightly(tmp_path, clock=clock_on(START))
    assert [(mark.customer_id, mark.batch_id) for mark in stale_customers()] == [(number_of("B"), last_batch())]


@pytest.mark.parametrize("shift", [-1, 1], ids=["yesterday", "tomorrow"])
def test_another_day_than_today_leaves_the_marks(shift: int, tmp_path: Path) -> None:
    nightly(tmp_path, clock=clock_on(START), as_of=START + shift)
    assert len(stale_customers()) == 2


def test_a_month_end_that_was_missed_is_assessed_on_its_own_day(tmp_path: Path) -> None:
    missed = nightly(tmp_path, clock=clock_on(START), as_of=START - 16)
    assert missed.written == 2
    assert set(Assessment.objects.values_list("as_of", flat=True)) == {START - 16}


def test_what_was_supplied_counts_from_the_day_it_speaks_for(tmp_path: Path) -> None:
    nightly(tmp_path, clock=clock_on(PERIODS["invoice"][1]))
    row = Assessment.objects.get(customer_id=number_of("B"))
    assert row.readings["overdue_minor"] == 0
    assert row.missing["lawsuits_open"] == "not_supplied"


def test_who_cannot_be_computed_holds_up_nobody(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    nightly(tmp_path, clock=clock_on(START))
    put_into_force(poisoned(tmp_path), on=START)
    codes = [f"K{number}" for number in range(5)]
    receive({}, customer=[customer(code) for code in codes], invoice=[bill("B", due_on=START - 31, amount=TOO_MUCH)])
    outcome = nightly(tmp_path, clock=clock_on(START + 1))
    assert (set(outcome.aside), outcome.customers) == ({number_of("B")}, 6)
    assert f"customer {number_of('B')} cannot be assessed" in caplog.text
    assert alerts("A") == ["open"]
    assert dict(Assessment.objects.values_list("customer__code", "as_of")) == {
        **dict.fromkeys(("A", *codes), START + 1),
        "B": START,
    }
    assert [mark.customer_id for mark in stale_customers()] == [number_of("B")], "it keeps its mark"


def test_who_cannot_be_computed_may_be_met_after_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    codes = [f"K{number}" for number in range(5)]
    receive({}, customer=[customer(code) for code in codes])
    found = store.judge

    def judge(policy: Policy, question: Question, **how: Any) -> Iterator[Judged]:
        for each in sorted(found(policy, question, **how), key=lambda judged: judged.document.customer_id):
            if each.document.customer_id == number_of("K2"):
                raise NotComputable(problem="K2")
            yield each

    monkeypatch.setattr(store, "judge", judge)
    outcome = nightly(tmp_path, clock=clock_on(START))
    assert (outcome.customers, set(outcome.aside)) == (6, {number_of("K2")})
    assessed = Assessment.objects.values_list("customer__code", flat=True)
    assert sorted(assessed) == ["A", "B", "K0", "K1", "K3", "K4"]


def test_the_engine_gives_rows_before_the_one_it_cannot_compute() -> None:
    too_much = "SELECT CASE WHEN i = 900000 THEN 9223372036854775807 + i ELSE i END FROM range(1000000) r(i)"
    with duckdb.connect() as book:
        rows = store._streamed(too_much, {}, book)
        assert next(rows) == (0,)
        with pytest.raises(NotComputable):
            list(rows)


def test_a_policy_that_computes_for_nobody_fails_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kedun.assessments.store.MOST_ASIDE", 1)
    put_into_force(poisoned(tmp_path), on=START)
    receive({}, invoice=[bill(code, due_on=START - 31, amount=TOO_MUCH) for code in ("A", "B")])
    with pytest.raises(NotComputable):
        nightly(tmp_path, clock=clock_on(START))
