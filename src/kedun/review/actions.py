"""What back-tests do: begin, run, be called off; each with its audit row."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction
from procrastinate.contrib.django import app

from kedun.accounts.actions import record
from kedun.assessments.policy import DOCUMENTS, Policy
from kedun.assessments.queries import live_policy, policy_with
from kedun.definitions.changes.queries import change_set
from kedun.facts import mirror
from kedun.kernel.clock import clock, today
from kedun.kernel.days import Day, is_month_end, to_date
from kedun.kernel.hashing import Json
from kedun.kernel.progress import Progress
from kedun.kernel.refusals import Refusal
from kedun.review import queries, store
from kedun.review.document import Told, document
from kedun.review.models import Backtest
from kedun.review.refusals import (
    DaysNotPossible,
    NothingMatured,
    NothingToTry,
    NotMatured,
    NotRunning,
    TooManyBacktests,
)
from kedun.review.states import UNFINISHED, State
from kedun.review.terms import MOST_DAYS, USUAL_DAYS, Terms, stretches

TASK, QUEUE = "review.run_backtest", "batch"
MOST_UNFINISHED = 5
MOST_KEPT = 50
"""So many back-tests keep the customers behind their figures; of older ones only the figures stay."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants tried over days (none: the last that matured), on terms.

    A change, or documents by kind, against the policy in force; of neither, the policy in force alone. `search`: that the
    documents hold a rule once for each value of a threshold.
    """

    terms: Terms
    change: int | None = None
    texts: Mapping[str, str] | None = None
    days: Sequence[Day] = ()
    search: Mapping[str, Json] | None = None


def start(wish: Wish, *, by: str) -> Backtest:
    """Begin a back-test: the worker runs it.

    Raises: ChangeMissing, NothingToTry, DaysNotPossible, NotMatured, NothingMatured, TooManyBacktests, and what compiling
    the policy refuses.
    """
    texts = _texts(wish)
    days = _days(wish)
    _policies(texts)
    now = clock().now()
    with transaction.atomic():
        waiting = Backtest.objects.select_for_update().filter(state__in=UNFINISHED)
        if len(waiting) >= MOST_UNFINISHED:
            raise TooManyBacktests(most=MOST_UNFINISHED)
        made = Backtest.objects.create(
            by=by, change_set_id=wish.change, texts=texts, search=wish.search, days=days, terms=wish.terms.stated(),
            created_at=now,
        )  # fmt: skip
        told: dict[str, Json] = {"change": wish.change, "days": len(days), "kinds": sorted(texts)}
        if wish.search is not None:
            told |= {"rule": wish.search["rule"], "threshold": wish.search["threshold"]}
        record(by, "backtest.start", told, subject=f"backtest:{made.pk}", at=now)
        app.configure_task(TASK, queue=QUEUE).defer(backtest_id=made.pk)
    return made


def cancel(number: int, *, by: str) -> Backtest:
    """Call a back-test off: at once where it waits, after the day it is at where it runs.

    Raises: BacktestMissing, NotRunning.
    """
    queries.backtest(number)
    with transaction.atomic():
        found = Backtest.objects.select_for_update().get(pk=number)
        if found.state not in UNFINISHED:
            raise NotRunning
        found.state = "cancelled" if found.state == "waiting" else "cancelling"
        found.save(update_fields=["state"])
        record(by, "backtest.cancel", {}, subject=f"backtest:{number}")
    return found


def run(number: int, *, folder: Path, progress: Progress) -> State:
    """Run a back-test that waits, or go on with one whose worker died: from the start, the result is the same."""
    found = queries.backtest(number)
    if not _begun(number):
        return "cancelled"
    terms, days = Terms(**found.terms), tuple(found.days)
    try:
        policies = _policies(found.texts)
        hashes = tuple(each.hash for each in policies)
        file = mirror.ensure(folder)
        told = Told(policies[0].currency, mirror.batch_of(file), hashes)
        ran = store.run(
            policies, stretches(days), terms, mirror=file, kept=queries.kept_file(number),
            progress=_Counted(number, progress), goes_on=_goes_on(number),
        )  # fmt: skip
    except store.Stopped:
        return _finish(number, "cancelled")
    except Refusal as refusal:
        return _finish(number, "failed", refusal={"zh": refusal.say("zh"), "en": refusal.say("en")})
    last = stretches(days)[-1].until
    result = document(ran, told, terms, days_covered=last - days[0])
    return _finish(
        number, "done", result=result, result_sha256=queries.hash_of(result), batch=told.batch,
        live_hash=hashes[0], draft_hash="".join(hashes[1:]),
    )  # fmt: skip


def remember_draft(number: int, change: int, sha256: str) -> None:
    """Note which change was drafted from a search, with the hash of its text: it is evidence for this text alone."""
    with transaction.atomic():
        found = Backtest.objects.select_for_update().get(pk=number)
        search = found.search or {}
        found.search = {**search, "changes": {**search.get("changes", {}), str(change): sha256}}
        found.save(update_fields=["search"])


def give_up(number: int, *, told: str) -> None:
    """Note that the work on a back-test broke down."""
    words: Json = {"zh": f"运行中断，编号 {told}。", "en": f"The run broke down, number {told}."}
    _finish(number, "failed", refusal=words)


def try_now(wish: Wish, *, folder: Path, progress: Progress) -> dict[str, Json]:
    """Back-test at once and give the result without keeping it: for the command line.

    Raises: as `start`, and NotComputable.
    """
    texts, days = _texts(wish), _days(wish)
    policies = _policies(texts)
    file = mirror.ensure(folder)
    parts = stretches(tuple(days))
    ran = store.run(policies, parts, wish.terms, mirror=file, kept=None, progress=progress)
    told = Told(policies[0].currency, mirror.batch_of(file), tuple(each.hash for each in policies))
    return document(ran, told, wish.terms, days_covered=parts[-1].until - days[0])


def _policies(texts: Mapping[str, str]) -> tuple[Policy, ...]:
    """Give the policy in force, and with documents the one they would make.

    Raises: what compiling the policy refuses.
    """
    on = today(clock())
    live = live_policy(on).policy
    return (live, policy_with(queries.bodies(texts), on)) if texts else (live,)


def _texts(wish: Wish) -> dict[str, str]:
    if wish.change is None and not wish.texts:
        return {}
    given = dict(wish.texts or {})
    if wish.change is not None:
        given = {each.kind: each.body for each in change_set(wish.change).drafts.all()} | given
    texts = {kind: text for kind, text in given.items() if kind in DOCUMENTS}
    if not texts:
        raise NothingToTry(kinds=", ".join(DOCUMENTS))
    return texts


def _days(wish: Wish) -> list[Day]:
    horizon, on = wish.terms.horizon_days, today(clock())
    if not wish.days:
        found = queries.matured(on, horizon, USUAL_DAYS)
        if not found:
            raise NothingMatured(horizon=horizon)
        return list(found)
    days = sorted(set(wish.days))
    if len(days) != len(wish.days) or len(days) > MOST_DAYS or not all(map(is_month_end, days)):
        raise DaysNotPossible(most=MOST_DAYS)
    known = queries.has_matured(days, on, horizon)
    for day in reversed(days):
        if day not in known:
            newest = queries.matured(on, horizon, 1)
            if not newest:
                raise NothingMatured(horizon=horizon)
            raise NotMatured(day=_iso(day), horizon=horizon, newest=_iso(newest[0]))
    return days


def _iso(day: Day) -> str:
    return to_date(day).isoformat()


def _begun(number: int) -> bool:
    with transaction.atomic():
        found = Backtest.objects.select_for_update().get(pk=number)
        if found.state == "cancelling":
            found.state, found.finished_at = "cancelled", clock().now()
            found.save(update_fields=["state", "finished_at"])
        if found.state not in UNFINISHED:
            return False
        found.state, found.done = "running", 0
        found.save(update_fields=["state", "done"])
    return True


def _goes_on(number: int) -> Callable[[], bool]:
    return lambda: Backtest.objects.filter(pk=number, state="running").exists()


@dataclass(slots=True)
class _Counted:
    """Counts the days with the back-test, for those who wait for it."""

    number: int
    shown: Progress
    done: int = 0

    def step(self, name: str, *, total: int | None = None) -> None:
        self.shown.step(name, total=total)

    def advance(self, done: int = 1) -> None:
        self.done += done
        Backtest.objects.filter(pk=self.number).update(done=self.done)
        self.shown.advance(done)


def _finish(number: int, state: State, **outcome: object) -> State:
    now = clock().now()
    with transaction.atomic():
        Backtest.objects.filter(pk=number).update(state=state, finished_at=now, **outcome)
        sha256 = outcome.get("result_sha256")
        told: dict[str, Json] = {"sha256": sha256} if isinstance(sha256, str) else {}
        record("review", f"backtest.{state}", told, subject=f"backtest:{number}", at=now)
    _forget_old_files()
    return state


def _forget_old_files() -> None:
    kept = Backtest.objects.filter(state="done").order_by("-pk").values_list("pk", flat=True)[:MOST_KEPT]
    names = {queries.kept_file(number).name for number in kept}
    folder = queries.kept_file(0).parent
    for file in folder.glob("*.parquet") if folder.exists() else ():
        if file.name not in names:
            file.unlink(missing_ok=True)
