"""The import as a job, for files that a server takes in without anyone waiting."""

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from kedun.intake import actions
from kedun.intake.refusals import ImportRunning
from kedun.kernel.refusals import Refusal

QUEUE = "batch"
ATTEMPTS = 10


@app.task(name="intake.run_import", queue=QUEUE, retry=RetryStrategy(max_attempts=ATTEMPTS, exponential_wait=3))
def run_import(import_id: int) -> None:
    """Do an import; a refusal is recorded with it and not tried again."""
    try:
        actions.run_import(import_id)
    except ImportRunning:
        raise
    except Refusal:
        return
