"""Events: the customers whose facts changed, within seconds. Start reading here, after nightly.

a batch of facts marks its customers stale ─► the marks are drained: few customers one by one on PostgreSQL, many in
one DuckDB run ─► assessments and alerts ─► the marks go, unless newer facts arrived meanwhile
"""

from pathlib import Path

from kedun.alerts.actions import AlertCounts
from kedun.facts.actions import forget_stale
from kedun.facts.queries import Stale, stale_customers
from kedun.kernel.clock import Clock, today
from kedun.pipeline.actions import Errand, walk

FEW = 200
"""Up to so many customers are assessed one by one. Source: RULINGS §4."""
MOST = 10_000
"""Marks taken in one round."""


def drain(folder: Path, *, clock: Clock) -> AlertCounts:
    """Assess all stale customers as of today; safe to repeat and to be killed at any line."""
    marks = stale_customers(limit=MOST)
    if len(marks) <= FEW:
        counts = AlertCounts()
        for mark in marks:
            counts += _one(mark, clock)
        return counts
    listed = tuple(mark.customer_id for mark in marks)
    newest = max(mark.since for mark in marks)
    errand = Errand(as_of=today(clock), engine="duckdb", clock=clock, customers=listed, folder=folder, fact_at=newest)
    outcome = walk(errand)
    forget_stale(listed, up_to_batch=outcome.known_batch)
    return outcome.alerts


def _one(mark: Stale, clock: Clock) -> AlertCounts:
    errand = Errand(
        as_of=today(clock), engine="postgres", clock=clock, customers=(mark.customer_id,), fact_at=mark.since
    )
    outcome = walk(errand)
    forget_stale((mark.customer_id,), up_to_batch=mark.batch_id)
    return outcome.alerts
