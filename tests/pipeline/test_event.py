"""Events: who changed is assessed, few one by one and many at once; a mark goes only with what was seen."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kedun.alerts.queries import of_customer
from kedun.assessments.models import Assessment
from kedun.facts.models import Batch
from kedun.facts.queries import last_batch, stale_customers
from kedun.intake.models import Import
from kedun.kernel.clock import FixedClock
from kedun.pipeline import actions as pipeline
from kedun.pipeline import event
from kedun.pipeline.event import MANY, drain
from kedun.pipeline.listening import Drained
from tests.definitions.versions import put_into_force
from tests.pipeline.small_house import (
    START,
    TOO_MUCH,
    alerts,
    bill,
    clock_on,
    customer,
    number_of,
    open_house,
    paid,
    poisoned,
    receive,
)

pytestmark = pytest.mark.django_db
TODAY = clock_on(START)
NOTHING = Drained()


@pytest.fixture(autouse=True)
def house() -> None:
    open_house()


def waiting() -> set[int]:
    return {mark.customer_id for mark in stale_customers()}


def test_few_are_assessed_one_by_one_and_alerted(tmp_path: Path) -> None:
    receive(customer=[customer("A"), customer("B")], invoice=[bill("A", due_on=START - 31)])
    counts = drain(tmp_path, clock=TODAY).alerts
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


def test_a_round_takes_those_who_went_stale_last_and_leaves_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(event, "FEW", 2)
    receive(customer=[customer(code) for code in ("A", "B", "C")])
    receive(customer=[customer("D")])
    first = drain(tmp_path, clock=TODAY)
    assert (first.marks, first.left) == (2, 2)
    assert number_of("D") not in waiting()
    second = drain(tmp_path, clock=TODAY)
    assert (second.marks, second.left) == (2, 0)
    assert waiting() == set()


def test_many_are_assessed_in_one_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(event, "MANY", 30)
    codes = [f"M{number:03}" for number in range(30)]
    late = codes[::5]
    receive(customer=[customer(code) for code in codes], invoice=[bill(code, due_on=START - 31) for code in late])
    drain(tmp_path, clock=TODAY)
    assert (tmp_path / f"mirror-{last_batch()}.duckdb").exists()
    assert waiting() == set()
    assert Assessment.objects.count() == 30
    assert [code for code in codes if alerts(code) == ["open"]] == late
    assert drain(tmp_path, clock=TODAY) == NOTHING


def test_a_payment_clears_the_alert(tmp_path: Path) -> None:
    receive(customer=[customer("A")], invoice=[bill("A", due_on=START - 31)])
    drain(tmp_path, clock=TODAY)
    receive({}, payment=[paid("A", on=START)])
    counts = drain(tmp_path, clock=TODAY).alerts
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


@pytest.mark.parametrize("many", [MANY, 1], ids=["in rounds", "in one run"])
def test_a_fact_that_arrives_meanwhile_keeps_its_mark(
    many: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
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
    monkeypatch.setattr(event, "MANY", many)
    monkeypatch.setattr(event, "walk", interrupted)
    drain(tmp_path, clock=TODAY)
    assert [(mark.customer_id, mark.batch_id) for mark in stale_customers()] == [(number_of("A"), arrived[0])]
    assert alerts("A") == ["open"]
    drain(tmp_path, clock=TODAY)
    assert alerts("A") == ["cleared"]
    assert waiting() == set()


@pytest.mark.parametrize("many", [MANY, 1], ids=["in rounds", "in one run"])
def test_an_alert_says_when_the_fact_behind_it_arrived(
    many: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch = receive(customer=[customer("A")], invoice=[bill("A", due_on=START - 31)])
    monkeypatch.setattr(event, "MANY", many)
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
    assert drain(tmp_path, clock=TODAY) == Drained(marks=1)
    assert waiting() == set()
    assert not Assessment.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_customer_that_cannot_be_computed_holds_up_nobody(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    put_into_force(poisoned(tmp_path), on=START)
    huge = bill("B", due_on=START - 31, amount=TOO_MUCH)
    receive(
        customer=[customer("A"), customer("B"), customer("C")],
        invoice=[bill("A", due_on=START - 31), huge, bill("C", due_on=START - 31)],
    )
    failed = drain(tmp_path, clock=TODAY).failed
    assert (alerts("A"), alerts("B"), alerts("C")) == (["open"], [], ["open"])
    assert waiting() == {number_of("B")}, "it keeps its mark"
    assert f"customer {number_of('B')} cannot be assessed" in caplog.text
    assert [mark.customer_id for mark in failed] == [number_of("B")]
    assert drain(tmp_path, clock=TODAY, aside=failed) == NOTHING, "set aside, it is not tried again"
    receive({}, invoice=[{**huge, "is_retracted": True}])
    assert drain(tmp_path, clock=TODAY, aside=failed) == Drained(marks=1), "a newer mark is tried"


def later(seconds: int) -> FixedClock:
    return FixedClock(TODAY.now() + timedelta(seconds=seconds))


def handed_in(state: str, *, at: datetime, actor: str = "test") -> None:
    Import.objects.create(
        file_name="invoices.csv", sha256="0" * 64, size=1, source="house", actor=actor, state=state,
        started_at=at, finished_at=at if state == "done" else None,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("state", "seconds_ago", "actor", "is_held_back"),
    [
        pytest.param("running", 5, "test", True, id="an import runs"),
        pytest.param("waiting", 5, "test", True, id="another file waits its turn"),
        pytest.param("done", 5, "test", False, id="all have ended"),
        pytest.param("running", 5, "key:1", False, id="somebody else imports"),
        pytest.param("running", 601, "test", False, id="one that was given up long ago"),
    ],
)
def test_customers_of_an_unfinished_import_wait_for_the_rest_of_it(
    state: str, seconds_ago: int, actor: str, is_held_back: bool, tmp_path: Path
) -> None:
    receive(customer=[customer("A")], invoice=[bill("A", due_on=START - 31)])
    handed_in(state, at=TODAY.now() - timedelta(seconds=seconds_ago), actor=actor)
    drain(tmp_path, clock=later(1))
    assert alerts("A") == ([] if is_held_back else ["open"])


def test_nobody_waits_for_an_import_longer_than_a_minute(tmp_path: Path) -> None:
    receive(customer=[customer("A")], invoice=[bill("A", due_on=START - 31)])
    since = next(iter(stale_customers())).since
    handed_in("running", at=since)
    assert drain(tmp_path, clock=FixedClock(since + timedelta(seconds=59))) == NOTHING
    assert drain(tmp_path, clock=FixedClock(since + timedelta(seconds=60))).marks == 1
