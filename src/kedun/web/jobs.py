"""The queue's own upkeep: jobs of dead workers are run again, finished ones are cleared away."""

import logging

from asgiref.sync import sync_to_async
from django.conf import settings
from procrastinate import exceptions
from procrastinate.contrib.django import app
from procrastinate.job_context import JobContext
from procrastinate.jobs import Job, Status
from procrastinate.manager import JobManager

from kedun.intake.jobs import abandoned

__all__ = ("MAINTENANCE", "remove_finished_jobs", "rescue", "retry_stalled_jobs")

MAINTENANCE = "maintenance"
"""Served by a worker that takes no long jobs, two at a time, so that nothing holds up a rescue."""

MOST_ATTEMPTS = 20
"""A job that took its worker with it this often is failed for good."""

LOOK_EVERY_SECONDS = max(1, int(settings.STALLED_SECONDS / 2))
KEPT_HOURS = 24
RETRY_STALLED = "kedun.retry_stalled_jobs"
REMOVE_FINISHED = "kedun.remove_finished_jobs"

_log = logging.getLogger(__name__)


# The field of seconds is the sixth. A `lock` would stay with a killed run for ever; the queueing lock only keeps one waiting.
@app.periodic(cron=f"* * * * * */{LOOK_EVERY_SECONDS}")
@app.task(
    name=RETRY_STALLED,
    queue=MAINTENANCE,
    priority=100,
    queueing_lock=RETRY_STALLED,
    pass_context=True,
)
async def retry_stalled_jobs(context: JobContext, timestamp: int) -> None:
    """Put the jobs of workers that stopped breathing back into the queue."""
    _log.debug("looks for stalled jobs, as due at %s", timestamp)
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs(seconds_since_heartbeat=settings.STALLED_SECONDS):
        await rescue(manager, job)


async def rescue(manager: JobManager, job: Job) -> None:
    """Put one stalled job back into the queue, or fail it when it has killed its worker too often."""
    assert job.id is not None, "a stored job has an id"
    try:
        if job.task_name == RETRY_STALLED:
            # The next one is only seconds away; put back, it would clash with the one that waits.
            await manager.finish_job_by_id_async(job.id, status=Status.ABORTED, delete_job=True)
        elif job.attempts < MOST_ATTEMPTS:
            await manager.retry_job(job)
        else:
            await manager.finish_job_by_id_async(job.id, status=Status.FAILED, delete_job=False)
            await sync_to_async(abandoned)(job)
            _log.error("job %s (%s) failed: its worker died %s times", job.id, job.task_name, job.attempts)
    except exceptions.ConnectorException as reason:
        # It ended meanwhile, or its twin waits already; whatever is still stalled is found again in ten seconds.
        _log.info("job %s (%s) was not put back: %s", job.id, job.task_name, reason)


@app.periodic(cron="17 * * * *")
@app.task(name=REMOVE_FINISHED, queue=MAINTENANCE, queueing_lock=REMOVE_FINISHED, pass_context=True)
async def remove_finished_jobs(context: JobContext, timestamp: int) -> None:
    """Clear away the jobs that succeeded a day ago or earlier; failed ones stay for people to see."""
    _log.debug("clears away finished jobs, as due at %s", timestamp)
    await context.app.job_manager.delete_old_jobs(nb_hours=KEPT_HOURS)
