"""Events: the customers whose facts changed, within seconds. Start reading here, after nightly.

a batch of facts marks its customers stale ─► the marks are drained: few customers on PostgreSQL, many in one DuckDB
run ─► assessments and alerts ─► the marks go, unless newer facts arrived meanwhile
"""

import logging
from collections.abc import Sequence
from pathlib import Path

from kedun.alerts.actions import AlertCounts
from kedun.facts.actions import forget_stale
from kedun.facts.queries import Stale, stale_customers
from kedun.kernel.clock import Clock, today
from kedun.kernel.refusals import Refusal
from kedun.pipeline.actions import Errand, walk

FEW = 200
"""Up to so many customers are assessed on PostgreSQL. Source: RULINGS §4."""
MOST = 10_000
"""Marks taken in one round."""

_log = logging.getLogger(__name__)


def drain(folder: Path, *, clock: Clock) -> AlertCounts:
    """Assess all stale customers as of today; safe to repeat and to be killed at any line.

    A customer whose numbers cannot be computed holds up nobody: it keeps its mark and is named in the log.
    """
    marks = stale_customers(limit=MOST)
    if not marks:
        return AlertCounts()
    try:
        return _assess(marks, folder, clock)
    except Refusal as problem:
        _log.warning("of %s customers not all can be assessed: %s", len(marks), problem)
    counts = AlertCounts()
    for mark in marks:
        try:
            counts += _assess([mark], folder, clock)
        except Refusal:
            _log.exception("customer %s cannot be assessed", mark.customer_id)
    return counts


def _assess(marks: Sequence[Stale], folder: Path, clock: Clock) -> AlertCounts:
    listed = tuple(mark.customer_id for mark in marks)
    errand = Errand(
        as_of=today(clock),
        engine="postgres" if len(marks) <= FEW else "duckdb",
        clock=clock,
        customers=listed,
        folder=folder,
        arrived={mark.customer_id: mark.since for mark in marks},
    )
    outcome = walk(errand)
    forget_stale(listed, up_to_batch=outcome.known_batch)
    return outcome.alerts
