"""The timeline of a customer under /api/v1."""

from typing import Any

from ninja import Query

from kedun.accounts.api import Request, Router, page, position, scope
from kedun.assessments.queries import live_policy
from kedun.facts.masking import mask_of
from kedun.kernel.days import to_date
from kedun.kernel.money import to_decimal
from kedun.kernel.refusals import Invalid
from kedun.portfolio.address import CustomerCode
from kedun.portfolio.drill.api import reader
from kedun.portfolio.drill.queries import Target
from kedun.portfolio.drill.tables import Reader
from kedun.portfolio.page.api import customer_of, moment_of
from kedun.portfolio.said import Said, said
from kedun.portfolio.timeline.queries import SORTS, TITLES, entries, named
from kedun.portfolio.timeline.schemas import EntryShown, Timeline, TimelineQuery
from kedun.portfolio.timeline.shown import Entry, label, severity, title

router = Router("customers")


class NotInTimelines(Invalid):
    """There is no {kind} in timelines; there are {known}."""

    zh = "时间线中没有 {kind}，可选：{known}。"


@router.get("/customers/{code}/timeline", response=Timeline)
def timeline(request: Request, code: CustomerCode, query: Query[TimelineQuery]) -> Timeline:
    """List what happened to a customer, newest first."""
    customer = customer_of(request, code)
    for kind in query.kinds:
        if kind not in SORTS:
            raise NotInTimelines(kind=kind, known=", ".join(SORTS))
    target, to_whom = Target(customer, moment_of(query), scope(request)), reader(request)
    words = said(live_policy(target.at.judged_on).policy, to_whom.language)
    kinds = list(named(query.kinds))
    purpose = f"timeline {code} {target.at.as_of} {target.at.known_at} {','.join(kinds)}"
    found = entries(target, kinds=kinds, after=position(query, purpose), limit=query.limit + 1)
    made = page(
        found,
        query,
        purpose=purpose,
        key=lambda entry: entry.key,
        shown=lambda entry: EntryShown.model_validate(_shown(entry, to_whom, words)),
    )
    at = target.at
    masked = sorted({"amount"} if "amounts" in to_whom.masks else set())
    return Timeline(**dict(made), as_of=to_date(at.as_of), known_at=at.known_at, is_past=at.is_past, masked=masked)


def _shown(entry: Entry, to_whom: Reader, words: Said) -> dict[str, Any]:
    currency = entry.currency or to_whom.currency
    is_hidden = entry.amount_minor is None or mask_of(entry.kind, "amount_minor") in to_whom.masks
    return {
        "kind": entry.kind,
        "kind_label": label(entry.kind, to_whom),
        "id": entry.id,
        "on": to_date(entry.day),
        "title": title(entry, TITLES.get(entry.kind, ()), to_whom, words),
        "amount": None if is_hidden else to_decimal(entry.amount_minor or 0, currency),
        "currency": None if entry.amount_minor is None else currency,
        "tone": severity(entry.texts[1]) if entry.kind == "alert" else "plain",
    }
