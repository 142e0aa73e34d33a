"""A version that was agreed to for a later day reaches the book on that day, once, whatever happens meanwhile."""

from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kedun.assessments.models import BookRun
from kedun.definitions.actions import publish
from kedun.definitions.queries import live
from kedun.definitions.starter import draft_of
from kedun.kernel.days import Day
from kedun.pipeline import actions as pipeline
from kedun.pipeline.nightly import nightly
from kedun.pipeline.policy_change import follow_policy
from kedun.portfolio.models import BookDay
from tests.pipeline.small_house import START, bill, clock_on, customer, open_house, receive
from tests.pipeline.test_book import Interrupted, stop

pytestmark = pytest.mark.django_db
DAY = START + 3
CODES = [f"K{number}" for number in range(6)]


@pytest.fixture(autouse=True)
def house(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    open_house()
    receive(customer=[*map(customer, CODES)], invoice=[bill(code, due_on=START - 40, number=code) for code in CODES])
    monkeypatch.setattr(pipeline, "CHUNK", 2)
    nightly(tmp_path, clock=clock_on(START))


def schedule(on: Day, below: int = 62) -> None:
    text = live("grading", on=START)["grading"].body.replace("below: 60", f"below: {below}")
    draft = draft_of(text, kind="grading", key="grading", file="")
    publish(draft, actor="person:1", on=on, reason="", at=clock_on(START).now())


def runs() -> list[tuple[int, str]]:
    return list(BookRun.objects.order_by("id").values_list("as_of", "state"))


def follow(folder: Path, on: Day) -> bool:
    return follow_policy(folder, clock=clock_on(on))


def test_the_first_policy_waits_for_the_night(tmp_path: Path) -> None:
    BookRun.objects.all().delete()
    assert not follow(tmp_path, START)
    assert runs() == []


def test_a_version_reaches_the_book_on_its_day_and_once(tmp_path: Path) -> None:
    schedule(DAY)
    assert not follow(tmp_path, DAY - 1)
    assert follow(tmp_path, DAY)
    assert runs() == [(START, "finished"), (DAY, "finished")]
    assert not follow(tmp_path, DAY)
    assert not follow(tmp_path, DAY + 1), "from then on the nights go on with it"


def test_a_server_that_was_down_on_the_day_goes_after_it(tmp_path: Path) -> None:
    schedule(DAY)
    assert follow(tmp_path, DAY + 2)
    assert runs()[-1] == (DAY + 2, "finished")


def test_going_back_to_an_earlier_policy_is_new_too(tmp_path: Path) -> None:
    schedule(START + 1)
    assert follow(tmp_path, START + 1)
    schedule(DAY, below=60)
    assert follow(tmp_path, DAY), "the runs of the first time do not count"


def test_a_run_that_was_killed_is_gone_on_with(tmp_path: Path) -> None:
    schedule(DAY)

    def kill() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        follow_policy(tmp_path, clock=clock_on(DAY), progress=Interrupted(kill))
    BookRun.objects.filter(as_of=DAY).update(state="running")
    assert follow(tmp_path, DAY)
    assert runs()[-1] == (DAY, "finished")
    assert not follow(tmp_path, DAY)


def test_a_run_killed_after_its_last_customer_keeps_the_figures_when_it_is_gone_on_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    schedule(DAY)

    def killed(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("kedun.pipeline.nightly.keep_book_day", killed)
        with pytest.raises(KeyboardInterrupt):
            follow(tmp_path, DAY)
    assert runs()[-1] == (DAY, "finished")
    assert follow(tmp_path, DAY), "the day is not over for whoever reads its figures"
    assert BookDay.objects.filter(as_of=DAY).exists()
    assert not follow(tmp_path, DAY)


def test_whoever_asks_every_few_seconds_reads_no_texts(tmp_path: Path) -> None:
    with CaptureQueriesContext(connection) as asked:
        assert not follow(tmp_path, START)
    assert asked.captured_queries
    assert [each["sql"] for each in asked.captured_queries if '"body"' in each["sql"]] == []


def test_a_run_that_a_person_stopped_is_not_begun_again(tmp_path: Path) -> None:
    schedule(DAY)
    assert follow_policy(tmp_path, clock=clock_on(DAY), progress=Interrupted(stop))
    assert runs()[-1] == (DAY, "stopped")
    assert not follow(tmp_path, DAY)
