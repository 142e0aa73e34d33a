"""Declaring background work."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import connection
from procrastinate.contrib.django import app
from procrastinate.contrib.django.db_cleanup import close_db_connections
from procrastinate.retry import RetryStrategy
from procrastinate.tasks import Task

from kedun.outbox.jobs import db_task


@contextmanager
def declared(*, attempts: int) -> Iterator[Task[..., int, ...]]:
    """Declare a task for one test."""

    @db_task(name="test.doubled", queue="test", queueing_lock="test", attempts=attempts)
    def doubled(number: int) -> int:
        """Give twice the number."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT 2 * %s", [number])
            row: tuple[int] = cursor.fetchone()
        return row[0]

    try:
        yield doubled
    finally:
        del app.tasks["test.doubled"]


@pytest.mark.django_db
def test_task_can_be_called_and_is_known_to_the_queue() -> None:
    with declared(attempts=1) as task:
        assert task(21) == 42
        assert app.tasks["test.doubled"] is task
        assert (task.queue, task.queueing_lock, task.retry_strategy) == ("test", "test", None)


def test_task_may_be_tried_again() -> None:
    with declared(attempts=3) as task:
        assert isinstance(task.retry_strategy, RetryStrategy)
        assert task.retry_strategy.max_attempts == 3


@pytest.mark.django_db
def test_task_is_deferred_in_the_callers_transaction() -> None:
    with declared(attempts=1) as task:
        job_id = task.defer(number=1)
        with connection.cursor() as cursor:
            cursor.execute("SELECT status, args FROM procrastinate_jobs WHERE id = %s", [job_id])
            assert cursor.fetchone()[0] == "todo"


def test_worker_drops_database_connections_around_every_task() -> None:
    assert close_db_connections in app.worker_defaults["task_middleware"]
