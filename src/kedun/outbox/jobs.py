"""How background work is declared: a named task of a queue, tried again where that may help."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

from procrastinate.contrib.django import app
from procrastinate.retry import RetryStrategy
from procrastinate.tasks import Task

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")


def db_task(
    *,
    name: str,
    queue: str,
    priority: int = 0,
    lock: str | None = None,
    queueing_lock: str | None = None,
    attempts: int = 1,
) -> Callable[[Callable[Parameters, Result]], Task[Parameters, Result, Parameters]]:
    """Declare a function that works on the database as a task of a queue.

    It runs at least once, so its effect is idempotent, or stored in one transaction with a marker. With `attempts`
    above 1 a failure is tried again after 2, 4, 8 … seconds. `queueing_lock` lets only one wait in the queue; a `lock`
    stays taken while a dead worker's job waits to be rescued. The worker drops stale database connections before the
    task and its own after it: procrastinate's Django app (3.10) does so around every task.
    """
    retry = RetryStrategy(max_attempts=attempts, exponential_wait=2) if attempts > 1 else False
    return app.task(name=name, queue=queue, priority=priority, lock=lock, queueing_lock=queueing_lock, retry=retry)
