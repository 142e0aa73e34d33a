"""The import as a job, for files that a server takes in without anyone waiting; and taking one back."""

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from kedun.intake import actions
from kedun.intake.refusals import ImportRunning
from kedun.intake.wizard import actions as wizard
from kedun.intake.wizard.store import watching
from kedun.kernel.refusals import Refusal
from kedun.outbox.jobs import db_task

QUEUE = "batch"
ATTEMPTS = 10
DROP = "intake.drop_old_uploads"


@app.task(name="intake.run_import", queue=QUEUE, retry=RetryStrategy(max_attempts=ATTEMPTS, exponential_wait=3))
def run_import(import_id: int) -> None:
    """Do an import; a refusal is recorded with it and not tried again."""
    with watching(import_id) as progress:
        try:
            actions.run_import(import_id, progress=progress)
            wizard.remember_import(import_id)
        except ImportRunning:
            raise
        except Refusal:
            return


@app.task(name="intake.undo_import", queue=QUEUE, retry=RetryStrategy(max_attempts=ATTEMPTS, exponential_wait=3))
def undo_import(import_id: int, actor: str) -> None:
    """Take an import back, or go on with it."""
    with watching(import_id) as progress:
        wizard.run_undo(import_id, actor=actor, progress=progress)


@app.periodic(cron="23 19 * * *")
@db_task(name=DROP, queue=QUEUE, queueing_lock=DROP)
def drop_old_uploads(timestamp: int) -> None:
    """Forget files that were handed in and never imported."""
    wizard.drop_old_uploads()
