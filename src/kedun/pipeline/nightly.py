"""Nightly: the whole book, once a day. Start reading here.

facts ─► totals of the book at month-end ─► mirror ─► readings ─► score, range, grade, place ─► verdicts ─► assessments and alerts
"""

from pathlib import Path

from kedun.facts.actions import forget_stale
from kedun.kernel.clock import Clock, today
from kedun.kernel.days import Day
from kedun.kernel.progress import Progress
from kedun.pipeline.actions import Errand, Outcome
from kedun.pipeline.book import walk_book
from kedun.pipeline.totals import keep_totals
from kedun.portfolio.actions import keep_book_day, keep_month_grades
from kedun.portfolio.merging.store import pairs
from kedun.portfolio.overview.queries import MONTHS


def nightly(folder: Path, *, clock: Clock, as_of: Day | None = None, progress: Progress | None = None) -> Outcome:
    """Assess every customer on DuckDB, as of today unless a day is given.

    It is a full run, safe to repeat, and goes on where it was stopped or killed. Customers whose facts changed up to the batch that it saw need no event run; a
    customer who cannot be computed keeps the mark and the assessment there is.
    """
    day = today(clock) if as_of is None else as_of
    keep_totals(day)
    outcome = walk_book(
        Errand(as_of=day, engine="duckdb", clock=clock, has_digest=False, folder=folder), progress=progress
    )
    keep_book_day(day, known_batch=outcome.known_batch)
    keep_month_grades(day, months=MONTHS)
    pairs()
    if day == today(clock):
        forget_stale(None, up_to_batch=outcome.known_batch, kept=outcome.aside)
    return outcome
