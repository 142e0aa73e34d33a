"""Imports that break down: people are told at last, and can go on or take back what was written."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import DatabaseError, connection
from procrastinate.jobs import Job

from kedun.accounts.models import Audit
from kedun.facts.models import CURRENT
from kedun.intake import jobs, originals
from kedun.intake.models import Import
from kedun.intake.queries import unfinished_senders
from kedun.kernel.clock import clock
from tests.intake.wizard import handed_in, imported, ledger, row, work
from tests.web.clients import ApiClient, client_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of the test's own."""
    monkeypatch.setenv("KEDUN_DATA", str(tmp_path))
    return tmp_path


@pytest.fixture
def alice() -> ApiClient:
    return client_of("finance", name="Alice", language="en")


def _started(client: ApiClient, raw: bytes) -> int:
    return int(client.post("/imports", {"file_id": handed_in(client, raw)}).json["id"])


@contextmanager
def _unreadable(data: Path, number: int) -> Iterator[None]:
    """Put a folder where the file is kept, as a broken disk might."""
    path = originals.path_of(data, Import.objects.get(id=number).sha256)
    raw = path.read_bytes()
    path.unlink()
    path.mkdir()
    yield
    path.rmdir()
    path.write_bytes(raw)


@contextmanager
def _refusing(document: str) -> Iterator[None]:
    """Let the database refuse to touch one invoice."""
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'broken'; END $$;"
            " CREATE TRIGGER refuse BEFORE INSERT OR UPDATE ON facts_invoice FOR EACH ROW"
            f" WHEN (NEW.document_no = '{document}') EXECUTE FUNCTION refuse()"
        )
        yield
        cursor.execute("DROP TRIGGER refuse ON facts_invoice; DROP FUNCTION refuse()")


def test_an_import_that_broke_down_for_good_says_so_and_goes_on_when_it_is_tried_again(
    alice: ApiClient, data: Path, caplog: pytest.LogCaptureFixture
) -> None:
    number = _started(alice, ledger(row(1)))
    with _unreadable(data, number):
        with pytest.raises(IsADirectoryError):
            jobs.run_import(work(0), import_id=number)
        assert alice.get(f"/imports/{number}").json["state"] == "running", "it is tried again by itself"
        with pytest.raises(IsADirectoryError):
            jobs.run_import(work(jobs.ATTEMPTS), import_id=number)
    told = alice.get(f"/imports/{number}").json
    assert (told["state"], told["state_label"], told["progress"], told["can_undo"]) == ("failed", "failed", None, False)
    assert told["failure"]["number"] in told["failure"]["message"]
    assert told["failure"]["number"] in caplog.text
    assert unfinished_senders(since=clock().now().replace(year=2000)) == set(), "nobody waits for it"
    assert [each["id"] for each in alice.get("/imports", state="failed").json["items"]] == [number]
    assert alice.post(f"/imports/{number}/retry", {}).json["state"] == "waiting"
    assert alice.post(f"/imports/{number}/retry", {}).status == 202, "asked twice, it goes on once"
    jobs.run_import(work(0), import_id=number)
    told = alice.get(f"/imports/{number}").json
    assert (told["state"], told["failure"]) == ("done", None)
    verbs = Audit.objects.filter(subject=f"import:{number}").order_by("id").values_list("verb", flat=True)
    assert list(verbs) == ["intake.fail", "intake.retry", "intake.import"]
    refused = alice.post(f"/imports/{number}/retry", {})
    assert (refused.status, refused.json["code"]) == (409, "import_not_failed")


def test_the_same_file_handed_in_again_goes_on_with_the_import_that_broke_down(alice: ApiClient, data: Path) -> None:
    number = _started(alice, ledger(row(1)))
    with _unreadable(data, number), pytest.raises(IsADirectoryError):
        jobs.run_import(work(jobs.ATTEMPTS), import_id=number)
    assert imported(alice, ledger(row(1))) == number
    assert alice.get(f"/imports/{number}").json["state"] == "done"


def test_what_an_import_wrote_before_it_broke_down_can_be_taken_back(alice: ApiClient) -> None:
    number = _started(alice, ledger(*(row(each, customer=f"C{each}") for each in range(2_100))))
    with _refusing("A-999"), pytest.raises(DatabaseError):
        jobs.run_import(work(jobs.ATTEMPTS), import_id=number)
    told = alice.get(f"/imports/{number}").json
    assert (told["state"], told["can_undo"], told["result"]) == ("failed", True, None)
    assert CURRENT["invoice"]._default_manager.exists()
    assert alice.post(f"/imports/{number}/undo", {}).json["state"] == "undoing"
    jobs.undo_import(work(jobs.ATTEMPTS), import_id=number, actor="person:1")
    assert alice.get(f"/imports/{number}").json["state"] == "undone"
    assert not CURRENT["invoice"]._default_manager.filter(is_retracted=False).exists()
    jobs.run_import(work(jobs.ATTEMPTS), import_id=number)
    assert alice.get(f"/imports/{number}").json["state"] == "undone", "a job that comes too late does nothing"


def test_an_undo_that_broke_down_is_tried_again_as_an_undo(alice: ApiClient) -> None:
    number = imported(alice, ledger(row(1), row(2)))
    alice.post(f"/imports/{number}/undo", {})
    with _refusing("A-2"), pytest.raises(DatabaseError):
        jobs.undo_import(work(jobs.ATTEMPTS), import_id=number, actor="person:1")
    told = alice.get(f"/imports/{number}").json
    assert (told["state"], told["result"]["read"]) == ("failed", 2)
    assert alice.post(f"/imports/{number}/retry", {}).json["state"] == "undoing"
    jobs.undo_import(work(jobs.ATTEMPTS), import_id=number, actor="person:1")
    assert alice.get(f"/imports/{number}").json["state"] == "undone"


def test_an_import_whose_worker_died_each_time_is_told_of_by_the_number_of_its_job(alice: ApiClient) -> None:
    number = _started(alice, ledger(row(1)))
    job = Job(
        id=7, queue=jobs.QUEUE, lock=None, queueing_lock=None, task_name=jobs.RUN, task_kwargs={"import_id": number}
    )
    jobs.abandoned(Job(id=8, queue="mail", lock=None, queueing_lock=None, task_name="notify.send"))
    assert alice.get(f"/imports/{number}").json["state"] == "waiting"
    jobs.abandoned(job)
    assert alice.get(f"/imports/{number}").json["failure"]["number"] == "job-7"
