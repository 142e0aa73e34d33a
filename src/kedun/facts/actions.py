"""What facts does: take in deliveries, keep versions and settlement, say which customers went stale."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import asdict
from datetime import datetime

import pyarrow as pa
import pyarrow.compute as pc
from django.db import transaction

from kedun.accounts.actions import record
from kedun.facts import store
from kedun.facts.binding import Bound
from kedun.facts.delivery import ROWS_PER_TRANSACTION, Counts, Delivery, Stretch, Tables, Upserted, in_chunks, stretches
from kedun.facts.groups.queries import neighbours_before
from kedun.facts.kinds import GROUPING_KINDS, KINDS
from kedun.facts.ledgers import store as ledgers
from kedun.facts.limits import UnknownKind, accepted
from kedun.facts.models import LegalEntity
from kedun.facts.prepared.store import fetch
from kedun.facts.queries import UnknownLegalEntity, customers_of_markets
from kedun.facts.store import Written
from kedun.facts.tables import belongs_to_customer
from kedun.kernel.ahead import one_ahead
from kedun.kernel.clock import DEFAULT_ZONE, FixedClock, clock, today
from kedun.kernel.days import FIRST_DAY, LAST_DAY, Day
from kedun.kernel.hashing import Json
from kedun.kernel.progress import Progress, Silent
from kedun.kernel.refusals import Invalid

__all__ = ["Counts", "Delivery", "Upserted", "forget_stale", "rebuild_settlement", "upsert"]

MAIN = "main"
STALE_CHANNEL = "facts_stale_customer"
"""Whoever listens here hears the id of each batch that made customers stale."""

_FORGET = (
    "DELETE FROM facts_stale_customer s USING ("
    " SELECT customer_id FROM facts_stale_customer WHERE batch_id <= %(batch)s"
    " AND (%(customers)s::bigint[] IS NULL OR customer_id = ANY(%(customers)s::bigint[]))"
    " AND customer_id <> ALL(%(kept)s::bigint[])"
    " ORDER BY customer_id FOR UPDATE SKIP LOCKED"
    ") seen WHERE s.customer_id = seen.customer_id"
)
_MARK = (
    "WITH marked AS (INSERT INTO facts_stale_customer AS s (customer_id, since, batch_id)"
    " SELECT customer, %(at)s::timestamptz, %(batch)s::bigint FROM unnest(%(customers)s::bigint[]) AS touched(customer)"
    " ORDER BY customer ON CONFLICT (customer_id) DO UPDATE SET batch_id = EXCLUDED.batch_id)"
    " SELECT pg_notify(%(channel)s, (%(batch)s::bigint)::text)"
)
_SUPPLY = (
    "INSERT INTO facts_supply (kind, source, legal_entity, from_day, to_day, batch_id)"
    " SELECT n.kind, %(source)s::text, n.legal_entity, n.from_day, n.to_day, %(batch)s::bigint"
    " FROM unnest(%(kinds)s::text[], %(entities)s::text[], %(first_days)s::integer[], %(last_days)s::integer[])"
    " AS n (kind, legal_entity, from_day, to_day) CROSS JOIN LATERAL (SELECT MIN(s.from_day) AS from_day,"
    " MAX(s.to_day) AS to_day FROM facts_supply s WHERE s.kind = n.kind AND s.source = %(source)s::text"
    " AND s.legal_entity = n.legal_entity AND s.until_batch IS NULL) known"
    " WHERE (n.from_day >= known.from_day AND n.to_day <= known.to_day) IS NOT TRUE RETURNING id"
)
# A clock that was set back must not disorder the batches.
_BATCH = (
    "WITH known AS (INSERT INTO facts_source (name, tolerance_minor) VALUES (%(source)s::text, 0) ON CONFLICT DO NOTHING)"
    " INSERT INTO facts_batch (id, source, actor, at, kinds, is_undo) SELECT %(batch)s::bigint, %(source)s::text,"
    " %(actor)s::text, GREATEST(%(now)s::timestamptz, (SELECT b.at FROM facts_batch b ORDER BY b.id DESC LIMIT 1)),"
    " %(kinds)s::jsonb, FALSE RETURNING at"
)


class SourceMissing(Invalid):
    """A delivery needs the name of its source and of its actor."""

    zh = "交付数据必须注明来源和操作人。"


class CompleteWithoutRows(Invalid):
    """The delivery is said to hold every {kind}, but has no table of them."""

    zh = "交付声明包含全部 {kind}，但没有相应的数据表。"


class PeriodNotPossible(Invalid):
    """The stated period of {kind} runs from day {first} to day {last}."""

    zh = "{kind} 的声明期间从第 {first} 天到第 {last} 天，不成立。"


def upsert(rows: Mapping[str, pa.Table], *, delivery: Delivery, progress: Progress | None = None) -> Upserted:
    """Take in a delivery: in transactions of at most 2,000 rows, each with its batch, audit row and stale marks.

    The same delivery twice changes nothing. A delivery that is cut off keeps its finished transactions; delivered
    again, it does the rest. What it supplies is said with its last transaction.
    Raises: the refusals of `limits`, UnknownLegalEntity, SourceMissing, CompleteWithoutRows, PeriodNotPossible.
    """
    shown = progress or Silent()
    _check(delivery, rows)
    tables = {kind: accepted(kind, table, legal_entity=delivery.legal_entity) for kind, table in rows.items()}
    days = _days_of_entities(tables, delivery)
    supplied = stretches(tables, delivery, today=days.__getitem__)
    tables = {kind: _with_missing(kind, table, delivery) for kind, table in tables.items()}
    shown.step("facts", total=sum(table.num_rows for table in tables.values()))
    counts = {kind: Counts() for kind in tables}
    batches = []
    for chunk, is_last in _marked_last(_chunks(tables)):
        written = _write(chunk, supplied if is_last else (), delivery)
        for kind, count in written.counts.items():
            counts[kind] = counts[kind].plus(count)
        batches += [written.batch] if written.has_changed else []
        shown.advance(sum(table.num_rows for table in chunk.values()))
    return Upserted(counts, tuple(batches))


def rebuild_settlement(*, actor: str = "system", progress: Progress | None = None) -> int:
    """Settle every ledger anew and rebuild the fold; gives the number of customers that it changed.

    Of a store that was kept well it changes nothing; after a change of tolerances or of the arithmetic it does.
    """
    shown = progress or Silent()
    shown.step("settlement")
    changed, last = 0, 0
    while group := ledgers.customers_with_ledgers(after=last, limit=ledgers.CUSTOMERS_AT_ONCE):
        changed += _rebuild(group, actor)
        last = group[-1]
        shown.advance(len(group))
    return changed


def forget_stale(customers: Collection[int] | None, *, up_to_batch: int, kept: Collection[int] = ()) -> int:
    """Take customers (None: all) but those `kept` off the waiting list, unless a later batch touched them again.

    A mark that a delivery is renewing just now is passed over, for it is no longer the one assessed; so this waits for
    no delivery.
    """
    listed = None if customers is None else sorted(customers)
    return store.run(_FORGET, {"customers": listed, "kept": sorted(kept), "batch": up_to_batch})


def _check(delivery: Delivery, rows: Mapping[str, pa.Table]) -> None:
    if not delivery.source or not delivery.actor:
        raise SourceMissing
    for kind in {*delivery.complete, *delivery.periods}:
        if kind not in KINDS:
            raise UnknownKind(kind=kind)
    for kind in delivery.complete:
        if kind not in rows:
            raise CompleteWithoutRows(kind=kind)
    for kind, (first, last) in delivery.periods.items():
        if not FIRST_DAY <= first <= last <= LAST_DAY:
            raise PeriodNotPossible(kind=kind, first=first, last=last)


def _days_of_entities(tables: Tables, delivery: Delivery) -> Mapping[str, Day]:
    """Give the day it is at each legal entity; all that the rows name are known.

    Raises: UnknownLegalEntity.
    """
    zones: dict[str, str] = dict(fetch("SELECT code, time_zone FROM facts_legal_entity", {}))
    if MAIN not in zones:
        LegalEntity.objects.get_or_create(code=MAIN, defaults={"base_currency": "CNY", "time_zone": DEFAULT_ZONE})
        zones[MAIN] = DEFAULT_ZONE
    named = {delivery.legal_entity}.union(*(pc.unique(table["legal_entity"]).to_pylist() for table in tables.values()))
    unknown = named - zones.keys()
    if unknown:
        raise UnknownLegalEntity(code=min(unknown))
    now = FixedClock(clock().now())
    return {code: today(now, zones[code] or DEFAULT_ZONE) for code in named}


def _with_missing(kind: str, table: pa.Table, delivery: Delivery) -> pa.Table:
    """Add a retraction for every row of a complete kind that the delivery no longer has."""
    if kind not in delivery.complete:
        return table
    entities = [delivery.legal_entity, *pc.unique(table["legal_entity"]).to_pylist()]
    delivered = set(table["external_id"].to_pylist())
    missing = [
        row for row in store.present(kind, source=delivery.source, legal_entities=entities) if row[0] not in delivered
    ]
    external_ids, codes, of_entities = zip(*missing, strict=True) if missing else ((), (), ())
    columns = {"external_id": external_ids, "legal_entity": of_entities, "is_retracted": [True] * len(missing)}
    if belongs_to_customer(kind):
        columns["customer"] = codes
    retractions = pa.table({name: pa.array(values, table.schema.field(name).type) for name, values in columns.items()})
    return pa.concat_tables([table, accepted(kind, retractions, legal_entity=delivery.legal_entity)])


def _chunks(tables: Tables) -> Iterator[Tables]:
    """Cut a delivery into chunks; where there are several, the next one is cut while PostgreSQL stores this one."""
    is_large = sum(table.num_rows for table in tables.values()) > ROWS_PER_TRANSACTION
    return one_ahead(in_chunks(tables)) if is_large else in_chunks(tables)


def _marked_last(chunks: Iterable[Tables]) -> Iterator[tuple[Tables, bool]]:
    """Give the chunks, each with whether it is the last; one empty chunk where there are none."""
    waiting: Tables | None = None
    for chunk in chunks:
        if waiting is not None:
            yield waiting, False
        waiting = chunk
    yield waiting or {}, True


def _write(chunk: Tables, supplied: tuple[Stretch, ...], delivery: Delivery) -> Written:
    """Write a chunk, and what the delivery supplies with the last one, in one transaction."""
    with transaction.atomic():
        store.lock()
        store.look_up_by_index()
        store.keep_plans_good(chunk)
        written = Written(store.next_batch())
        store.write_chunk(chunk, delivery=delivery, written=written)
        extend_supply(supplied, delivery.source, written)
        if written.has_changed:
            ledgers.refold(written.ledgers, batch=written.batch)
            close_batch(written, source=delivery.source, actor=delivery.actor, verb="facts.upsert")
            if delivery.after_batch:
                delivery.after_batch(written.batch)
    return written


def extend_supply(supplied: tuple[Stretch, ...], source: str, written: Written) -> None:
    """Add what is supplied, unless the source has supplied those days already."""
    if not supplied:
        return
    values: dict[str, Bound] = {
        "source": source,
        "batch": written.batch,
        "kinds": [stretch.kind for stretch in supplied],
        "entities": [stretch.legal_entity for stretch in supplied],
        "first_days": [stretch.from_day for stretch in supplied],
        "last_days": [stretch.to_day for stretch in supplied],
    }
    written.has_changed |= bool(fetch(_SUPPLY, values))


def close_batch(written: Written, *, source: str, actor: str, verb: str) -> None:
    """Write the batch's own row, its audit row and its stale marks."""
    if _parts_groups(written):
        written.customers |= neighbours_before(written.customers, batch=written.batch)
    if "market_event" in written.counts:
        written.customers |= customers_of_markets(written.batch)
    kinds: dict[str, Json] = {
        kind: asdict(counts) for kind, counts in written.counts.items() if counts != Counts(unchanged=counts.unchanged)
    }
    told: dict[str, Bound] = {"batch": written.batch, "source": source, "actor": actor, "now": clock().now()}
    ((at,),) = fetch(_BATCH, {**told, "kinds": json.dumps(kinds)})
    record(actor, verb, {"batch": written.batch, "source": source, "kinds": kinds}, subject=f"batch:{written.batch}")
    _mark_stale(written, at)


def _parts_groups(written: Written) -> bool:
    """Tell whether customers may have left a group: those who stay must be assessed too. Who joins one leads to them.

    A new customer too, for it may be called as another is, so that a name means nobody any longer.
    """
    counted = {kind: counts for kind, counts in written.counts.items() if kind in GROUPING_KINDS}
    return any(each.changed or each.retracted or (kind == "customer" and each.added) for kind, each in counted.items())


def _mark_stale(written: Written, at: datetime) -> None:
    if written.customers:
        fetch(
            _MARK, {"customers": sorted(written.customers), "at": at, "batch": written.batch, "channel": STALE_CHANNEL}
        )


def _rebuild(customers: list[int], actor: str) -> int:
    with transaction.atomic():
        store.lock()
        written = Written(store.next_batch())
        written.customers |= ledgers.refold(customers, batch=written.batch)
        corrected = ledgers.fold("customer_id = ANY(%(customers)s)", {"customers": customers})
        if written.customers | corrected:
            close_batch(written, source="settlement", actor=actor, verb="facts.rebuild_settlement")
        return len(written.customers | corrected)
