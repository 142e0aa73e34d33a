"""Events: who changed is assessed, few one by one and many at once; a mark goes only with what was seen."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kedun.alerts.actions import AlertCounts
from kedun.alerts.queries import of_customer
from kedun.assessments.models import Assessment
from kedun.definitions.actions import load_starter
from kedun.facts.models import Batch
from kedun.facts.queries import last_batch, stale_customers
from kedun.pipeline import actions as pipeline
from kedun.pipeline import event
from kedun.pipeline.event import FEW, drain
from kedun.pipeline.starter import STARTER
from tests.pipeline.small_house import START, alerts, bill, clock_on, customer, number_of, open_house, paid, receive

pytestmark = pytest.mark.django_db
TODAY = clock_on(START)
NOTHING = AlertCounts()


@pytest.fixture(autouse=True)
def house() -> None:
    open_house()


def waiting() -> set[int]:
    return {mark.customer_id for mark in stale_customers()}


def test_few_are_assessed_one_by_one_and_alerted(tmp_path: Path) -> None:
    receive(customer=[customer("A"), customer("B")], invoice=[bill("A", due_on=START - 31)])
    counts = drain(tmp_path, clock=TODAY)
    assert counts.opened == len(of_customer(number_of("A"))) > 0
    assert alerts("A") == ["open"]
    assert alerts("B") == []
    assert waiting() == set()
    assert {(row.as_of, row.known_batch) for row in Assessment.objects.all()} == {(START, last_batch())}
    assert not list(tmp_path.iterdir()), "few customers need no mirror"


def test_draining_twice_does_nothing(tmp_path: Path) -> None:
    receive(customer=[customer("A")], invoice=[bill("A", due_on=START - 31)])
    drain(tmp_path, clock=TODAY)
    assert drain(tmp_path, clock=TODAY) == NOTHING
    assert alerts("A") == ["open"]


def test_many_are_assessed_in_one_run(tmp_path: Path) -> None:
    codes = [f"M{number:03}" for number in range(FEW + 1)]
    late = codes[::50]
    receive(customer=[customer(code) for code in codes], invoice=[bill(code, due_on=START - 31) for code in late])
    drain(tmp_path, clock=TODAY)
    assert (tmp_path / f"mirror-{last_batch()}.duckdb").exists()
    assert waiting() == set()
    assert Assessment.objects.count() == FEW + 1
    assert [code for code in codes if alerts(code) == ["open"]] == late
    assert drain(tmp_path, clock=TODAY) == NOTHING


def test_a_payment_clears_the_alert(tmp_path: Path) -> None:
    receive(customer=[customer("A")], invoice=[bill("A", due_on=START - 31)])
    drain(tmp_path, clock=TODAY)
    receive({}, payment=[paid("A", on=START)])
    counts = drain(tmp_path, clock=TODAY)
    assert alerts("A") == ["cleared"]
    assert counts.closed >= 1


def test_a_verdict_that_is_unknown_leaves_the_alert_open(tmp_path: Path) -> None:
    late = bill("A", due_on=START - 31)
    receive(customer=[customer("A")], invoice=[late])
    drain(tmp_path, clock=TODAY)
    later = clock_on(START + 60)  # by then the invoices of the last delivery are stale
    receive({}, customer=[{**customer("A"), "region": "浙江"}])
    drain(tmp_path, clock=later)
    verdicts = Assessment.objects.get(customer_id=number_of("A")).verdicts
    assert verdicts["overdue_30_days"]["verdict"] == "unknown"
    assert alerts("A") == ["open"]


@pytest.mark.parametrize("few", [FEW, 0], ids=["one by one", "in one run"])
def test_a_fact_that_arrives_meanwhile_keeps_its_mark(
    few: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    receive(customer=[customer("A"), customer("B")], invoice=[bill("A", due_on=START - 31)])
    walk = pipeline.walk

    def interrupted(errand: pipeline.Errand) -> object:
        """The walk, and a payment that comes in before its marks are cleared."""
        outcome = walk(errand)
        if errand.customers and number_of("A") in errand.customers and not arrived:
            arrived.append(receive({}, payment=[paid("A", on=START)]))
        return outcome

    arrived: list[int] = []
    monkeypatch.setattr(event, "FEW", few)
    monkeypatch.setattr(event, "walk", interrupted)
    drain(tmp_path, clock=TODAY)
    assert [(mark.customer_id, mark.batch_id) for mark in stale_customers()] == [(number_of("A"), arrived[0])]
    assert alerts("A") == ["open"]
    drain(tmp_path, clock=TODAY)
    assert alerts("A") == ["cleared"]
    assert waiting() == set()


@pytest.mark.parametrize("few", [FEW, 0], ids=["one by one", "in one run"])
def test_an_alert_says_when_the_fact_behind_it_arrived(
    few: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch = receive(customer=[customer("A")], invoice=[bill("A", due_on=START - 31)])
    monkeypatch.setattr(event, "FEW", few)
    drain(tmp_path, clock=TODAY)
    [alert] = [each for each in of_customer(number_of("A")) if each.rule_key == "overdue_30_days"]
    assert alert.fact_at == Batch.objects.get(id=batch).at
    assert alert.opened_at == datetime(2025, 6, 16, 4, tzinfo=UTC)
    assert alert.opened_batch == batch


def test_nobody_waits_nothing_happens(tmp_path: Path) -> None:
    assert drain(tmp_path, clock=TODAY) == NOTHING


def test_a_customer_taken_back_is_no_longer_assessed(tmp_path: Path) -> None:
    receive(customer=[customer("A")])
    receive({}, customer=[{**customer("A"), "is_retracted": True}])
    assert drain(tmp_path, clock=TODAY) == NOTHING
    assert waiting() == set()
    assert not Assessment.objects.exists()


POISON = '  squared: {fact: invoice, sum: "amount_minor * amount_minor"}\n'


@pytest.mark.django_db(transaction=True)
def test_a_customer_that_cannot_be_computed_holds_up_nobody(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    policy = tmp_path / "policy"
    shutil.copytree(STARTER, policy)
    text = (policy / "indicators.yaml").read_text(encoding="utf-8")
    (policy / "indicators.yaml").write_text(text.replace("measures:\n", f"measures:\n{POISON}", 1), encoding="utf-8")
    load_starter(policy, actor="test", on=START)
    huge = bill("B", due_on=START - 31, amount="99999999999.00")
    receive(
        customer=[customer("A"), customer("B"), customer("C")],
        invoice=[bill("A", due_on=START - 31), huge, bill("C", due_on=START - 31)],
    )
    drain(tmp_path, clock=TODAY)
    assert (alerts("A"), alerts("B"), alerts("C")) == (["open"], [], ["open"])
    assert waiting() == {number_of("B")}, "it keeps its mark"
    assert f"customer {number_of('B')} cannot be assessed" in caplog.text
