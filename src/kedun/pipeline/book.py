"""One run over the whole book: kept as a row while it goes, stopped at a chunk's end, gone on with where it was."""

from dataclasses import replace
from pathlib import Path

from kedun.alerts.actions import AlertCounts
from kedun.assessments.queries import LivePolicy, live_policy
from kedun.assessments.runs.actions import Basis, kept, unfinished
from kedun.assessments.runs.queries import waiting_customers
from kedun.facts import mirror
from kedun.facts.queries import customer_count
from kedun.kernel.clock import today
from kedun.kernel.progress import Progress, Silent
from kedun.pipeline.actions import Errand, Outcome, walk, withdraw_gone


def walk_book(errand: Errand, *, progress: Progress | None = None) -> Outcome:
    """Assess everybody on DuckDB and store it; a run of this day and policy that was stopped or killed goes on.

    It goes on by the batch that it began with, with the customers of whom nothing of that batch, nor newer, is stored;
    where a digest is wanted all are computed, and what is stored stays. Every chunk is one transaction. Customers of whom
    newer facts came in since that batch are left to the event process: today's assessments and alerts never rest on less than is known.
    Raises: RunStopped.
    """
    assert errand.folder
    assert errand.customers is None
    live = live_policy(errand.as_of)
    file = _mirror(errand.folder, errand, live)
    basis = Basis(errand.as_of, mirror.batch_of(file), live.policy.hash)
    waiting = waiting_customers(as_of=basis.as_of, known_batch=basis.known_batch, policy_hash=basis.policy_hash)
    total = customer_count()
    stored = 0 if errand.has_digest else total - len(waiting)
    part = replace(
        errand,
        mirror=file,
        customers=tuple(waiting) if stored > 0 else None,
        leaves_told=errand.as_of == today(errand.clock),
    )
    with kept(basis, total=total, done=stored, clock=errand.clock, progress=progress or Silent()) as shown:
        outcome = walk(part, progress=shown)
    if part.customers is None:
        return outcome
    gone = withdraw_gone(errand, live, known_batch=outcome.known_batch)
    return replace(
        outcome,
        customers=outcome.customers + stored,
        unchanged=outcome.unchanged + stored,
        alerts=outcome.alerts + AlertCounts(closed=gone),
    )


def _mirror(folder: Path, errand: Errand, live: LivePolicy) -> Path:
    """Give the mirror of the run to go on with, as long as it is there, else of the newest batch."""
    batch = unfinished(as_of=errand.as_of, policy_hash=live.policy.hash)
    begun = None if batch is None else mirror.of_batch(folder, batch)
    return begun or mirror.ensure(folder)
