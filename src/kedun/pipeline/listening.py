"""The rhythm of the event process: drain, hear of what changed meanwhile, drain again."""

from collections.abc import Callable
from dataclasses import dataclass

from kedun.alerts.actions import AlertCounts
from kedun.facts.queries import Stale

LOOK_EVERY_SECONDS = 2.0
"""So often it looks whether somebody waits, though it heard of nobody."""

ROUND_SECONDS = 0.1
"""Rounds begin no closer together: what comes meanwhile shares one round, which costs little more than one customer."""

FORGIVE_SECONDS = 60.0
"""After so long, customers who could not be assessed are tried again."""


@dataclass(frozen=True, slots=True)
class Drained:
    """What a round did: how many marks it took, what it did to the alerts, the marks it could not deal with.

    `left`: how many marks it left for the next round.
    """

    marks: int = 0
    alerts: AlertCounts = AlertCounts()
    failed: frozenset[Stale] = frozenset()
    left: int = 0


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the rhythm needs of the world; all times in seconds.

    `drain` does a round without the customers set aside. `hear` waits for the first news, at most so long; `hear_out`
    listens for so long. Both say whether there was news.
    """

    drain: Callable[[frozenset[Stale]], Drained]
    hear: Callable[[float], bool]
    hear_out: Callable[[float], bool]
    now: Callable[[], float]
    is_stopping: Callable[[], bool]


def keep_up(around: Surroundings) -> None:
    """Drain whenever somebody waits, until told to stop."""
    aside: frozenset[Stale] = frozenset()
    forgiven = around.now()
    while not around.is_stopping():
        began = around.now()
        if began - forgiven >= FORGIVE_SECONDS:
            aside, forgiven = frozenset(), began
        drained = around.drain(aside)
        aside |= drained.failed
        if drained.left:
            continue
        rest = ROUND_SECONDS - (around.now() - began)
        heard = drained.marks > 0 and rest > 0 and around.hear_out(rest)
        if not heard:
            around.hear(LOOK_EVERY_SECONDS)
