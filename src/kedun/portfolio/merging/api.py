"""Customers that may be one firm, and what is done about it, under /api/v1."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

from ninja import Query

from kedun.accounts.api import Request, Router, actor, language, masks, page, position, scope
from kedun.accounts.queries import actor_names
from kedun.accounts.schemas import Choice
from kedun.accounts.trails.words import actor_said
from kedun.assessments.queries import reporting_currency
from kedun.facts.kinds import KINDS
from kedun.facts.masking import shown_name
from kedun.facts.merging import actions
from kedun.facts.merging.likeness import Evidence
from kedun.facts.models import Merge
from kedun.facts.queries import customers_in
from kedun.kernel.words import Words
from kedun.portfolio.address import CustomerCode
from kedun.portfolio.lists.queries import rows
from kedun.portfolio.lists.schemas import CustomerRow
from kedun.portfolio.lists.shown import View
from kedun.portfolio.merging import queries
from kedun.portfolio.merging.schemas import (
    Duplicate,
    Duplicates,
    DuplicatesQuery,
    KindCount,
    MergeDocument,
    MergeEnd,
    MergeNew,
    MergePreview,
    Mergers,
    MergerShown,
    NotSameDocument,
    NotSameNew,
    PreviewQuery,
    Side,
)
from kedun.portfolio.page.api import customer_of
from kedun.portfolio.queries import today_here, visible_customer

EVIDENCE_WORDS: Final[Mapping[Evidence, Words]] = {
    "registry_number": Words("统一社会信用代码相同", "same registry number"),
    "tax_number": Words("新旧税号指向同一组织", "old and new tax number of one organisation"),
    "name": Words("名称相同", "same name"),
    "former_name": Words("与曾用名相同", "same as a former name"),
    "phone": Words("联系电话相同", "same phone number"),
}
router = Router("customers")


@router.get("/customers/duplicates", response=Duplicates)
def duplicate_customers(request: Request, query: Query[DuplicatesQuery]) -> Duplicates:
    """List pairs of customers that may be one firm, those with most in common first."""
    seen = scope(request)
    found = queries.duplicates(seen, today_here())
    if query.customer is not None:
        asked = visible_customer(query.customer, seen)
        found = [pair for pair in found if asked in (pair.one, pair.other)]
    purpose = f"duplicates {query.customer or ''}"
    after = position(query, purpose)
    keys = [(-pair.weight, pair.one, pair.other) for pair in found]
    first = sum(key <= tuple(after) for key in keys) if after else 0
    pairs = found[first : first + query.limit + 1]
    view = _view(request)
    sides = _sides({number for pair in pairs[: query.limit] for number in (pair.one, pair.other)}, view)
    made = page(
        pairs,
        query,
        purpose=purpose,
        key=lambda pair: (-pair.weight, pair.one, pair.other),
        shown=lambda pair: Duplicate(
            one=sides[pair.one],
            other=sides[pair.other],
            evidence=[Choice(code=each, label=EVIDENCE_WORDS[each].say(view.language)) for each in pair.evidence],
            numbers_differ=pair.numbers_differ,
        ),
        total=len(found) if after is None else None,
    )
    return Duplicates(**dict(made), currency=view.currency, masked=_masked(view))


@router.get("/customers/{code}/merge-preview", response=MergePreview)
def preview_merge(request: Request, code: CustomerCode, query: Query[PreviewQuery]) -> MergePreview:
    """Show two customers side by side, and what merging the one into the other would do."""
    merged, into = customer_of(request, code), customer_of(request, query.into)
    actions.refuse(merged, into_id=into)
    view, does = _view(request), queries.changes(merged, into, today_here())
    sides = _sides({merged, into}, view)
    return MergePreview(
        merged=sides[merged],
        into=sides[into],
        moves=sum(each.count for each in sides[merged].facts),
        due_by_terms=does.due_by_terms,
        alerts_closed=does.alerts,
        loses_sight=list(does.loses_sight),
        currency=view.currency,
        masked=_masked(view),
    )


@router.post("/customers/{code}/merge", response=MergeDocument)
def merge_customer(request: Request, code: CustomerCode, merge: MergeNew) -> MergeDocument:
    """Merge a customer into another: its facts, and what is delivered under its name later, are the other's."""
    merged, into = customer_of(request, code), customer_of(request, merge.into)
    done = actions.merge(merged, into_id=into, reason=merge.reason, actor=actor(request))
    return MergeDocument(merged=code, into=merge.into, batch=done.batch, facts=sum(done.facts.values()))


@router.post("/customers/{code}/part", response=MergeDocument)
def part_customer(request: Request, code: CustomerCode, end: MergeEnd) -> MergeDocument:
    """Take a merger back: the customer is there again, with the facts that its systems deliver under its name."""
    merged = customer_of(request, code)
    done = actions.part(merged, reason=end.reason, actor=actor(request))
    into = Merge.objects.values_list("into__code", flat=True).get(id=done.merge)
    return MergeDocument(merged=code, into=into, batch=done.batch, facts=sum(done.facts.values()))


@router.post("/customers/{code}/not-same", response=NotSameDocument)
def call_customers_different(request: Request, code: CustomerCode, told: NotSameNew) -> NotSameDocument:
    """Remember that two customers are different firms: they are not listed as one any more."""
    one, other = customer_of(request, code), customer_of(request, told.other)
    is_new = actions.call_different(one, other, reason=told.reason, actor=actor(request))
    return NotSameDocument(one=code, other=told.other, is_new=is_new)


@router.get("/customers/{code}/mergers", response=Mergers)
def customer_mergers(request: Request, code: CustomerCode) -> Mergers:
    """List who was merged into a customer, and into whom it was merged, with what was taken back."""
    found = queries.mergers(customer_of(request, code))
    names = actor_names({each for merger in found for each in (merger.by, merger.ended_by) if each})
    parties = {number for merger in found for number in (merger.merged_id, merger.into_id)}
    seen = set(customers_in(scope(request), today_here()).filter(id__in=parties).values_list("id", flat=True))
    view = _view(request)
    return Mergers(items=[_merger(each, names, view, seen) for each in found if each.merged_id in seen])


def _merger(merger: Merge, names: Mapping[str, str], view: View, seen: Collection[int]) -> MergerShown:
    def said(actor_: str) -> str:
        return actor_said(actor_, names, view.language)

    hides = "names" in view.masks
    return MergerShown(
        merged=_named(merger.merged, view),
        into=_named(merger.into, view) if merger.into_id in seen else None,
        batch=merger.batch_id,
        by=said(merger.by),
        at=merger.at,
        reason=None if hides else merger.reason,
        ended_by=said(merger.ended_by) if merger.ended_by else None,
        ended_at=merger.ended_at,
        ended_reason=None if hides else merger.ended_reason or None,
    )


def _named(customer: Any, view: View) -> Choice:
    label = shown_name(customer.name, code=customer.code, masks=view.masks, language=view.language)
    return Choice(code=customer.code, label=label)


def _view(request: Request) -> View:
    return View(reporting_currency(), masks(request), language(request), {})


def _masked(view: View) -> list[str]:
    names = ["name", "uscc", "former_names"] if "names" in view.masks else []
    return names + (["receivable", "overdue", "priority"] if "amounts" in view.masks else [])


def _sides(customers: set[int], view: View) -> Mapping[int, Side]:
    listed: Sequence[int] = sorted(customers)
    lines = {row.id: view.line(row) for row in rows(listed, columns=(), on=today_here())}
    masters, counted, held = queries.masters(listed), queries.counts(listed), queries.held_by(listed)
    hides = "names" in view.masks
    return {
        number: Side(
            customer=CustomerRow.model_validate(lines[number]),
            source=masters[number]["source"],
            external_id=masters[number]["external_id"],
            legal_entity=masters[number]["legal_entity"],
            uscc=None if hides else masters[number]["uscc"],
            former_names=None if hides else masters[number]["former_names"],
            terms_days=masters[number]["terms_days"],
            holds=held.get(number, []),
            facts=[
                KindCount(kind=kind, label=KINDS[kind].label.say(view.language), count=count)
                for kind, count in counted[number].items()
            ],
        )
        for number in listed
    }
