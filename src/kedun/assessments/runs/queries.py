"""What can be asked of runs over the whole book."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q
from procrastinate.contrib.django.models import ProcrastinateJob

from kedun.assessments.models import BookRun
from kedun.assessments.policy import LANGUAGE_VERSION
from kedun.facts.binding import Bound
from kedun.facts.prepared.store import fetch
from kedun.kernel.days import Day

SILENT = timedelta(minutes=5)
"""A run that was not heard of for so long was killed."""

MOST_SHOWN = 50
ASSESS_BOOK, NIGHTLY, BATCH = "kedun.assess_book", "kedun.nightly", "batch"
"""The tasks that run over the whole book, asked for by a person or by the night, and their queue; the first names their lock."""
_WAITING = (
    "SELECT c.id FROM facts_customer c LEFT JOIN assessments_assessment a ON a.customer_id = c.id"
    " WHERE NOT c.is_retracted AND (a.customer_id IS NULL OR (a.as_of <= %(as_of)s::int AND a.known_batch <= %(batch)s::bigint"
    " AND (a.as_of, a.known_batch, a.policy_hash, a.language_version)"
    " IS DISTINCT FROM (%(as_of)s::int, %(batch)s::bigint, %(policy)s::text, %(version)s::int)))"
)


@dataclass(frozen=True, slots=True)
class Run:
    """A run. `seconds_left`: at the pace since it was begun; None where nobody can tell, or it does not run."""

    id: int
    as_of: Day
    known_batch: int
    state: str
    total: int
    done: int
    begun_at: datetime
    seen_at: datetime
    is_stop_asked: bool
    seconds_left: int | None


def runs(*, now: datetime) -> Sequence[Run]:
    """Give the newest runs, newest first."""
    return [_run(row, now) for row in BookRun.objects.order_by("-seen_at", "-id")[:MOST_SHOWN]]


def _run(row: BookRun, now: datetime) -> Run:
    state = "killed" if row.state == "running" and now - row.seen_at > SILENT else row.state
    return Run(
        id=row.pk,
        as_of=row.as_of,
        known_batch=row.known_batch,
        state=state,
        total=row.total,
        done=row.done,
        begun_at=row.begun_at,
        seen_at=row.seen_at,
        is_stop_asked=row.is_stop_asked,
        seconds_left=_seconds_left(row) if state == "running" else None,
    )


def _seconds_left(row: BookRun) -> int | None:
    since = row.done - row.begun_done
    if since <= 0:
        return None
    return round((row.seen_at - row.begun_at).total_seconds() / since * max(row.total - row.done, 0))


def is_waiting() -> bool:
    """Tell whether somebody asked for a run that waits for a worker, or that a worker prepares or is at."""
    return ProcrastinateJob.objects.filter(task_name__in=(ASSESS_BOOK, NIGHTLY), status__in=("todo", "doing")).exists()


def is_busy(*, now: datetime) -> bool:
    """Tell whether a run goes on or waits."""
    return is_waiting() or BookRun.objects.filter(state="running", seen_at__gte=now - SILENT).exists()


def is_run(policy_hash: str, *, since: Day) -> bool:
    """Tell whether the book was run by a policy as of a day or later: to its end, or until a person stopped it."""
    is_over = Q(state="finished") | Q(state="stopped", is_stop_asked=True)
    return BookRun.objects.filter(is_over, policy_hash=policy_hash, as_of__gte=since).exists()


def waiting_customers(*, as_of: Day, known_batch: int, policy_hash: str) -> list[int]:
    """Give the customers of whom no assessment of this day, batch and policy, nor a newer one, is stored."""
    bound: dict[str, Bound] = {"as_of": as_of, "batch": known_batch, "policy": policy_hash, "version": LANGUAGE_VERSION}
    return [customer for (customer,) in fetch(_WAITING, bound)]
