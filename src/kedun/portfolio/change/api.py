"""Accounts of score changes under /api/v1."""

from ninja import Query

from kedun.accounts.api import Request, Router, language, masks, scope
from kedun.assessments.queries import reporting_currency
from kedun.definitions.diff_words import KIND_WORDS
from kedun.facts.masking import shown_name
from kedun.facts.queries import customers_in
from kedun.kernel.days import to_date, to_day
from kedun.portfolio.address import CustomerCode
from kedun.portfolio.change.queries import Account, accounts, policy_moves, span, written_at
from kedun.portfolio.change.schemas import ScoreChangeDocument, ScoreChangeQuery
from kedun.portfolio.change.shown import Statement, change_of, totals
from kedun.portfolio.drill.api import reader
from kedun.portfolio.lists.shown import View, units
from kedun.portfolio.page.api import customer_of, moment_of
from kedun.portfolio.page.queries import CHANGE_DAYS, master
from kedun.portfolio.queries import today_here
from kedun.portfolio.said import said

router = Router("customers")


@router.get("/customers/{code}/score-change", response=ScoreChangeDocument)
def customer_score_change(request: Request, code: CustomerCode, query: Query[ScoreChangeQuery]) -> ScoreChangeDocument:
    """Account for a customer's change of score since a day: policy, time, new facts, corrections; exactly."""
    found = customer_of(request, code)
    at = moment_of(query)
    since = at.as_of - CHANGE_DAYS if query.since is None else to_day(query.since)
    account = accounts({found: code}, span(since, at, known_then=query.known_then))[found]
    old, new = account.span.old, account.span.new
    spoken = language(request)
    known = {**units(old.policy), **units(new.policy)}
    view = View(reporting_currency(), masks(request), spoken, known)
    shown = Statement(account, said(old.policy, spoken), said(new.policy, spoken), view, reader(request))
    name = str(master(found, at.known_at)["name"])
    return ScoreChangeDocument.model_validate(
        {
            "code": code,
            "name": shown_name(name, code=code, masks=view.masks, language=spoken),
            "since": to_date(since),
            "as_of": to_date(at.as_of),
            "known_then": old.known_at,
            "known_then_time": written_at(old.known_at),
            "known_at": at.known_at,
            "known_at_time": at.known_at_time,
            "stands_in": account.stands_in,
            "was_known": account.change.steps[0] is not None,
            "change": change_of(account.change.steps),
            "steps": shown.steps(),
            "legs": shown.legs(),
            "policy": [
                {
                    "kind": each.kind,
                    "label": KIND_WORDS[each.kind].say(spoken),
                    "before": each.before,
                    "after": each.after,
                }
                for each in policy_moves(account.span)
            ],
            "facts": shown.facts(),
            "totals": totals(account),
            **_members(request, account),
            "currency": view.currency,
            "masked": _masked(view),
        }
    )


def _members(request: Request, account: Account) -> dict[str, object]:
    """Name the customers of the group that whoever asks may see, and count the others."""
    all_of = account.change.members
    seen = customers_in(scope(request), today_here()).filter(id__in=all_of).order_by("code")
    codes = list(seen.values_list("code", flat=True))
    return {"members": codes, "members_hidden": len(all_of) - len(codes)}


def _masked(view: View) -> list[str]:
    amounts = [key for key, unit in view.units.items() if unit == "minor"] + ["facts.amount"]
    return [*(["name"] if "names" in view.masks else []), *(amounts if "amounts" in view.masks else [])]
