"""Merging a customer into another, and parting them again: every fact changes hands in one batch, nothing is lost.

What was known before the batch still shows two firms. Source: docs/why/merging.md.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction

from kedun.accounts.actions import record
from kedun.facts import store
from kedun.facts.actions import MAIN, close_batch
from kedun.facts.binding import Bound
from kedun.facts.delivery import WRITE_ORDER, Counts
from kedun.facts.ledgers import store as ledgers
from kedun.facts.merging import statements
from kedun.facts.merging.refusals import (
    CustomerTakenBack,
    HoldsMerged,
    MergedAlready,
    MergeReasonMissing,
    NoSuchCustomer,
    NotMerged,
    OtherLegalEntity,
    SameCustomer,
    TooManyFacts,
)
from kedun.facts.models import CURRENT, Merge, NotSame
from kedun.facts.ownership.actions import set_owner
from kedun.facts.ownership.queries import owners
from kedun.facts.prepared.store import fetch
from kedun.facts.queries import day_of
from kedun.facts.store import Written
from kedun.facts.tables import belongs_to_customer
from kedun.kernel.clock import FixedClock, clock
from kedun.kernel.hashing import Json
from kedun.outbox import actions as outbox

SOURCE = "merging"
"""Stands as the source of the batches in which facts change hands."""
MERGED, PARTED = "customer.merged", "customer.parted"
LONGEST_REASON = 2_000
MOST_FACTS = 100_000
"""So many facts change hands at once; nobody else writes facts meanwhile."""


@dataclass(frozen=True, slots=True)
class Moved:
    """What came of a merger or its end: its number, its batch, and how many facts of each kind changed hands."""

    merge: int
    batch: int
    facts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class _Customer:
    id: int
    code: str
    legal_entity: str
    is_retracted: bool
    owner: str


@transaction.atomic
def merge(merged_id: int, *, into_id: int, reason: str, actor: str) -> Moved:
    """Give all facts of a customer to another for good: later deliveries that name the one mean the other.

    Raises: SameCustomer, MergeReasonMissing, NoSuchCustomer, MergedAlready, HoldsMerged, CustomerTakenBack, OtherLegalEntity, TooManyFacts.
    """
    said = _reason(reason)
    store.lock()
    merged, into = _locked(merged_id, into_id)
    _check(merged, into)
    written = Written(store.next_batch())
    made = Merge.objects.create(
        merged_id=merged.id, into_id=into.id, batch_id=written.batch, by=actor, at=clock().now(), reason=said
    )
    for kind in statements.OWNED:
        fetch(statements.remember_all(kind), {"giver": merged.id, "merge": made.id})
    _hide_or_show(merged.id, written, is_hidden=True)
    facts = _change_hands(statements.hand_over, {"giver": merged.id, "taker": into.id}, written)
    _close(written, "facts.merge", actor)
    _answer_for(into, merged, actor)
    _tell(MERGED, "customer.merge", merged, into, Moved(made.id, written.batch, facts), reason=said, actor=actor)
    return Moved(made.id, written.batch, facts)


def refuse(merged_id: int, *, into_id: int) -> None:
    """Say beforehand whether a merger would be refused.

    Raises: as `merge`, but for the reason.
    """
    _check(*_found([merged_id, into_id]))


@transaction.atomic
def part(merged_id: int, *, reason: str, actor: str) -> Moved:
    """Take a merger back: the facts whose sources name the customer are its own again, also those that came meanwhile.

    Raises: MergeReasonMissing, NoSuchCustomer, NotMerged.
    """
    said = _reason(reason)
    store.lock()
    found = Merge.objects.filter(merged=merged_id, until_batch=None).first()
    if found is None:
        raise NotMerged(code=_locked(merged_id)[0].code)
    merged, into = _locked(merged_id, found.into_id)
    written = Written(store.next_batch())
    found.until_batch, found.ended_by, found.ended_at, found.ended_reason = written.batch, actor, clock().now(), said
    found.save()
    _hide_or_show(merged.id, written, is_hidden=False)
    names: dict[str, Bound] = {"giver": into.id, "taker": merged.id, "merge": found.id}
    facts = _change_hands(statements.hand_back, names, written)
    fetch(statements.PARTED, {"merge": found.id})
    _close(written, "facts.part", actor)
    moved = Moved(found.id, written.batch, facts)
    _tell(PARTED, "customer.part", merged, into, moved, reason=said, actor=actor)
    return moved


@transaction.atomic
def call_different(one_id: int, other_id: int, *, reason: str, actor: str) -> bool:
    """Remember that two customers are different firms, so that nobody is asked again; gives whether that is news.

    Raises: SameCustomer, MergeReasonMissing, NoSuchCustomer.
    """
    said = _reason(reason)
    one, other = sorted(_locked(one_id, other_id), key=lambda each: each.id)
    values = {"by": actor, "at": clock().now(), "reason": said}
    _, is_new = NotSame.objects.get_or_create(one_id=one.id, other_id=other.id, defaults=values)
    if is_new:
        record(actor, "customer.not_same", {"other": other.code, "reason": said}, subject=f"customer:{one.code}")
    return is_new


def _reason(reason: str) -> str:
    said = reason.strip()
    if not 0 < len(said) <= LONGEST_REASON:
        raise MergeReasonMissing(most=LONGEST_REASON)
    return said


def _locked(*ids: int) -> list[_Customer]:
    """Lock customers in the order of their numbers; gives them in the order asked for.

    Raises: SameCustomer, NoSuchCustomer.
    """
    return _found(ids, locks=True)


def _found(ids: Sequence[int], *, locks: bool = False) -> list[_Customer]:
    rows = CURRENT["customer"]._default_manager.filter(id__in=ids).order_by("id")
    chosen = rows.select_for_update(of=("self",)) if locks else rows
    named = chosen.values_list("id", "code", "legal_entity", "is_retracted", "owner")
    found = {row[0]: _Customer(*row) for row in named}
    for number in ids:
        if number not in found:
            raise NoSuchCustomer(number=number)
    if len(found) < len(ids):
        raise SameCustomer(code=found[ids[0]].code)
    return [found[number] for number in ids]


def _check(merged: _Customer, into: _Customer) -> None:
    open_ones = Merge.objects.filter(until_batch=None)
    for customer in (merged, into):
        taker = open_ones.filter(merged=customer.id).values_list("into__code", flat=True).first()
        if taker is not None:
            raise MergedAlready(code=customer.code, into=taker)
        if customer.is_retracted:
            raise CustomerTakenBack(code=customer.code)
    held = open_ones.filter(into=merged.id).order_by("merged__code").values_list("merged__code", flat=True)
    if held:
        raise HoldsMerged(code=merged.code, held=", ".join(held[:5]))
    facts = sum(count for _, _, count in fetch(statements.owned_counts(), {"customers": [merged.id]}))
    if facts > MOST_FACTS:
        raise TooManyFacts(code=merged.code, count=facts, most=MOST_FACTS)
    if merged.legal_entity != into.legal_entity:
        raise OtherLegalEntity(merged=merged.code, into=into.code, one=merged.legal_entity, other=into.legal_entity)


def _hide_or_show(customer: int, written: Written, *, is_hidden: bool) -> None:
    values: dict[str, Bound] = {"customer": customer, "is_hidden": is_hidden, "batch": written.batch}
    tally = store.note("customer", fetch(statements.hide_or_show(), values), written)
    written.counts["customer"] = Counts(**tally)


def _change_hands(write: "statements.Write", names: Mapping[str, Bound], written: Written) -> dict[str, int]:
    """Give facts of every kind to their new customer; what others rest on goes first, and they are derived anew."""
    facts: dict[str, int] = {}
    for kind in WRITE_ORDER:
        if belongs_to_customer(kind):
            tally = store.note(kind, fetch(write(kind), {**names, "batch": written.batch}), written)
            written.counts[kind] = Counts(**tally)
            facts |= {kind: tally["changed"]} if tally["changed"] else {}
        store.derive_again(kind, written)
    return facts


def _close(written: Written, verb: str, actor: str) -> None:
    ledgers.refold(written.ledgers, batch=written.batch)
    close_batch(written, source=SOURCE, actor=actor, verb=verb)


def _answer_for(into: _Customer, merged: _Customer, actor: str) -> None:
    """Let whoever answered for the merged customer answer for the other one, if nobody does."""
    at = clock().now()
    today = day_of(MAIN, FixedClock(at))
    owner = owners({merged.id: merged.owner, into.id: into.owner}, today)
    before = owner[merged.id]
    if owner[into.id] is None and before is not None and before.id is not None:
        set_owner(into.id, person_id=before.id, from_day=today, actor=actor, at=at)


def _tell(topic: str, verb: str, merged: _Customer, into: _Customer, moved: Moved, *, reason: str, actor: str) -> None:
    told: dict[str, Json] = {
        "into": into.code,
        "merge": moved.merge,
        "batch": moved.batch,
        "facts": sum(moved.facts.values()),
    }
    record(actor, verb, {**told, "reason": reason}, subject=f"customer:{merged.code}")
    payload: dict[str, Json] = {
        "format": 1,
        "customer": merged.code,
        "customer_id": merged.id,
        "into_id": into.id,
        **told,
    }
    outbox.append(topic, f"{moved.merge}:{moved.batch}", payload)
