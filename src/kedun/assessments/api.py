"""Runs over the whole book under /api/v1: how far they are, starting and stopping one."""

from dataclasses import asdict

from kedun.accounts.api import Request, Router, actor
from kedun.accounts.schemas import Id
from kedun.assessments.runs import actions
from kedun.assessments.runs.queries import Run, is_waiting, runs
from kedun.assessments.schemas import BookRunList, BookRunRow
from kedun.kernel.clock import clock
from kedun.kernel.days import to_date

router = Router("assessments")


@router.get("/book-runs", response=BookRunList)
def book_runs(request: Request) -> BookRunList:
    """Show the newest runs over the whole book, and how far they are."""
    return _list()


@router.post("/book-runs", response=BookRunList)
def start_book_run(request: Request) -> BookRunList:
    """Ask for a run over the whole book as of today; it goes on with what a run that was stopped left."""
    actions.ask_to_start(actor(request), clock=clock())
    return _list()


@router.post("/book-runs/{run_id}/stop", response=BookRunList)
def stop_book_run(request: Request, run_id: Id) -> BookRunList:
    """Let a run stop at the end of the chunk it is at; the next run of the day goes on there."""
    actions.ask_to_stop(actor(request), run_id, clock=clock())
    return _list()


def _list() -> BookRunList:
    return BookRunList(runs=[_row(each) for each in runs(now=clock().now())], is_waiting=is_waiting())


def _row(run: Run) -> BookRunRow:
    told = {**asdict(run), "as_of": to_date(run.as_of), "known_at": run.known_batch}
    del told["known_batch"]
    return BookRunRow(**told)
