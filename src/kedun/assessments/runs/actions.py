"""Keeping how far a run over the whole book is, and asking it to stop."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import transaction
from django.db.models import F
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from kedun.accounts import actions as accounts
from kedun.assessments.models import BookRun
from kedun.assessments.runs.queries import ASSESS_BOOK, BATCH, is_busy
from kedun.kernel.clock import Clock
from kedun.kernel.days import Day, to_date
from kedun.kernel.hashing import Json
from kedun.kernel.progress import Progress
from kedun.kernel.refusals import Conflict, NotFound


class RunStopped(Conflict):
    """The run over the book was stopped after {done} of {total} customers; the next one goes on there."""

    zh = "整体评估在完成 {done} / {total} 个客户后停止；下次运行将从此处继续。"


class NoSuchRun(NotFound):
    """There is no run {run_id}."""

    zh = "没有编号为 {run_id} 的运行。"


class RunGoesOn(Conflict):
    """A run over the book goes on or waits already: nothing to start."""

    zh = "整体评估正在运行或等待运行，无需再次启动。"


class RunIsOver(Conflict):
    """Run {run_id} does not run any more: nothing to stop."""

    zh = "运行 {run_id} 已结束，无需停止。"


@dataclass(frozen=True, slots=True)
class Basis:
    """What a run rests on: the same basis is the same run, however often it is begun."""

    as_of: Day
    known_batch: int
    policy_hash: str


def unfinished(*, as_of: Day, policy_hash: str) -> int | None:
    """Give the batch of the newest run of a day and policy that did not come to its end; None where there is none."""
    newest = BookRun.objects.filter(as_of=as_of, policy_hash=policy_hash).order_by("-known_batch").first()
    return newest.known_batch if newest and newest.state != "finished" else None


@contextmanager
def kept(basis: Basis, *, total: int, done: int, clock: Clock, progress: Progress) -> Iterator[Progress]:
    """Keep how far a run is for the block; however the block ends, the row says so.

    Raises: RunStopped, out of the progress that it gives, when somebody asked for it.
    """
    now = clock.now()
    begun = {"state": "running", "total": total, "done": done, "begun_done": done, "is_stop_asked": False}
    row, _ = BookRun.objects.update_or_create(
        as_of=basis.as_of,
        known_batch=basis.known_batch,
        policy_hash=basis.policy_hash,
        defaults={**begun, "begun_at": now, "seen_at": now},
    )
    mine = BookRun.objects.filter(pk=row.pk)
    is_over = False
    try:
        yield _Kept(progress, row.pk, clock)
        is_over = True
    finally:
        if is_over:
            mine.update(state="finished", done=F("total"), seen_at=clock.now())
        else:
            mine.update(state="stopped", seen_at=clock.now())


class _Kept:
    """Tells the row of every chunk, and stops when the row says so."""

    def __init__(self, progress: Progress, run_id: int, clock: Clock) -> None:
        self._progress, self._run_id, self._clock = progress, run_id, clock

    def step(self, name: str, *, total: int | None = None) -> None:
        self._progress.step(name, total=total)

    def advance(self, done: int = 1) -> None:
        BookRun.objects.filter(pk=self._run_id).update(done=F("done") + done, seen_at=self._clock.now())
        self._progress.advance(done)
        row = BookRun.objects.get(pk=self._run_id)
        if row.is_stop_asked:
            raise RunStopped(done=row.done, total=row.total)


def ask_to_start(actor: str, *, clock: Clock) -> None:
    """Let the worker run over the book as of today; it goes on with what a run that was stopped left. Raises: RunGoesOn."""
    if is_busy(now=clock.now()):
        raise RunGoesOn
    try:
        with transaction.atomic():
            accounts.record(actor, "book_run.start", {}, subject="book_run", at=clock.now())
            app.configure_task(ASSESS_BOOK, queue=BATCH, queueing_lock=ASSESS_BOOK, lock=ASSESS_BOOK).defer(as_of=None)
    except AlreadyEnqueued:  # by another, in the same instant
        raise RunGoesOn from None


@transaction.atomic
def ask_to_stop(actor: str, run_id: int, *, clock: Clock) -> None:
    """Let a run stop after the chunk it is at. Raises: NoSuchRun, RunIsOver."""
    row = BookRun.objects.select_for_update().filter(pk=run_id).first()
    if row is None:
        raise NoSuchRun(run_id=run_id)
    if row.state != "running":
        raise RunIsOver(run_id=run_id)
    BookRun.objects.filter(pk=run_id).update(is_stop_asked=True)
    told: dict[str, Json] = {"as_of": to_date(row.as_of).isoformat(), "done": row.done, "total": row.total}
    accounts.record(actor, "book_run.stop", told, subject=f"book_run:{run_id}", at=clock.now())
