"""What was decided is done: a policy that others agreed to goes into force."""

from typing import cast

from kedun.approvals.actions import DECIDED
from kedun.definitions.changes.actions import ACTION, follow_decision
from kedun.kernel.clock import Clock
from kedun.outbox.actions import taken

MOST_AT_ONCE = 20


def follow_decisions(*, clock: Clock) -> int:
    """Do what was decided since; gives how many decisions. Safe to repeat and to be killed."""
    now = clock.now()
    with taken((DECIDED,), MOST_AT_ONCE, at=now) as news:
        for each in news:
            told = cast("dict[str, object]", each.payload)
            if told["action"] == ACTION:
                follow_decision(int(str(told["request"])), at=now)
    return len(news)
