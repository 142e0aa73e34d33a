"""Takes back what some batches wrote: added rows are retracted, changed rows restored, as new versions; nothing is erased."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from django.db import transaction

from kedun.facts import store
from kedun.facts.actions import close_batch, extend_supply
from kedun.facts.delivery import ROWS_PER_TRANSACTION, Counts, Delivery, Stretch
from kedun.facts.kinds import KINDS
from kedun.facts.ledgers import store as ledgers
from kedun.facts.models import Batch
from kedun.facts.queries import day_of
from kedun.facts.store import Written
from kedun.facts.undo import store as earlier
from kedun.facts.undo.statements import kinds_in_order
from kedun.facts.undo.store import Kept, Undoing
from kedun.kernel.clock import DEFAULT_ZONE, FixedClock, today
from kedun.kernel.days import LAST_DAY
from kedun.kernel.progress import Progress, Silent

MOST_KEPT = 1_000
"""So many kept rows are named; all are counted."""
VERB = "facts.undo"


@dataclass(slots=True)
class Undone:
    """What was taken back: counts by kind (`changed`: restored), the rows that were kept, the batches it took."""

    counts: dict[str, Counts] = field(default_factory=dict)
    kept: list[Kept] = field(default_factory=list)
    kept_rows: int = 0
    batches: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Group:
    """Customers whose rows fit into one transaction; no customers: the kinds that belong to nobody."""

    customers: tuple[int, ...]
    rows: int


def undo(
    batches: Sequence[int],
    *,
    source: str,
    actor: str,
    still_supplied: Sequence[Stretch] = (),
    after_batch: Callable[[int], None] | None = None,
    progress: Progress | None = None,
) -> Undone:
    """Take back what batches of one source wrote, in transactions of a few thousand rows; safe to do again.

    Rows that a later batch changed stay as they are and are named. A customer that other facts belong to stays, known
    by its code only. `still_supplied`: stretches of days that other deliveries of the source stated. `after_batch` is
    called inside each transaction with its batch.
    """
    shown = progress or Silent()
    undone = Undone()
    if not batches:
        return undone
    undoing = Undoing(source, tuple(sorted(batches)), earlier.passed(batches))
    kinds = kinds_in_order(_kinds_of(batches))
    groups = _groups(kinds, undoing)
    shown.step("undo", total=sum(group.rows for group in groups))
    for group in groups:
        for written in _undo_group(group, kinds, undoing, undone, actor=actor, after_batch=after_batch):
            shown.advance(written)
    _take_back_supply(undoing, still_supplied, undone, actor=actor, after_batch=after_batch)
    return undone


def _kinds_of(batches: Sequence[int]) -> set[str]:
    return {kind for kinds in Batch.objects.filter(id__in=batches).values_list("kinds", flat=True) for kind in kinds}


def _groups(kinds: Sequence[str], undoing: Undoing) -> list[_Group]:
    """Put the concerned customers together so that each group's rows fit into one transaction, if one customer's do."""
    sums: dict[int | None, int] = {}
    for kind in kinds:
        for owner, count in earlier.owners(kind, undoing.batches):
            sums[owner] = sums.get(owner, 0) + count
    nobodys = sums.pop(None, 0)
    groups = [_Group((), nobodys)] if nobodys else []
    customers: list[int] = []
    rows = 0
    for owner in sorted(each for each in sums if each is not None):
        if customers and rows + sums[owner] > ROWS_PER_TRANSACTION:
            groups.append(_Group(tuple(customers), rows))
            customers, rows = [], 0
        customers.append(owner)
        rows += sums[owner]
    return [*groups, _Group(tuple(customers), rows)] if customers else groups


def _undo_group(
    group: _Group,
    kinds: Sequence[str],
    undoing: Undoing,
    undone: Undone,
    *,
    actor: str,
    after_batch: Callable[[int], None] | None,
) -> Iterator[int]:
    """Take back a group's rows, a transaction at a time; yields how many rows each looked at."""
    of_group = [kind for kind in kinds if bool(group.customers) == _has_owner(kind)]
    for kind in of_group:
        _note_kept(kind, undoing, group.customers, undone)
    reached = dict.fromkeys(of_group, 0)
    while reached:
        with transaction.atomic():
            store.lock()
            written = Written(store.next_batch())
            Batch.objects.filter(id__in=undoing.batches, undone_by=None).update(undone_by=written.batch)
            seen = _restore(reached, group.customers, undoing, written, actor=actor)
            _close(written, undoing, undone, actor=actor, after_batch=after_batch)
        yield seen


def _restore(
    reached: dict[str, int], customers: Sequence[int], undoing: Undoing, written: Written, *, actor: str
) -> int:
    """Restore the next rows of each kind, as many as one transaction takes; kinds that are finished leave `reached`.

    Customers come last: one to whom nothing belongs any more was not there before. Then what rests on their payment
    terms is derived anew.
    """
    delivery, tables, room = Delivery(undoing.source, actor), {}, ROWS_PER_TRANSACTION
    for kind in [each for each in reached if each != "customer"]:
        last, table = earlier.before(kind, undoing, customers, after=reached[kind], most=max(room, 0))
        room -= table.num_rows
        if table.num_rows:
            tables[kind], reached[kind] = table, last
        if room > 0:
            del reached[kind]
    store.keep_plans_good(tables)
    store.write_chunk(tables, delivery=delivery, written=written)
    seen = ROWS_PER_TRANSACTION - room
    if set(reached) == {"customer"} and room > 0:
        earlier.restore_customers(undoing, customers, written)
        store.write_chunk({}, delivery=delivery, written=written)
        reached.clear()
    return seen


def _has_owner(kind: str) -> bool:
    return KINDS[kind].of_customer


def _note_kept(kind: str, undoing: Undoing, customers: Sequence[int], undone: Undone) -> None:
    found = earlier.kept(kind, undoing, customers)
    undone.kept_rows += len(found)
    undone.kept += islice(found, max(MOST_KEPT - len(undone.kept), 0))


def _close(
    written: Written,
    undoing: Undoing,
    undone: Undone,
    *,
    actor: str,
    after_batch: Callable[[int], None] | None,
) -> None:
    """Settle what was touched and write the batch's row, if anything changed; else leave no trace of the transaction."""
    if not written.has_changed:
        return
    ledgers.refold(written.ledgers, batch=written.batch)
    close_batch(written, source=undoing.source, actor=actor, verb=VERB)
    Batch.objects.filter(id=written.batch).update(is_undo=True)
    for kind, counts in written.counts.items():
        undone.counts[kind] = undone.counts.get(kind, Counts()).plus(counts)
    undone.batches.append(written.batch)
    if after_batch:
        after_batch(written.batch)


def _take_back_supply(
    undoing: Undoing,
    still_supplied: Sequence[Stretch],
    undone: Undone,
    *,
    actor: str,
    after_batch: Callable[[int], None] | None,
) -> None:
    """Withdraw the days that only these batches supplied; what the source told later supplies its own days still."""
    with transaction.atomic():
        store.lock()
        written = Written(store.next_batch())
        kinds = earlier.withdraw_supply(undoing, written)
        told = (stretch for kind in sorted(kinds) for stretch in _told_later(kind, undoing))
        stated = (stretch for stretch in still_supplied if stretch.kind in kinds)
        extend_supply((*stated, *told), undoing.source, written)
        _close(written, undoing, undone, actor=actor, after_batch=after_batch)


def _told_later(kind: str, undoing: Undoing) -> Iterator[Stretch]:
    speaks_until_delivery = KINDS[kind].speaks_until == "delivery"
    for entity, first, last, at in earlier.remaining(kind, undoing, today=LAST_DAY):
        now = day_of(entity)
        delivered_on = today(FixedClock(at), DEFAULT_ZONE)
        until = max(last, delivered_on) if speaks_until_delivery else last
        if first <= now:
            yield Stretch(kind, entity, first, min(until, now))
