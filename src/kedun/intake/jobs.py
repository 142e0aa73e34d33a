"""The import as a job, for files that a server takes in without anyone waiting; and taking one back."""

import logging
import secrets
from collections.abc import Iterator
from contextlib import contextmanager

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.job_context import JobContext
from procrastinate.jobs import Job

from kedun.intake import actions
from kedun.intake.refusals import ImportRunning
from kedun.intake.wizard import actions as wizard
from kedun.intake.wizard.store import watching
from kedun.kernel.refusals import Refusal
from kedun.outbox.jobs import db_task

QUEUE = "batch"
ATTEMPTS = 4
RETRY = RetryStrategy(max_attempts=ATTEMPTS, exponential_wait=3)
"""Work that breaks down is tried again after 3, 9, 27 and 81 seconds; then people are told."""
RUN, UNDO, DROP = "intake.run_import", "intake.undo_import", "intake.drop_old_uploads"

_log = logging.getLogger(__name__)


@contextmanager
def _given_up_at_last(context: JobContext, import_id: int) -> Iterator[None]:
    """Note with an import that its work broke down, unless it is tried again or somebody else does it."""
    try:
        yield
    except ImportRunning:
        raise
    except Exception as error:
        if RETRY.get_retry_decision(exception=error, job=context.job) is None:
            number = secrets.token_hex(4)
            _log.exception("import %s broke down, number %s", import_id, number)
            actions.give_up(import_id, number=number)
        raise


def abandoned(job: Job) -> None:
    """Note with an import that the worker died each time it worked on it."""
    if job.task_name in (RUN, UNDO):
        actions.give_up(int(str(job.task_kwargs["import_id"])), number=f"job-{job.id}")


@app.task(name=RUN, queue=QUEUE, retry=RETRY, pass_context=True)
def run_import(context: JobContext, import_id: int) -> None:
    """Do an import; a refusal is recorded with it and not tried again."""
    with _given_up_at_last(context, import_id), watching(import_id) as progress:
        try:
            actions.run_import(import_id, progress=progress)
            wizard.remember_import(import_id)
        except ImportRunning:
            raise
        except Refusal:
            return


@app.task(name=UNDO, queue=QUEUE, retry=RETRY, pass_context=True)
def undo_import(context: JobContext, import_id: int, actor: str) -> None:
    """Take an import back, or go on with it."""
    with _given_up_at_last(context, import_id), watching(import_id) as progress:
        wizard.run_undo(import_id, actor=actor, progress=progress)


@app.periodic(cron="23 19 * * *")
@db_task(name=DROP, queue=QUEUE, queueing_lock=DROP)
def drop_old_uploads(timestamp: int) -> None:
    """Forget files that were handed in and never imported."""
    wizard.drop_old_uploads()
