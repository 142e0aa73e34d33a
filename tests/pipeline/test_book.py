"""A run over the whole book: kept while it goes, stopped, killed, gone on with; a part of it equals the whole."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from kedun.accounts.models import Audit
from kedun.assessments.models import Assessment, AssessmentHistory, BookRun
from kedun.assessments.runs import actions as runs_actions
from kedun.assessments.runs.actions import NoSuchRun, RunGoesOn, RunIsOver, RunStopped, ask_to_start, ask_to_stop
from kedun.assessments.runs.queries import ASSESS_BOOK, BATCH, SILENT, is_busy, is_waiting, runs
from kedun.definitions.actions import POLICY_CHANGED
from kedun.facts import mirror
from kedun.facts.queries import last_batch
from kedun.kernel.progress import Remembered
from kedun.outbox.actions import append
from kedun.pipeline import actions as pipeline
from kedun.pipeline.actions import Errand, Outcome, walk
from kedun.pipeline.book import walk_book
from kedun.pipeline.event import drain
from kedun.pipeline.nightly import nightly
from kedun.pipeline.policy_change import follow_policy
from tests.pipeline.small_house import START, alerts, bill, clock_on, customer, open_house, paid, receive

pytestmark = pytest.mark.django_db

CODES = [f"K{number}" for number in range(6)]
CLOCK = clock_on(START)


@pytest.fixture(autouse=True)
def house(monkeypatch: pytest.MonkeyPatch) -> None:
    """Six customers, each 40 days overdue, judged two at a time."""
    open_house()
    receive(customer=[*map(customer, CODES)], invoice=[bill(code, due_on=START - 40, number=code) for code in CODES])
    monkeypatch.setattr(pipeline, "CHUNK", 2)


class Interrupted(Remembered):
    """Does something at the end of the second chunk."""

    def __init__(self, do: Callable[[], None]) -> None:
        super().__init__()
        self.do, self.chunks = do, 0

    def advance(self, done: int = 1) -> None:
        super().advance(done)
        self.chunks += 1
        if self.chunks == 2:
            self.do()


def book(folder: Path, progress: Remembered | None = None, *, has_digest: bool = False) -> Outcome:
    errand = Errand(START, "duckdb", CLOCK, has_digest=has_digest, folder=folder)
    return walk_book(errand, progress=progress)


def stop() -> None:
    ask_to_stop("person:1", runs(now=CLOCK.now())[0].id, clock=CLOCK)


def kill() -> None:
    raise KeyboardInterrupt


def test_a_finished_run_says_so(tmp_path: Path) -> None:
    book(tmp_path)
    [run] = runs(now=CLOCK.now())
    assert (run.state, run.done, run.total, run.seconds_left) == ("finished", 6, 6, None)
    assert str(BookRun.objects.get()) == f"{START}: 6/6"


@pytest.mark.traced
@pytest.mark.parametrize(("do", "how"), [(stop, RunStopped), (kill, KeyboardInterrupt)], ids=["stopped", "broken off"])
def test_a_run_that_ends_early_goes_on_where_it_was(
    do: Callable[[], None], how: type[BaseException], tmp_path: Path
) -> None:
    whole = tmp_path / "whole"
    expected_digest = walk(Errand(START, "duckdb", CLOCK, writes=False, folder=whole)).digest
    with pytest.raises(how):
        book(tmp_path, Interrupted(do))
    [run] = runs(now=CLOCK.now())
    assert (run.state, run.done) == ("stopped", 4)
    assert Assessment.objects.count() == 4
    again = book(tmp_path)
    assert (again.customers, again.written, again.unchanged) == (6, 2, 4)
    assert [alerts(code) for code in CODES] == [["open"]] * 6
    assert book(tmp_path, has_digest=True).digest == expected_digest


def test_it_goes_on_by_the_batch_it_began_with_and_newer_knowledge_stays(tmp_path: Path) -> None:
    first = last_batch()
    with pytest.raises(KeyboardInterrupt):
        book(tmp_path, Interrupted(kill))
    receive({}, payment=[paid(CODES[5], on=START - 1)])
    drain(tmp_path, clock=CLOCK)
    outcome = book(tmp_path)
    assert (outcome.known_batch, outcome.written) == (first, 0), "the event run had brought everybody up to date"
    assert set(Assessment.objects.values_list("known_batch", flat=True)) == {last_batch()}


def test_it_stores_nothing_older_than_what_came_in_for_a_customer_meanwhile(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        book(tmp_path, Interrupted(kill))
    waiting = sorted(set(CODES) - assessed())
    told, quiet = waiting
    receive({}, payment=[paid(told, on=START - 1)])
    outcome = book(tmp_path)
    assert outcome.written == 1
    assert (alerts(told), alerts(quiet)) == ([], ["open"])
    assert assessed() == {*CODES} - {told}
    drain(tmp_path, clock=CLOCK)
    assert assessed() == {*CODES}
    assert Assessment.objects.get(customer__code=told).known_batch == last_batch()


def test_facts_that_come_in_while_a_run_goes_are_left_to_the_event_process(tmp_path: Path) -> None:
    def pay() -> None:
        receive({}, payment=[paid(code, on=START - 1) for code in CODES])

    book(tmp_path, Interrupted(pay))
    assert len(assessed()) == 4
    drain(tmp_path, clock=CLOCK)
    assert assessed() == {*CODES}


def assessed() -> set[str]:
    return set(Assessment.objects.values_list("customer__code", flat=True))


def test_without_its_mirror_a_run_begins_anew(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        book(tmp_path, Interrupted(kill))
    receive({}, payment=[paid(CODES[5], on=START - 1)])
    for path in mirror.mirrors(tmp_path):
        path.unlink()
    assert book(tmp_path).known_batch == last_batch()


def test_a_killed_run_is_shown_as_killed_and_one_that_goes_says_how_long_it_takes(tmp_path: Path) -> None:
    book(tmp_path)
    BookRun.objects.update(state="running", done=4, begun_done=1, begun_at=CLOCK.now() - timedelta(seconds=30))
    [run] = runs(now=CLOCK.now())
    assert (run.state, run.seconds_left) == ("running", 20)
    [later] = runs(now=CLOCK.now() + SILENT + timedelta(seconds=1))
    assert (later.state, later.seconds_left) == ("killed", None)
    BookRun.objects.update(begun_done=4)
    assert runs(now=CLOCK.now())[0].seconds_left is None, "nothing is done yet"


def test_what_does_not_run_cannot_be_stopped(tmp_path: Path) -> None:
    book(tmp_path)
    with pytest.raises(RunIsOver):
        stop()
    with pytest.raises(NoSuchRun):
        ask_to_stop("person:1", 0, clock=CLOCK)


def test_a_run_that_a_person_stopped_is_gone_on_with_by_the_next_that_one_asks_for(tmp_path: Path) -> None:
    with pytest.raises(RunStopped):
        book(tmp_path, Interrupted(stop))
    ask_to_start("person:1", clock=CLOCK)
    assert (is_waiting(), is_busy(now=CLOCK.now())) == (True, True)
    (job,) = ProcrastinateJob.objects.filter(task_name=ASSESS_BOOK)
    assert (job.queue_name, job.args) == (BATCH, {"as_of": None})
    told = Audit.objects.get(verb="book_run.start")
    assert (told.actor, told.subject) == ("person:1", "book_run")
    rest = Remembered()
    book(tmp_path, rest)
    assert [(each.state, each.done) for each in runs(now=CLOCK.now())] == [("finished", 6)]
    assert Assessment.objects.count() == 6


def test_only_one_run_is_asked_for(tmp_path: Path) -> None:
    ask_to_start("person:1", clock=CLOCK)
    with pytest.raises(RunGoesOn):
        ask_to_start("person:2", clock=CLOCK)
    assert Audit.objects.filter(verb="book_run.start").count() == 1


def test_while_a_run_goes_on_none_is_asked_for_and_a_killed_one_bars_nobody(tmp_path: Path) -> None:
    book(tmp_path)
    BookRun.objects.update(state="running")
    with pytest.raises(RunGoesOn):
        ask_to_start("person:1", clock=CLOCK)
    ask_to_start("person:1", clock=clock_on(START + 1))


def test_two_who_ask_in_the_same_instant_make_one_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runs_actions, "is_busy", lambda *, now: False)
    ask_to_start("person:1", clock=CLOCK)
    with pytest.raises(RunGoesOn):
        ask_to_start("person:2", clock=CLOCK)
    assert Audit.objects.filter(verb="book_run.start").count() == 1


def test_a_run_for_a_changed_policy_that_a_person_stops_is_not_tried_again(tmp_path: Path) -> None:
    append(POLICY_CHANGED, "change:1", {}, at=CLOCK.now())
    assert follow_policy(tmp_path, clock=CLOCK, progress=Interrupted(stop))
    assert Assessment.objects.count() == 4
    assert not follow_policy(tmp_path, clock=CLOCK)


def test_what_changed_within_a_day_brings_the_book_to_what_a_full_run_gives(tmp_path: Path) -> None:
    nightly(tmp_path, clock=CLOCK)
    receive({}, payment=[paid(CODES[2], on=START - 1)])
    drain(tmp_path, clock=CLOCK)
    by_part = {row[0]: row for row in readings()}
    for model in (Assessment, AssessmentHistory, BookRun):
        model.objects.all().delete()
    nightly(tmp_path, clock=CLOCK)
    assert {row[0]: row for row in readings()} == by_part


def readings() -> list[tuple[object, ...]]:
    """All that is stored of everybody now, but by which batch and when."""
    apart = {"assessed_at", "known_batch"}
    names = sorted({field.name for field in Assessment._meta.concrete_fields} - apart - {"customer"})
    return list(Assessment.objects.values_list("customer__code", *names))
