"""When another policy comes into force, everybody is assessed anew at once; the night would be too late."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from kedun.assessments.policy import DOCUMENTS
from kedun.assessments.queries import live_policy
from kedun.assessments.runs.actions import RunStopped
from kedun.assessments.runs.queries import is_run
from kedun.definitions.actions import POLICY_CHANGED
from kedun.definitions.queries import live_since
from kedun.kernel.clock import Clock, today
from kedun.kernel.days import Day
from kedun.kernel.hashing import Json
from kedun.kernel.progress import Progress
from kedun.outbox.actions import append, done
from kedun.outbox.queries import waiting
from kedun.pipeline.nightly import nightly

FIRST = 1


def follow_policy(folder: Path, *, clock: Clock, progress: Progress | None = None) -> bool:
    """Assess the whole book when the policy changed since, or the day of a version came; says whether it had.

    Safe to repeat and to be killed: only a run that came to its end, or that a person stopped, makes it quiet.
    """
    news = waiting(POLICY_CHANGED)
    if not news:
        if not _is_new(today(clock)):
            return False
        _note(today(clock), clock.now())
        news = waiting(POLICY_CHANGED)
    with suppress(RunStopped):  # by a person: the night goes on with it
        nightly(folder, clock=clock, progress=progress)
    done([each.id for each in news], at=clock.now())
    return True


def _is_new(on: Day) -> bool:
    """Whether the policy in force was changed and nobody was assessed by it since it began; a first policy waits for the night."""
    found = live_since(DOCUMENTS, on=on).values()
    start = max((day for day, _ in found), default=on)
    if not any(version > FIRST and day == start for day, version in found):
        return False
    return not is_run(live_policy(on).policy.hash, since=start)


def _note(on: Day, at: datetime) -> None:
    """Put the news into the outbox as a change that begins today does, so that a run killed at any line is begun again."""
    told: dict[str, Json] = {"format": 1, "live_from": on, "at": at.isoformat()}
    append(POLICY_CHANGED, f"day:{on}", told, at=at)
