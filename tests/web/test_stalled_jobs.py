"""Real workers, killed while they work: no job is lost and no effect is doubled."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from asgiref.sync import async_to_sync
from croniter import croniter  # type: ignore[import-untyped]
from django.conf import settings
from django.db import connection
from procrastinate.contrib.django import app
from procrastinate.job_context import JobContext
from procrastinate.jobs import Job
from pytest_django import DjangoDbBlocker

from kedun.web import jobs
from tests.web.trial_jobs import TABLES, idempotent, marked

ROOT = Path(__file__).parents[2]
JOBS_OF_EACH = 60
KILLS = 4
BACK_WITHIN_SECONDS = 60


def database_url() -> str:
    """Give the URL of the test's own database, for programs beside the test."""
    given = connection.settings_dict
    query = urlencode({"host": given["HOST"], "port": given["PORT"], "user": given["USER"]})
    return f"postgresql:///{quote(given['NAME'])}?{query}"


@contextmanager
def worker() -> Iterator["subprocess.Popen[bytes]"]:
    """Keep a worker running in its own process; it is killed when the block ends, if it still lives."""
    environment = {
        **os.environ,
        "DATABASE_URL": database_url(),
        "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT))),
    }
    process = subprocess.Popen([sys.executable, "-m", "tests.web.trial_worker"], env=environment, cwd=ROOT)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def count(statement: str) -> int:
    """Ask the database for one number."""
    with connection.cursor() as cursor:
        cursor.execute(statement)
        row: tuple[int] = cursor.fetchone()
    return row[0]


def wait_until(is_so: Callable[[], bool], *, seconds: float) -> None:
    """Look ten times a second, with the database's clock, until something is so."""
    for _ in range(int(seconds * 10)):
        if is_so():
            return
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_sleep(0.1)")
    pytest.fail(f"did not come to be within {seconds} s")


def doing() -> int:
    """Count the trial's jobs that a worker has taken and not finished."""
    return count("SELECT count(*) FROM procrastinate_jobs WHERE status = 'doing' AND queue_name = 'trial'")


def starts() -> int:
    """Count how often the trial's jobs were started."""
    return count(
        "SELECT count(*) FROM procrastinate_events e JOIN procrastinate_jobs j ON j.id = e.job_id"
        " WHERE e.type = 'started' AND j.queue_name = 'trial'"
    )


def more_starts_than(before: int) -> bool:
    """Whether a worker has started jobs since."""
    return starts() > before


def unfinished() -> int:
    """Count the trial's jobs that are not done."""
    return count("SELECT count(*) FROM procrastinate_jobs WHERE status <> 'succeeded' AND queue_name = 'trial'")


def clean() -> None:
    """Empty the queue: its tables are not Django's own, so that no test runner empties them."""
    with connection.cursor() as cursor:
        cursor.execute(
            "TRUNCATE procrastinate_jobs, procrastinate_events, procrastinate_periodic_defers, procrastinate_workers"
        )


@pytest.fixture
def queue(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """An empty queue outside any transaction, so that other processes see it; nothing else is touched or flushed."""
    with django_db_blocker.unblock():
        clean()
        with connection.cursor() as cursor:
            cursor.execute(TABLES)
        yield
        clean()
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE trial_unique, trial_plain, trial_marker")
        connection.close()


@pytest.mark.slow
def test_killed_workers_lose_no_job_and_double_no_effect(queue: None) -> None:
    for number in range(JOBS_OF_EACH):
        idempotent.defer(number=number)
        marked.defer(number=number)
    for _ in range(KILLS):
        before = starts()
        with worker():
            wait_until(partial(more_starts_than, before), seconds=60)
        assert doing() > 0, "every kill hit a worker at work"
    with worker():
        wait_until(lambda: unfinished() == 0, seconds=BACK_WITHIN_SECONDS)
    assert count("SELECT count(*) FROM trial_unique") == JOBS_OF_EACH
    assert count("SELECT count(*) FROM trial_plain") == JOBS_OF_EACH
    assert count("SELECT count(DISTINCT number) FROM trial_plain") == JOBS_OF_EACH


def put_stalled(*, task: str, attempts: int) -> int:
    """Store a job that a worker unheard of for a minute has taken."""
    with connection.cursor() as cursor:
        cursor.execute(
            "WITH dead AS (INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - interval '60 s') RETURNING id)"
            " INSERT INTO procrastinate_jobs (queue_name, task_name, status, attempts, worker_id)"
            " SELECT 'trial', %s, 'doing', %s, id FROM dead RETURNING id",
            [task, attempts],
        )
        row: tuple[int] = cursor.fetchone()
    return row[0]


def status_of(job_id: int) -> tuple[str, int] | None:
    """Give a job's status and attempts; None when it is gone."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT status, attempts FROM procrastinate_jobs WHERE id = %s", [job_id])
        row: tuple[str, int] | None = cursor.fetchone()
    return row


def look_for_stalled() -> None:
    """Run the periodic task once, here."""
    job = Job(id=1, queue=jobs.MAINTENANCE, lock=None, queueing_lock=None, task_name=jobs.RETRY_STALLED)
    context = JobContext(app=app, start_timestamp=0.0, abort_reason=lambda: None, job=job)
    async_to_sync(jobs.retry_stalled_jobs.func)(context, timestamp=0)


@pytest.mark.parametrize(
    ("task", "attempts", "afterwards"),
    [
        pytest.param("trial.marked", 0, ("todo", 1), id="a first death puts the job back"),
        pytest.param("trial.marked", 19, ("todo", 20), id="so does the nineteenth retry"),
        pytest.param("trial.marked", 20, ("failed", 21), id="after twenty it is failed for good"),
        pytest.param(jobs.RETRY_STALLED, 0, None, id="the rescue itself is not put back, its next run comes anyway"),
    ],
)
def test_job_of_a_dead_worker(queue: None, task: str, attempts: int, afterwards: tuple[str, int] | None) -> None:
    job_id = put_stalled(task=task, attempts=attempts)
    look_for_stalled()
    assert status_of(job_id) == afterwards


def test_job_of_a_living_worker_is_left_alone(queue: None) -> None:
    job_id = put_stalled(task="trial.marked", attempts=0)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_workers SET last_heartbeat = now() - interval '19 s'")
    look_for_stalled()
    assert status_of(job_id) == ("doing", 0)


def test_job_that_ended_meanwhile_does_not_stop_the_rescue(queue: None) -> None:
    ended = put_stalled(task="trial.marked", attempts=0)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'succeeded' WHERE id = %s", [ended])
    job = Job(id=ended, queue="trial", lock=None, queueing_lock=None, task_name="trial.marked")
    async_to_sync(jobs.rescue)(app.job_manager, job)
    assert status_of(ended) == ("succeeded", 0)


def test_worker_defaults_match_the_rescue() -> None:
    defaults = app.worker_defaults
    assert defaults["stalled_worker_timeout"] == settings.STALLED_SECONDS
    assert defaults["update_heartbeat_interval"] * 4 <= settings.STALLED_SECONDS


def test_rescue_is_due_every_ten_seconds() -> None:
    periodic = {task.task.name: task.cron for task in app.periodic_registry.periodic_tasks.values()}
    due = croniter(periodic[jobs.RETRY_STALLED], 0)
    assert [due.get_next(float) for _ in range(3)] == [10.0, 20.0, 30.0]
