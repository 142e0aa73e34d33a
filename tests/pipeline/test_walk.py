"""The walk: the same on every engine, nothing written for what is past, older or still to come."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from kedun.alerts.queries import counts
from kedun.assessments.models import Assessment, AssessmentHistory
from kedun.assessments.store import EngineName
from kedun.facts.models import Batch
from kedun.facts.queries import batch_at, last_batch
from kedun.kernel.days import to_day
from kedun.kernel.progress import Remembered
from kedun.pipeline.actions import Errand, Outcome, walk
from tests.assessments.engines import ENGINES
from tests.case_files import undone
from tests.pipeline.small_house import (
    START,
    Row,
    alerts,
    bill,
    clock_on,
    customer,
    number_of,
    open_house,
    paid,
    receive,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def folder(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Path]:
    """A is 40 days overdue, B paid late; the second batch learns that A had paid all along."""
    with undone(django_db_blocker):
        open_house()
        receive(
            customer=[customer("A"), customer("B")],
            invoice=[bill("A", due_on=START - 40), bill("B", due_on=START - 40)],
            payment=[paid("B", on=START - 10)],
        )
        receive(payment=[paid("A", on=START - 41)])
        yield tmp_path_factory.mktemp("mirror")


def walked(
    folder: Path, *, as_of: int = START, known_at: int | None = None, engine: EngineName = "postgres"
) -> Outcome:
    return walk(Errand(as_of=as_of, engine=engine, clock=clock_on(START), known_at=known_at, folder=folder))


def written() -> list[tuple[object, ...]]:
    columns = ("customer__code", "as_of", "known_batch", "readings", "missing", "points", "score", "low", "high")
    more = (
        "coverage",
        "raw_grade",
        "standing_grade",
        "standing_since",
        "value_tier",
        "quadrant",
        "verdicts",
        "outcome",
    )
    return list(Assessment.objects.order_by("customer_id").values_list(*columns, *more))


def test_every_engine_writes_the_same_and_gives_the_same_digest(folder: Path) -> None:
    outcomes, rows = [], []
    for engine in ENGINES:
        Assessment.objects.all().delete()
        AssessmentHistory.objects.all().delete()
        outcomes.append(walked(folder, engine=engine))
        rows.append(written())
    assert outcomes[0].customers == outcomes[0].written == 2
    assert outcomes[0].digest.startswith("sha256:")
    assert len({each.digest for each in outcomes}) == 1
    assert rows[0] == rows[1] == rows[2]


def test_walking_again_changes_nothing(folder: Path) -> None:
    first = walked(folder)
    again = walked(folder)
    assert again.digest == first.digest
    assert (again.alerts.opened, again.alerts.updated, again.alerts.closed) == (0, 0, 0)
    assert AssessmentHistory.objects.count() == 2


@pytest.mark.parametrize("engine", ENGINES)
def test_before_the_correction_the_old_readings_stand_and_nothing_is_written(folder: Path, engine: EngineName) -> None:
    before = walked(folder, known_at=last_batch() - 1, engine=engine)
    assert (before.known_batch, before.customers, before.written) == (last_batch() - 1, 2, 0)
    assert before.digest != walk(Errand(START, engine, clock_on(START), writes=False, folder=folder)).digest
    assert Assessment.objects.count() == AssessmentHistory.objects.count() == 0
    assert counts()["open"] == 0


def test_the_newest_batch_by_number_is_what_is_believed_now(folder: Path) -> None:
    assert walked(folder, known_at=last_batch()).written == 2


def test_a_batch_is_found_by_an_instant(folder: Path) -> None:
    first, second = Batch.objects.order_by("id").values_list("at", flat=True)
    assert batch_at(second) == last_batch()
    assert batch_at(first) == (last_batch() if first == second else last_batch() - 1)
    assert batch_at(clock_on(0).at) == 0


def test_before_the_first_batch_there_was_nobody(folder: Path) -> None:
    nobody = walked(folder, known_at=0)
    assert (nobody.known_batch, nobody.customers, nobody.written) == (0, 0, 0)


def test_an_older_day_than_the_last_assessed_is_computed_but_neither_written_nor_alerted(folder: Path) -> None:
    receive({}, invoice=[bill("A", due_on=START - 40, number="2")], customer=[customer("A")])
    walked(folder)
    before, states = written(), alerts("A")
    older = walked(folder, as_of=START - 5)
    assert (older.customers, older.written) == (2, 0)
    assert (older.alerts.opened, older.alerts.updated, older.alerts.closed) == (0, 0, 0)
    assert written() == before
    assert alerts("A") == states == ["open"]


def test_a_day_to_come_is_computed_but_does_not_stand_in_the_way_of_today(folder: Path) -> None:
    future = walked(folder, as_of=START + 365)
    assert (future.customers, future.written) == (2, 0)
    assert walked(folder).written == 2


def test_a_rehearsal_writes_nothing(folder: Path) -> None:
    outcome = walk(Errand(START, "postgres", clock_on(START), writes=False))
    assert (outcome.customers, outcome.written) == (2, 0)
    assert Assessment.objects.count() == 0


def test_one_customer_alone(folder: Path) -> None:
    outcome = walk(Errand(START, "postgres", clock_on(START), customers=(number_of("B"),)))
    assert (outcome.customers, outcome.written) == (1, 1)


def test_progress_is_told(folder: Path) -> None:
    shown = Remembered()
    walk(Errand(START, "postgres", clock_on(START)), progress=shown)
    assert (shown.steps, shown.done) == ([("assess", 2)], 2)


def test_the_order_of_delivery_does_not_matter(folder: Path) -> None:
    """The same facts, all at once and then one by one from the last to the first."""
    bills = [bill("C", due_on=START - day, number=str(day)) for day in (70, 40, 5)]
    money: list[Row] = [
        {"external_id": f"Q{day}", "customer": "C", "paid_on": START - day, "amount": "700.00"} for day in (60, 30, 3)
    ]
    with transaction.atomic():
        receive(customer=[customer("C")], invoice=bills, payment=money)
        at_once = rehearsed()
        transaction.set_rollback(True)
    for each in reversed(money):
        receive({}, payment=[each])
    for each in reversed(bills):
        receive({}, invoice=[each])
    receive(customer=[customer("C")])
    assert rehearsed() == at_once


def rehearsed() -> str:
    return walk(Errand(START, "postgres", clock_on(START), writes=False)).digest


def test_a_month_end_is_kept_even_when_nothing_changed(folder: Path) -> None:
    for day in (START, START + 1, to_day(date(2025, 6, 30))):
        walk(Errand(day, "postgres", clock_on(day)))
    assert sorted(set(AssessmentHistory.objects.values_list("as_of", flat=True))) == [START, to_day(date(2025, 6, 30))]
