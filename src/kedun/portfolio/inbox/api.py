"""The alerts of the book under /api/v1: lists, one alert with its history, and a workbook."""

from collections.abc import Sequence

from django.http import HttpResponse
from ninja import Query

from kedun.accounts.api import XLSX, Request, Router, actor, language, log_access, masks, page, position, scope
from kedun.accounts.queries import actor_names
from kedun.accounts.schemas import Id
from kedun.alerts.api import moves_of
from kedun.alerts.choice.queries import in_words
from kedun.alerts.owners import owner_text
from kedun.alerts.queries import history
from kedun.alerts.refusals import AlertNotFound
from kedun.alerts.shown import AlertRecord, EventRecord
from kedun.assessments.queries import live_policy, reporting_currency
from kedun.kernel.days import Day, to_date
from kedun.kernel.words import Language
from kedun.notify.queries import told_of
from kedun.notify.states import STATE_WORDS
from kedun.portfolio.inbox.export import MOST_ROWS, workbook
from kedun.portfolio.inbox.filters import Filters
from kedun.portfolio.inbox.queries import Asked, Found, count, found, one
from kedun.portfolio.inbox.schemas import AlertDocument, AlertFilters, AlertPage, AlertQuery, ToldShown
from kedun.portfolio.inbox.shown import View, actors_of
from kedun.portfolio.lists.api import TooManyToExport
from kedun.portfolio.page.api import moment_of, moment_text
from kedun.portfolio.queries import Moment, today_here
from kedun.portfolio.said import said
from kedun.rules.choice import settled

router = Router("alerts")


@router.get("/alerts", response=AlertPage)
def alerts(request: Request, query: Query[AlertQuery]) -> AlertPage:
    """List alerts: filtered, sorted, a page at a time; the open ones, gravest first, if nothing is named."""
    at = moment_of(query)
    asked = _asked(request, query, at)
    purpose = f"{asked.filters.purpose(asked.sort)}&{moment_text(query)}"
    after = position(query, purpose)
    rows = found(asked, after=after, limit=query.limit + 1)
    moves = {} if at.is_past else moves_of(request, [each.alert for each in rows])
    view = _view(request, rows, judged_on=at.judged_on)
    made = page(
        rows,
        query,
        purpose=purpose,
        key=lambda each: each.key,
        shown=lambda each: view.row(each, moves.get(each.alert.id, ())),
        total=count(asked) if after is None else None,
    )
    return AlertPage(
        **dict(made),
        as_of=to_date(at.as_of),
        known_at=at.known_at,
        known_at_time=at.known_at_time,
        is_past=at.is_past,
        currency=view.currency,
        masked=view.masked,
    )


@router.get("/alerts/export", file=XLSX)
def export_alerts(request: Request, query: Query[AlertFilters]) -> HttpResponse:
    """Give the alerts of a list, all its pages, as a workbook; more than 10,000 are refused."""
    at = moment_of(query)
    asked = _asked(request, query, at)
    number = count(asked)
    if number > MOST_ROWS:
        raise TooManyToExport(number=number, most=MOST_ROWS)
    rows = found(asked, after=None, limit=MOST_ROWS)
    view = _view(request, rows, judged_on=at.judged_on)
    content = workbook([view.row(each, ()) for each in rows], language(request))
    log_access(request, "export_alerts", "alerts", len(rows))
    answer = HttpResponse(content, content_type=XLSX)
    answer["Content-Disposition"] = f'attachment; filename="alerts-{to_date(at.as_of).isoformat()}.xlsx"'
    return answer


@router.get("/alerts/{alert_id}", response=AlertDocument)
def alert(request: Request, alert_id: Id) -> AlertDocument:
    """Show one alert: what its rule asks, what it rests on, what happened to it, who was told."""
    here = one(scope(request), alert_id, on=today_here())
    if here is None:
        raise AlertNotFound(alert_id=alert_id)
    log_access(request, "alert", f"alert:{alert_id}", 1)
    events = history(alert_id)
    view = _view(request, [here], events)
    row = view.row(here, moves_of(request, [here.alert])[alert_id])
    return AlertDocument(
        **dict(row),
        condition=_condition(here.alert, view),
        events=[view.event(event) for event in events],
        told_to=_told(alert_id, view.language),
        currency=view.currency,
        masked=view.masked,
    )


def _asked(request: Request, query: AlertFilters, at: Moment) -> Asked:
    owner = (
        actor(request)
        if query.owner == "me"
        else owner_text(int(query.owner))
        if query.owner.isdigit()
        else query.owner
    )
    filters = Filters(
        states=tuple(query.state) or ("open",),
        severities=tuple(query.severity),
        rules=tuple(query.rule),
        risk_types=tuple(query.risk_type),
        customer=query.customer.strip(),
        owner=owner,
        q=query.q.strip(),
        no_recipient=query.no_recipient,
    )
    policy = live_policy(at.judged_on).policy
    words = said(policy, language(request))
    named = [key for key in policy.declared.rules if filters.q and filters.q.lower() in words.rule(key).lower()]
    past = at if at.is_past else None
    return Asked(scope(request), today_here(), filters, query.sort, named, "names" not in masks(request), past)


def _view(
    request: Request, rows: Sequence[Found], events: Sequence[EventRecord] = (), *, judged_on: Day | None = None
) -> View:
    policy = live_policy(today_here() if judged_on is None else judged_on).policy
    names = actor_names(actors_of(rows, events))
    return View(said(policy, language(request)), reporting_currency(), masks(request), names)


def _condition(alert: AlertRecord, view: View) -> str | None:
    """Say what the alert's rule asked on the day it last spoke, with the numbers of that day."""
    policy = live_policy(alert.assessed_as_of).policy
    rule = policy.declared.rules.get(alert.rule_key)
    if rule is None:
        return None
    numbers = settled(policy.declared, policy.choice, currency=policy.currency)[alert.rule_key].thresholds
    return in_words(policy, rule.when, numbers).say(view.language)


def _told(alert_id: int, spoken: Language) -> list[ToldShown]:
    return [
        ToldShown(name=each.to, state=each.state, state_label=STATE_WORDS[each.state].say(spoken), at=each.created_at)
        for each in told_of(f"alert:{alert_id}", "alert.opened")
    ]
