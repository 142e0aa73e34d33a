"""A customer's page under /api/v1."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from ninja import Query, Status

from kedun.accounts.api import Request, Router, actor, language, log_view, masks, page, position, scope
from kedun.accounts.schemas import Id
from kedun.alerts.readable import choice_word
from kedun.alerts.shown import AlertRecord
from kedun.alerts.states import STATE_WORDS
from kedun.assessments.policy import Policy
from kedun.assessments.queries import live_policy, reporting_currency, standing_on
from kedun.facts.masking import mask_of, shown_name
from kedun.facts.ownership import actions as ownership
from kedun.facts.ownership.queries import owners
from kedun.facts.queries import customers_in
from kedun.kernel.clock import clock
from kedun.kernel.days import Day, to_date, to_day
from kedun.portfolio.address import CustomerCode
from kedun.portfolio.lists.schemas import OwnerShown
from kedun.portfolio.lists.shown import View, points, units
from kedun.portfolio.page.changes import Stored, changes
from kedun.portfolio.page.document import Sheet
from kedun.portfolio.page.queries import alerts_on, computed, master, readers, stored
from kedun.portfolio.page.schemas import (
    CustomerDocument,
    Grant,
    HistoryPage,
    HistoryQuery,
    HistoryRow,
    MomentQuery,
    OwnerChange,
    OwnerDocument,
    Readers,
    ReaderShown,
)
from kedun.portfolio.queries import Moment, moment, refuse_merged, today_here, visible_customer
from kedun.portfolio.said import Said, said

router = Router("customers")


@router.get("/customers/{code}", response=CustomerDocument)
def customer(request: Request, code: CustomerCode, query: Query[MomentQuery]) -> CustomerDocument:
    """Show a customer on a day, as known at a batch."""
    found = customer_of(request, code)
    at = moment_of(query)
    refuse_merged(found, code, scope(request), known_at=at.known_at)
    policy = live_policy(at.judged_on).policy
    view = View(reporting_currency(), masks(request), language(request), units(policy))
    words = said(policy, view.language)
    result = computed(policy, found, at)
    sheet = Sheet(result.assessed, result.earlier, words, view, result.short_windows)
    return CustomerDocument.model_validate(
        {
            **_header(master(found, at.known_at), view, found, at.as_of),
            "score": sheet.score(),
            "grade": _grade(result.assessed.grade, found, at, words),
            "value": {
                "points": points(result.assessed.value_points),
                "tier": _told(result.assessed.value_tier, words.tiers),
            },
            "quadrant": _told(result.assessed.quadrant, words.quadrants),
            "dimensions": sheet.dimensions(),
            "verdicts": sheet.verdicts(),
            "figures": sheet.figures(),
            "alerts": [_alert(each, sheet) for each in alerts_on(found, at)],
            "currency": view.currency,
            "as_of": to_date(at.as_of),
            "known_at": at.known_at,
            "known_at_time": at.known_at_time,
            "is_past": at.is_past,
            "policy": _policy(policy, at, query),
            "masked": _masked(view),
            "may_write": _may_write(request, found),
        }
    )


def _may_write(request: Request, customer_id: int) -> bool:
    """Tell whether whoever asks is more than a reader of a customer."""
    return customers_in(replace(scope(request), with_grants=False), today_here()).filter(pk=customer_id).exists()


def customer_of(request: Request, code: str) -> int:
    """Find a customer by code; that whoever asks looked at it is written down.

    Raises: OnlyToRead, UnknownCustomer.
    """
    found = visible_customer(code, scope(request))
    log_view(request, "customer", f"customer:{code}")
    return found


def moment_of(query: MomentQuery) -> Moment:
    """Give the moment that a query names.

    Raises: DayToCome.
    """
    policy_on = query.policy if isinstance(query.policy, str) else to_day(query.policy)
    return moment(_day(query.as_of), query.known_at, _day(query.known_on), policy_on=policy_on)


def moment_text(query: MomentQuery) -> str:
    """Write the moment as the query strings of lists name it."""
    given = {name: getattr(query, name) for name in ("as_of", "known_at", "known_on", "policy")}
    return urlencode({name: str(value) for name, value in given.items() if value not in (None, "then")})


def _policy(policy: Policy, at: Moment, query: MomentQuery) -> dict[str, Any]:
    return {
        "asked": query.policy if isinstance(query.policy, str) else "day",
        "on": to_date(at.judged_on),
        "hash": policy.hash,
        "is_today": policy.hash == live_policy(today_here()).policy.hash,
    }


def _day(on: date | None) -> Day | None:
    return None if on is None else to_day(on)


def _told(code: str, words: Mapping[str, str]) -> dict[str, str]:
    return {"code": code, "words": words.get(code, code)}


def _grade(raw: str, found: int, at: Moment, words: Said) -> dict[str, Any]:
    standing = standing_on(found, at.as_of, at.known_at)
    return {
        "raw": _told(raw, words.grades),
        "standing": _told(standing.grade, words.grades) if standing else None,
        "standing_since": to_date(standing.since) if standing else None,
    }


def _header(row: Mapping[str, Any], view: View, found: int, on: Day) -> dict[str, Any]:
    owner = owners({found: row["owner"]}, on)[found]
    return {
        "code": row["code"],
        "name": shown_name(row["name"], code=row["code"], masks=view.masks, language=view.language),
        **{name: None if mask_of("customer", name) in view.masks else row[name] for name in ("uscc", "group")},
        **{name: row[name] for name in ("industry", "region", "country", "segment", "is_stub")},
        "status": {"code": row["status"], "words": choice_word(row["status"], view.language)},
        "owner": {"id": owner.id, "name": owner.name} if owner else None,
        "owner_in_files": row["owner"],
        "since": _date(row["stated_since"]),
        "registered_on": _date(row["registered_on"]),
        "registered_capital": view.money(row["registered_capital_reporting_minor"]),
        "terms": {"days": row["terms_days"], "basis": row["terms_basis"]},
    }


def _date(day: Day | None) -> date | None:
    return None if day is None else to_date(day)


def _masked(view: View) -> list[str]:
    names = ["name", "uscc", "group"] if "names" in view.masks else []
    amounts = [*(f"figures.{name}" for name in ("receivable", "overdue", "unapplied", "credit_limit", "ageing"))]
    readings = [key for key, unit in view.units.items() if unit == "minor"]
    return names + (["registered_capital", *amounts, *readings] if "amounts" in view.masks else [])


def _alert(record: AlertRecord, sheet: Sheet) -> dict[str, Any]:
    return {
        "id": record.id,
        "rule": record.rule_key,
        "label": sheet.said.rule(record.rule_key),
        "severity": record.severity,
        "state": {"code": record.state, "words": STATE_WORDS[record.state].say(sheet.view.language)},
        "opened_as_of": to_date(record.opened_as_of),
        "evidence": sheet.evidence(record.evidence),
    }


@router.get("/customers/{code}/history", response=HistoryPage)
def customer_history(request: Request, code: CustomerCode, query: Query[HistoryQuery]) -> HistoryPage:
    """List a customer's stored assessments up to a day, each with what changed."""
    found, at = customer_of(request, code), moment_of(query)
    purpose = f"history {code} {at.as_of} {at.known_at}"
    after = position(query, purpose)
    policy = live_policy(at.judged_on).policy
    view = View(reporting_currency(), masks(request), language(request), units(policy))
    words = said(policy, view.language)
    rows = stored(found, at, before=None if after is None else int(str(after[0])), limit=query.limit + 1)
    before = {row.as_of: earlier for row, earlier in zip(rows, [*rows, None][1:], strict=True)}
    made = page(
        rows,
        query,
        purpose=purpose,
        key=lambda row: (row.as_of,),
        shown=lambda row: _history_row(row, before[row.as_of], words, view),
    )
    masked = ["receivable", "overdue"] if "amounts" in view.masks else []
    return HistoryPage(
        **dict(made), currency=view.currency, as_of=to_date(at.as_of), known_at=at.known_at, masked=masked
    )


def _history_row(row: Stored, before: Stored | None, words: Said, view: View) -> HistoryRow:
    return HistoryRow.model_validate(
        {
            "as_of": to_date(row.as_of),
            "known_at": row.known_batch,
            "score": points(row.score),
            "low": points(row.low),
            "high": points(row.high),
            "coverage": row.coverage,
            "grade": row.grade,
            "grade_words": words.grades.get(row.grade, row.grade),
            "quadrant": row.quadrant,
            "quadrant_words": words.quadrants.get(row.quadrant, row.quadrant),
            "value_tier": row.tier,
            "receivable": view.reading("receivable_minor", row.readings.get("receivable_minor")),
            "overdue": view.reading("overdue_minor", row.readings.get("overdue_minor")),
            "what_changed": changes(before, row, words),
        }
    )


@router.put("/customers/{code}/owner", response=OwnerDocument)
def set_owner(request: Request, code: CustomerCode, change: OwnerChange) -> OwnerDocument:
    """Make somebody answer for a customer from a day on."""
    found, today = customer_of(request, code), today_here()
    since = _day(change.since)
    changed = ownership.set_owner(
        found,
        person_id=change.person_id,
        from_day=today if since is None else since,
        actor=actor(request),
        at=clock().now(),
    )
    owner = owners({found: master(found, 2**62)["owner"]}, today)[found]
    return OwnerDocument(owner=OwnerShown(id=owner.id, name=owner.name) if owner else None, changed=changed)


@router.get("/customers/{code}/readers", response=Readers)
def customer_readers(request: Request, code: CustomerCode) -> Readers:
    """List who may read of a customer besides its owner."""
    found = customer_of(request, code)
    return Readers(
        items=[ReaderShown.model_validate(each, from_attributes=True) for each in readers(found, today_here())]
    )


@router.put("/customers/{code}/readers/{person_id}", response=Readers)
def grant_reader(request: Request, code: CustomerCode, person_id: Id, grant: Grant) -> Readers:
    """Let somebody read of a customer for a time."""
    found = customer_of(request, code)
    since = _day(grant.since)
    ownership.grant(
        found,
        person_id=person_id,
        from_day=today_here() if since is None else since,
        to_day=_day(grant.until),
        actor=actor(request),
        at=clock().now(),
    )
    return customer_readers(request, code)


@router.delete("/customers/{code}/readers/{person_id}")
def withdraw_reader(request: Request, code: CustomerCode, person_id: Id) -> Status[None]:
    """Take back that somebody may read of a customer."""
    found = customer_of(request, code)
    ownership.withdraw(found, person_id=person_id, actor=actor(request), at=clock().now())
    return Status(204, None)
