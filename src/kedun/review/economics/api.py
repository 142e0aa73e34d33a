"""The economics of alerts under /api/v1: what each rule's alerts came to, and the alerts behind every figure."""

from django.http import HttpResponse
from ninja import Query

from kedun.accounts.api import XLSX, Request, Router, language, log_access, page, position, scope
from kedun.accounts.schemas import Page
from kedun.kernel.clock import clock, today
from kedun.kernel.days import to_day
from kedun.review.economics.queries import Asked, hits_behind, period
from kedun.review.economics.schemas import AlertEconomics, AlertJudged, EconomicsAlertsQuery, EconomicsTerms
from kedun.review.economics.shown import document, judged
from kedun.review.economics.workbook import MOST_ROWS, workbook
from kedun.review.terms import Terms

router = Router("backtests")


@router.get("/alert-economics", response=AlertEconomics)
def alert_economics(request: Request, query: Query[EconomicsTerms]) -> AlertEconomics:
    """Tell what the alerts of each rule came to: right and false ones, money, people's time, days ahead."""
    return document(_asked(query), scope(request), today=today(clock()), language=language(request))


@router.get("/alert-economics/alerts", response=Page[AlertJudged])
def alert_economics_alerts(request: Request, query: Query[EconomicsAlertsQuery]) -> Page[AlertJudged]:
    """List the alerts behind a figure, newest first, each with what followed."""
    asked, on = _asked(query), today(clock())
    terms = query.model_dump_json(exclude={"limit", "cursor"})
    purpose = f"alert economics {terms}"
    after = position(query, purpose)
    hits = hits_behind(asked, query.rule, query.what, scope(request), today=on)
    if after is not None:
        hits = [hit for hit in hits if (hit.day, hit.alert_id) < (after[0], after[1])]
    chosen = hits[: query.limit + 1]
    log_access(request, "alert_economics", query.rule or "alerts", rows=len(chosen[: query.limit]))
    rows = list(zip(chosen, judged(chosen, on=on, language=language(request)), strict=True))
    return page(
        rows,
        query,
        purpose=purpose,
        key=lambda row: (row[0].day, row[0].alert_id),
        shown=lambda row: row[1],
        total=None if after is not None else len(hits),
    )


@router.get("/alert-economics/export", file=XLSX)
def export_alert_economics(request: Request, query: Query[EconomicsTerms]) -> HttpResponse:
    """Export the figures of all rules, and the newest alerts behind them, as an Excel file."""
    asked, on, spoken = _asked(query), today(clock()), language(request)
    told = document(asked, scope(request), today=on, language=spoken)
    hits = hits_behind(asked, None, "hits", scope(request), today=on)[:MOST_ROWS]
    log_access(request, "export_alert_economics", "alerts", rows=len(hits))
    answer = HttpResponse(workbook(told, judged(hits, on=on, language=spoken), spoken), content_type=XLSX)
    answer["Content-Disposition"] = f'attachment; filename="alert-economics-{told.to_day.isoformat()}.xlsx"'
    return answer


def _asked(query: EconomicsTerms) -> Asked:
    stated = (None if day is None else to_day(day) for day in (query.from_day, query.to_day))
    first, last = period(*stated, today=today(clock()))
    terms = Terms(
        horizon_days=query.horizon_days,
        margin_permille=query.margin_permille,
        avoided_permille=query.avoided_permille,
        overdue_loss_permille=query.overdue_loss_permille,
    )
    return Asked(first, last, terms, query.minutes_per_alert)
