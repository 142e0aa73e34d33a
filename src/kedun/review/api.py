"""Back-tests under /api/v1: begin, watch, read, cancel, and the customers behind a figure."""

from collections.abc import Mapping
from typing import Any, cast

from ninja import Query

from kedun.accounts.api import Request, Router, actor, language, log_access, page, person, position, scope
from kedun.accounts.queries import actor_names
from kedun.accounts.schemas import Choice, Id, Page, PageQuery
from kedun.assessments.policy import Policy
from kedun.assessments.queries import live_policy, policy_with, reporting_currency
from kedun.indicators.definition import Label
from kedun.kernel.clock import clock, today
from kedun.kernel.days import to_date, to_day
from kedun.kernel.money import to_decimal
from kedun.kernel.refusals import Refusal
from kedun.kernel.words import Language
from kedun.review import actions, queries
from kedun.review.actions import Wish
from kedun.review.models import Backtest
from kedun.review.outcomes import Label as Outcome
from kedun.review.queries import Behind, Cell
from kedun.review.refusals import SearchAlone
from kedun.review.schemas import (
    BacktestDays,
    BacktestDaysQuery,
    BacktestDocument,
    BacktestIn,
    BacktestLine,
    BacktestResult,
    BacktestTermsShown,
    BehindQuery,
    CandidateIn,
    CustomerBehind,
    ThresholdCandidate,
    ThresholdDrafted,
)
from kedun.review.states import STATE_WORDS, State
from kedun.review.terms import Terms
from kedun.review.thresholds import actions as thresholds
from kedun.review.thresholds.shown import candidates, searched
from kedun.review.words import ANY_RULE, OUTCOME_WORDS

router = Router("backtests")
BODY_LIMIT = 4 * 1024 * 1024
NEWEST_FIRST = "backtests"


@router.get("/backtests", response=Page[BacktestLine])
def backtests(request: Request, query: Query[PageQuery]) -> Page[BacktestLine]:
    """List back-tests, newest first."""
    after = position(query, NEWEST_FIRST)
    found = Backtest.objects.defer("result").order_by("-pk")
    if after is not None:
        found = found.filter(pk__lt=after[0])
    rows = list(found[: query.limit + 1])
    return page(rows, query, purpose=NEWEST_FIRST, key=lambda row: (row.pk,), shown=lambda row: _line(request, row))


@router.get("/backtests/days", response=BacktestDays)
def backtest_days(request: Request, query: Query[BacktestDaysQuery]) -> BacktestDays:
    """List the month-ends of which it is known what followed."""
    days = queries.matured(today(clock()), query.horizon_days, queries.LONGEST_LOOK_BACK)
    return BacktestDays(days=[to_date(day) for day in days])


@router.post("/backtests", response=BacktestDocument, status=201, body_limit=BODY_LIMIT)
def start_backtest(request: Request, wish: BacktestIn) -> BacktestDocument:
    """Begin a back-test of a change or of documents against the policy in force; the worker runs it."""
    return _document(request, actions.start(_wish(wish), by=actor(request)))


def _wish(wish: BacktestIn) -> Wish:
    """Read what is to be tried.

    Raises: SearchAlone, and what looking for values refuses.
    """
    terms, days = Terms(**wish.terms.model_dump()), [to_day(day) for day in wish.days]
    if wish.search is None:
        return Wish(terms, change=wish.change, texts=wish.documents, days=days)
    if wish.change is not None or wish.documents:
        raise SearchAlone
    return thresholds.wish(wish.search.rule, wish.search.threshold, terms, days)


@router.get("/backtests/{backtest_id}", response=BacktestDocument)
def backtest(request: Request, backtest_id: Id) -> BacktestDocument:
    """Show a back-test: how far it is, and what came out."""
    return _document(request, queries.backtest(backtest_id))


@router.post("/backtests/{backtest_id}/cancel", response=BacktestDocument)
def cancel_backtest(request: Request, backtest_id: Id) -> BacktestDocument:
    """Call a back-test off."""
    return _document(request, actions.cancel(backtest_id, by=actor(request)))


@router.post("/backtests/{backtest_id}/draft", response=ThresholdDrafted, status=201)
def draft_threshold(request: Request, backtest_id: Id, chosen: CandidateIn) -> ThresholdDrafted:
    """Draft the change of a threshold to a value that was tried; it goes nowhere without approval."""
    return ThresholdDrafted(change=thresholds.draft(backtest_id, chosen.key, person=person(request)))


@router.get("/backtests/{backtest_id}/customers", response=Page[CustomerBehind])
def backtest_customers(request: Request, backtest_id: Id, query: Query[BehindQuery]) -> Page[CustomerBehind]:
    """List the customers behind a figure, greatest loss first, each on the day it was counted."""
    purpose = f"behind {backtest_id} {query.side} {query.kind} {query.key} {query.what} {query.day}"
    after = position(query, purpose)
    cell = Cell(query.side, query.kind, query.key, query.what, None if query.day is None else to_day(query.day))
    rows = queries.customers_behind(
        backtest_id, cell, scope(request), today=today(clock()), after=after, limit=query.limit + 1
    )
    log_access(request, "backtest", f"backtest:{backtest_id}", rows=len(rows[: query.limit]))
    currency, spoken = reporting_currency(), language(request)
    return page(
        list(rows),
        query,
        purpose=purpose,
        key=lambda row: (-row.loss_minor, row.day, row.customer_id),
        shown=lambda row: _behind(row, currency, spoken),
    )


def _behind(row: Behind, currency: str, spoken: Language) -> CustomerBehind:
    return CustomerBehind(
        code=row.code,
        name=row.name,
        day=to_date(row.day),
        outcome=Choice(code=row.label, label=OUTCOME_WORDS[cast("Outcome", row.label)].say(spoken)),
        bad_on=None if row.bad_on is None else to_date(row.bad_on),
        loss=to_decimal(row.loss_minor, currency),
        exposure=to_decimal(row.exposure_minor, currency),
        live_score=_points(row.live_score),
        draft_score=_points(row.draft_score),
    )


def _points(hundredths: int | None) -> float | None:
    return None if hundredths is None or hundredths < 0 else hundredths / 100


def _line(request: Request, row: Backtest) -> BacktestLine:
    return BacktestLine(**_facts(row, language(request)))


def _facts(row: Backtest, spoken: Language) -> dict[str, Any]:
    state = cast("State", row.state)
    return {
        "id": row.pk,
        "by": actor_names([row.by]).get(row.by, row.by),
        "change": row.change_set_id,
        "kinds": sorted(row.texts),
        "state": Choice(code=state, label=STATE_WORDS[state].say(spoken)),
        "done": row.done,
        "total": len(row.days),
        "first_day": to_date(row.days[0]),
        "last_day": to_date(row.days[-1]),
        "created_at": row.created_at,
        "finished_at": row.finished_at,
        "sha256": row.result_sha256,
        "problem": None if row.refusal is None else row.refusal[spoken],
        "search": None if row.search is None else searched(row.search, spoken),
    }


def _document(request: Request, row: Backtest) -> BacktestDocument:
    spoken = language(request)
    result = None if row.result is None else _result(row, spoken)
    tried = [] if row.search is None or row.result is None else candidates(row.search, row.result)
    return BacktestDocument(
        **_facts(row, spoken),
        terms=BacktestTermsShown(**row.terms),
        result=result,
        candidates=[ThresholdCandidate.model_validate(each) for each in tried],
    )


def _result(row: Backtest, spoken: Language) -> BacktestResult:
    told = cast("dict[str, Any]", row.result)
    names = _names(row, spoken)
    return BacktestResult.model_validate(_shown(told, told["currency"], names))


def _shown(told: Any, currency: str, names: Mapping[tuple[str, str], str]) -> Any:
    """Write amounts as decimals under names without a unit, and give every flag its label."""
    if isinstance(told, list):
        return [_shown(each, currency, names) for each in told]
    if not isinstance(told, dict):
        return told
    shown = {
        name.removesuffix("_minor"): to_decimal(value, currency)
        if name.endswith("_minor")
        else _shown(value, currency, names)
        for name, value in told.items()
    }
    if "kind" in told:
        shown["label"] = names.get((told["kind"], told["key"]), told["key"])
    return shown


def _names(row: Backtest, spoken: Language) -> dict[tuple[str, str], str]:
    """Give what rules, grades and indicators are called today, and in the documents that were tried."""
    on = today(clock())
    named = _named(live_policy(on).policy, spoken)
    try:
        return named | _named(policy_with(queries.bodies(row.texts), on), spoken)
    except Refusal:  # what was tried may not go with today's policy any more; its figures still stand
        return named


def _named(policy: Policy, spoken: Language) -> dict[tuple[str, str], str]:
    named: dict[tuple[str, str], Label] = {
        **{("grade", band.grade): band.label for band in policy.placing.grading.bands},
        **{("rule", key): rule.label for key, rule in policy.rules.rules.items()},
        **{("indicator", key): each.text.label for key, each in policy.indicators.indicators.items()},
    }
    labels = {place: label.zh if spoken == "zh" else label.en for place, label in named.items()}
    return {**labels, ("any_rule", "any"): ANY_RULE.say(spoken)}
