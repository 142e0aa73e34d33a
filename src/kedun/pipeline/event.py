"""Events: the customers whose facts changed, within a second. Start reading here, after nightly.

a batch of facts marks its customers stale ─► the event process hears of it and drains the marks in rounds, on PostgreSQL,
or very many in one DuckDB run ─► assessments and alerts ─► the marks go, unless newer facts arrived meanwhile
"""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from kedun.assessments.queries import with_groups
from kedun.facts.actions import forget_stale
from kedun.facts.queries import MOST_MARKS, Held, Stale, held_back, stale_customers
from kedun.intake.queries import unfinished_senders
from kedun.kernel.clock import Clock, today
from kedun.pipeline.actions import Errand, Outcome, walk
from kedun.pipeline.listening import Drained

FEW = 200
"""So many customers are assessed in a round, on PostgreSQL."""
MANY = 20_000
"""When so many wait, one DuckDB run assesses them. Why: docs/why/events.md"""
PATIENCE = timedelta(seconds=60)
"""So long a customer waits for the rest of an import, so that no alert opens on one file and closes on the next."""
LONGEST_IMPORT = timedelta(minutes=10)
"""An import that was handed in longer ago holds up nobody."""


def drain(folder: Path, *, clock: Clock, aside: frozenset[Stale] = frozenset()) -> Drained:
    """Assess the stale customers as of today; safe to repeat and to be killed at any line.

    A customer whose numbers cannot be computed holds up nobody: it keeps its mark and is named in the log.
    """
    waiting = _waiting(clock, aside, most=MANY)
    marks = waiting[:FEW] if len(waiting) < MANY else _waiting(clock, aside, most=MOST_MARKS)
    left = max(len(waiting) - len(marks), 0)
    if not marks:
        return Drained()
    outcome = _assess(marks, folder, clock)
    failed = frozenset(mark for mark in marks if mark.customer_id in outcome.aside)
    return Drained(len(marks), outcome.alerts, failed, left)


def _waiting(clock: Clock, aside: frozenset[Stale], *, most: int) -> Sequence[Stale]:
    """Give marks to be dealt with, newest first, so that a single fact overtakes a bulk load."""
    return stale_customers(limit=most, aside=aside, held=_held(clock))


def _held(clock: Clock) -> Held:
    now = clock.now()
    return Held(frozenset(unfinished_senders(since=now - LONGEST_IMPORT)), now - PATIENCE)


def _assess(marks: Sequence[Stale], folder: Path, clock: Clock) -> Outcome:
    """Assess the marked customers with all members of their groups, whose readings rest on one another's facts."""
    marked = frozenset(mark.customer_id for mark in marks)
    others = with_groups(marked, as_of=today(clock)) - marked
    listed = tuple(sorted(marked | others - held_back(others, _held(clock))))
    errand = Errand(
        as_of=today(clock),
        engine="postgres" if len(listed) < MANY else "duckdb",
        clock=clock,
        has_digest=False,
        customers=listed,
        folder=folder,
        arrived={mark.customer_id: mark.since for mark in marks},
    )
    outcome = walk(errand)
    forget_stale(listed, up_to_batch=outcome.known_batch, kept=outcome.aside)
    return outcome
