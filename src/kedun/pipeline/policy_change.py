"""After users changed the policy, everybody is assessed anew at once; the night would be too late."""

from contextlib import suppress
from pathlib import Path

from kedun.assessments.runs.actions import RunStopped
from kedun.definitions.actions import POLICY_CHANGED
from kedun.kernel.clock import Clock
from kedun.kernel.progress import Progress
from kedun.outbox.actions import done
from kedun.outbox.queries import waiting
from kedun.pipeline.nightly import nightly


def follow_policy(folder: Path, *, clock: Clock, progress: Progress | None = None) -> bool:
    """Assess the whole book when the policy changed since; says whether it had. Safe to repeat and to be killed."""
    news = waiting(POLICY_CHANGED)
    if not news:
        return False
    with suppress(RunStopped):  # by a person: the night goes on with it
        nightly(folder, clock=clock, progress=progress)
    done([each.id for each in news], at=clock.now())
    return True
