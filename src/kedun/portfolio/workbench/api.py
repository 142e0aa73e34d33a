"""The workbench under /api/v1."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any, Final

from kedun.accounts.api import Request, Router, actor, language, masks, person, principal, scope
from kedun.accounts.queries import actor_names
from kedun.accounts.rights import rights
from kedun.alerts.api import moves_of
from kedun.alerts.queries import numbers
from kedun.alerts.queries import visible as visible_alerts
from kedun.assessments.queries import live_policy, reporting_currency
from kedun.facts.masking import shown_name
from kedun.intake.wizard.queries import count_imports
from kedun.intake.wizard.views import Viewer
from kedun.kernel.days import Day, to_date
from kedun.portfolio.inbox.filters import Filters as AlertFilters
from kedun.portfolio.inbox.queries import Asked as AlertsAsked
from kedun.portfolio.inbox.queries import Found, found
from kedun.portfolio.inbox.shown import View, actors_of
from kedun.portfolio.lists.filters import Filters
from kedun.portfolio.lists.queries import Asked, count
from kedun.portfolio.overview.api import NOT_CLOSED_QUERY, WEEK
from kedun.portfolio.queries import today_here
from kedun.portfolio.said import said
from kedun.portfolio.workbench.queries import Moved, moved, progress, rejects_waiting
from kedun.portfolio.workbench.schemas import Workbench

MOST_CHANGED = 20
MOST_ITEMS = 12
SOON = 3
"""Days within which a snooze that ends is told."""

OPTIONAL: Final = frozenset({"rules", "people", "mail"})
PATHS: Final = {
    "customers": "/imports/new",
    "invoices": "/imports/new",
    "rules": "/setup",
    "alerts": "/alerts",
    "people": "/settings/people",
    "mail": "/settings/mail",
}

router = Router("portfolio")


@router.get("/workbench", response=Workbench)
def workbench(request: Request) -> Workbench:
    """Show what changed and what waits for whoever asks."""
    person(request)
    on = today_here()
    rows = _items(request, on)
    moves = moves_of(request, [each.alert for each in rows])
    words = said(live_policy(on).policy, language(request))
    view = View(words, reporting_currency(), masks(request), actor_names(actors_of(rows, ())))
    return Workbench.model_validate(
        {
            "as_of": to_date(on),
            "changed": _changed(request, on, view),
            "waiting": _waiting(request, on),
            "items": [view.row(each, moves[each.alert.id]) for each in rows],
            "set_up": _set_up(),
            "masked": view.masked,
        }
    )


def _changed(request: Request, on: Day, view: View) -> dict[str, Any]:
    since = on - WEEK + 1
    filters = Filters(changed_since=since)
    number = count(Asked(scope(request), on, filters))
    rows = moved(scope(request), on, since=since, limit=MOST_CHANGED)
    return {
        "since": to_date(since),
        "figure": {"value": number, "list": "customers", "query": filters.query(view.currency)},
        "items": [_moved(each, view) for each in rows],
    }


def _moved(each: Moved, view: View) -> dict[str, Any]:
    grades = view.said.grades
    name = shown_name(each.name, code=each.code, masks=view.masks, language=view.language)
    return {
        "customer": {"code": each.code, "name": name},
        "what": "grade",
        "before": each.before,
        "before_words": grades.get(each.before, each.before),
        "after": each.after,
        "after_words": grades.get(each.after, each.after),
        "is_worse": each.is_worse,
        "at": to_date(each.on),
    }


def _waiting(request: Request, on: Day) -> dict[str, Any]:
    seen, me = scope(request), actor(request)
    told = numbers(seen, owner=me, on=on)
    mine = visible_alerts(seen, on=on).filter(owner=me, state="snoozed")
    viewer = Viewer(me, sees_all=seen.kind == "all")
    may_import = rights().may(principal(request).column, "imports")
    return {
        "my_alerts": _alerts(told.mine, f"owner=me&{NOT_CLOSED_QUERY}"),
        "unassigned": _alerts(told.unassigned, f"owner=none&{NOT_CLOSED_QUERY}"),
        "snoozed": _alerts(mine.count(), "owner=me&state=snoozed"),
        "snoozes_ending": mine.filter(snoozed_until__lte=on + SOON).count(),
        "open_rejects": _imports(rejects_waiting(viewer), "") if may_import else None,
        "imports_running": _imports(count_imports(viewer, state="running"), "state=running") if may_import else None,
    }


def _alerts(value: int, query: str) -> dict[str, Any]:
    return {"value": value, "list": "alerts", "query": query}


def _imports(value: int, query: str) -> dict[str, Any]:
    return {"value": value, "list": "imports", "query": query}


def _items(request: Request, on: Day) -> Sequence[Found]:
    """Give one's own alerts, gravest first, then those that nobody looks after."""
    rows: list[Found] = []
    for owner in (actor(request), "none"):
        asked = AlertsAsked(scope(request), on, AlertFilters(states=("open", "acknowledged"), owner=owner))
        rows += found(asked, after=None, limit=MOST_ITEMS - len(rows)) if len(rows) < MOST_ITEMS else []
    return rows


def _set_up() -> dict[str, Any]:
    steps = [
        {"key": key, "done": is_done, "path": PATHS[key], "is_optional": key in OPTIONAL}
        for key, is_done in asdict(progress()).items()
    ]
    return {"done": all(step["done"] or step["is_optional"] for step in steps), "steps": steps}
