"""Reading and writing fact tables in sets, inside the caller's transaction and under its lock."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import pyarrow as pa
import pyarrow.compute as pc
from django.db import connection
from psycopg import sql

from kedun.facts import derive, statements
from kedun.facts.binding import Bound, Column
from kedun.facts.delivery import WRITE_ORDER, Counts, Delivery, Tables, owners
from kedun.facts.kinds import LEDGER_KINDS
from kedun.facts.limits import accepted
from kedun.facts.merging.store import Named, hidden, meant, note_named
from kedun.facts.prepared.store import Row, fetch
from kedun.facts.staging import staged
from kedun.facts.tables import belongs_to_customer, history_name, table_name

Statement = str | sql.Composed
Value = str | int | datetime | list[str] | list[int] | None
Values = Sequence[Value] | Mapping[str, Value] | None
BULK = 100
"""A chunk of so many rows is part of a bulk load."""

_LOCK = 0x6661637473  # "facts" in ASCII: every transaction that writes facts takes this one lock
_OUTGROWN = (
    "SELECT relname FROM pg_class JOIN unnest(%s::text[]) AS t(name) ON oid = to_regclass(t.name) CROSS JOIN LATERAL"
    " (SELECT pg_relation_size(oid) / current_setting('block_size')::int AS pages OFFSET 0) size"
    " WHERE pages > 5 * relpages + 50 OR (pages > 0 AND reltuples <= 0)"
)
_TAKE = "SELECT pg_advisory_xact_lock(%(lock)s::bigint)"
_BY_INDEX = "SELECT set_config('enable_seqscan', 'off', TRUE)"
_MINE = "SELECT external_id, id FROM facts_customer WHERE source = %(source)s AND external_id = ANY(%(names)s)"
_BY_CODE = "SELECT code, id FROM facts_customer WHERE code = ANY(%(codes)s)"


@dataclass(slots=True)
class Written:
    """What one transaction did so far.

    `ledgers`: customers whose settlement may have changed. `terms`: customers whose payment terms may have.
    """

    batch: int
    counts: dict[str, Counts] = field(default_factory=dict)
    customers: set[int] = field(default_factory=set)
    ledgers: set[int] = field(default_factory=set)
    terms: set[int] = field(default_factory=set)
    has_new_rates: bool = False
    has_changed: bool = False

    def note(self, kind: str, outcome: str, customers: Iterable[int | None]) -> None:
        """Note what became of rows of a kind, and the customers they belong to."""
        touched = {customer for customer in customers if customer is not None}
        self.has_changed = True
        self.customers |= touched
        self.ledgers |= touched if kind in LEDGER_KINDS else set()
        has_terms = kind == "contract" or (kind == "customer" and outcome != "added")
        self.terms |= touched if has_terms else set()
        self.has_new_rates |= kind == "fx_rate"


def lock() -> None:
    """Wait for the one lock of fact writers; it ends with the transaction. So batch order is commit order."""
    fetch(_TAKE, {"lock": _LOCK})


def next_batch() -> int:
    """Give the id that the batch of this transaction will have; only under the lock."""
    return int(fetch("SELECT COALESCE(MAX(id), 0) + 1 FROM facts_batch", {})[0][0])


def look_up_by_index() -> None:
    """Let the transaction find rows by indexes only: what a plan reads as a whole while a table is small soon is large.

    Looking through the customers for each invoice, as planned for the first hundred, was a third of storing 200,000.
    """
    fetch(_BY_INDEX, {})


def keep_plans_good(chunk: Tables) -> None:
    """Count a chunk's tables anew where they doubled since they were last counted, or PostgreSQL believes them empty.

    A bulk load outruns autovacuum, and a plan made for an empty table reads a full one once per row. Single rows do not
    outrun it.
    """
    if sum(table.num_rows for table in chunk.values()) < BULK:
        return
    written = {"customer", *chunk}
    tables = [table_name(kind) for kind in sorted(written)]
    if written & LEDGER_KINDS:
        tables += [history_name("invoice"), "facts_application", "facts_invoice_settlement"]
    for (name,) in rows(_OUTGROWN, [tables]):
        run(sql.SQL("ANALYZE {}").format(sql.Identifier(name)))


def present(kind: str, *, source: str, legal_entities: list[str]) -> list[Row]:
    """Give (external id, customer code, legal entity) of the rows of a source that are not retracted; no stubs."""
    owned = belongs_to_customer(kind)
    statement = sql.SQL(
        "SELECT c.external_id, {code}, c.legal_entity FROM {table} c {owner}"
        " WHERE c.source = %s AND c.legal_entity = ANY(%s) AND NOT c.is_retracted {real}"
    ).format(
        table=sql.Identifier(table_name(kind)),
        code=sql.SQL("w.code" if owned else "''"),
        owner=sql.SQL("JOIN facts_customer w ON w.id = c.customer_id" if owned else ""),
        real=sql.SQL("AND NOT c.is_stub" if kind == "customer" else ""),
    )
    return rows(statement, [source, legal_entities])


def write_chunk(chunk: Tables, *, delivery: Delivery, written: Written) -> None:
    """Write a chunk's rows, and the rows that are derived from them, as versions of one batch."""
    customers: Named | None = None
    for kind in WRITE_ORDER:
        if kind in chunk and customers is None and belongs_to_customer(kind):
            customers = meant(_customer_ids(chunk, delivery=delivery, written=written))
        if kind in chunk:
            _write(kind, chunk[kind], source=delivery.source, customers=customers or Named(), written=written)
        derive_again(kind, written)


def derive_again(kind: str, written: Written) -> None:
    """Derive rows of a kind anew that rest on what this batch wrote of the kinds before it."""
    for condition in _concerned(kind, written):
        values: dict[str, Bound] = {"batch": written.batch, "customers": sorted(written.terms)}
        note(kind, fetch(statements.write_again(kind, condition), values), written)


def _concerned(kind: str, written: Written) -> list[str]:
    """Give the conditions on a kind's current rows whose derived columns may rest on what this batch wrote."""
    conditions: list[str] = []
    if written.has_new_rates and kind in derive.kinds_with_rates():
        conditions.append(derive.concerned_by_rates(kind))
    if written.terms and kind == "invoice":
        conditions.append(derive.CONCERNED_BY_TERMS)
    return conditions


def _write(kind: str, table: pa.Table, *, source: str, customers: Named, written: Written) -> None:
    """Write delivered rows as versions and count the outcome."""
    if kind == "customer":
        tally = _write_customers(table, source=source, written=written)
    else:
        columns = staged(kind, table, source=source, customers=customers.ids, codes={})
        statement = statements.write_delivered(kind, has_retracted=_has_retracted(columns))
        tally = note(kind, fetch(statement, {**columns, "batch": written.batch}), written)
        if customers.is_concerned and belongs_to_customer(kind):
            told = table.filter(pc.invert(table["is_retracted"]))
            names = zip(told["external_id"].to_pylist(), told["customer"].to_pylist(), strict=True)
            note_named(kind, source, dict(names), customers)
    written.counts[kind] = Counts(**tally, unchanged=table.num_rows - sum(tally.values()))


def _has_retracted(columns: Mapping[str, Column]) -> bool:
    return bool(pc.any(columns["is_retracted"].values).as_py())


def _write_customers(table: pa.Table, *, source: str, written: Written) -> dict[str, int]:
    """Write delivered customers; what a source tells of one that is merged into another is kept, and stays hidden."""
    codes = _codes(table, source=source, batch=written.batch)
    aside = hidden(source, table["external_id"].to_pylist())
    is_aside = pc.is_in(table["external_id"], value_set=pa.array(sorted(aside), pa.string()))
    told = staged("customer", table.filter(pc.invert(is_aside)), source=source, customers={}, codes=codes)
    statement = statements.write_delivered("customer", has_retracted=_has_retracted(told))
    tally = note("customer", fetch(statement, {**told, "batch": written.batch}), written)
    if aside:
        still_told = table.filter(pc.and_(is_aside, pc.invert(table["is_retracted"])))
        merged = staged("customer", still_told, source=source, customers={}, codes=codes)
        merged["is_retracted"] = Column(pa.repeat(True, still_told.num_rows))
        statement = statements.write_delivered("customer", has_retracted=False)
        more = note("customer", fetch(statement, {**merged, "batch": written.batch}), written)
        tally = {outcome: count + more[outcome] for outcome, count in tally.items()}
    return tally


def note(kind: str, outcomes: Iterable[Row], written: Written) -> dict[str, int]:
    """Note what became of rows of a kind; gives their number by outcome."""
    tally = {"added": 0, "changed": 0, "retracted": 0}
    for outcome, count, now, before in outcomes:
        written.note(kind, outcome, [*now, *before])
        tally[outcome] += count
    return tally


def _customer_ids(chunk: Tables, *, delivery: Delivery, written: Written) -> Mapping[str, int]:
    """Find the customers that a chunk's rows name: the source's own, else by code, else as new stubs."""
    named: set[str] = set()
    for kind, table in chunk.items():
        if belongs_to_customer(kind):
            named.update(pc.unique(owners(kind, table.filter(pc.invert(table["is_retracted"])))).to_pylist())
    found: dict[str, int] = dict(fetch(_MINE, {"source": delivery.source, "names": sorted(named)}))
    others = sorted(named - found.keys())
    if others:
        found |= dict(fetch(_BY_CODE, {"codes": others}))
    unknown = sorted(named - found.keys())
    return found | (_stubs(unknown, delivery=delivery, written=written) if unknown else {})


def _stubs(external_ids: list[str], *, delivery: Delivery, written: Written) -> dict[str, int]:
    """Make customers of whom only the id is known yet; their name is that id."""
    table = pa.table({"external_id": external_ids, "name": external_ids})
    table = accepted("customer", table, legal_entity=delivery.legal_entity)
    codes = _free_codes(external_ids, delivery.source)
    columns = staged("customer", table, source=delivery.source, customers={}, codes=codes, is_stub=True)
    statement = statements.write_delivered("customer", has_retracted=False)
    note("customer", fetch(statement, {**columns, "batch": written.batch}), written)
    return dict(fetch(_MINE, {"source": delivery.source, "names": external_ids}))


def _codes(table: pa.Table, *, source: str, batch: int) -> dict[str, str]:
    """Give the code of every customer row; a stub of another source with the row's code becomes this customer."""
    external_ids = set(table["external_id"].to_pylist())
    known = rows(
        "SELECT external_id, code FROM facts_customer WHERE source = %s AND external_id = ANY(%s)",
        [source, sorted(external_ids)],
    )
    codes: dict[str, str] = dict(known)
    real = set(table.filter(pc.invert(table["is_retracted"]))["external_id"].to_pylist())
    adopted = _adopt(sorted(real - codes.keys()), source=source, batch=batch)
    codes |= dict(zip(adopted, adopted, strict=True))
    return codes | _free_codes(sorted(external_ids - codes.keys()), source)


def _adopt(external_ids: list[str], *, source: str, batch: int) -> list[str]:
    """Hand stubs that another source made under these codes to the source that now delivers the customer."""
    adopted = rows(
        "SELECT id, code FROM facts_customer WHERE is_stub AND code = external_id AND code = ANY(%s)", [external_ids]
    )
    if adopted:
        values: dict[str, Value] = {"ids": [number for number, _ in adopted], "source": source, "batch": batch}
        run(statements.keep_version("customer"), values)
        run(
            "UPDATE facts_customer SET source = %(source)s, known_from_batch = %(batch)s WHERE id = ANY(%(ids)s)",
            values,
        )
    return [code for _, code in adopted]


def _free_codes(external_ids: list[str], source: str) -> dict[str, str]:
    """Choose a code for each new customer: its external id, or with the source before it where that is taken."""
    if not external_ids:
        return {}
    wished = [name for external_id in external_ids for name in (external_id, f"{source}:{external_id}")]
    taken = {code for (code,) in rows("SELECT code FROM facts_customer WHERE code = ANY(%s)", [wished])}
    codes: dict[str, str] = {}
    for external_id in external_ids:
        code = external_id
        while code in taken:
            code = f"{source}:{code}"
        codes[external_id] = code
        taken.add(code)
    return codes


def run(statement: Statement, values: Values = None) -> int:
    """Run a statement; gives the number of rows it wrote."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return int(cursor.rowcount)


def rows(statement: Statement, values: Values = None) -> list[Row]:
    """Run a query and give its rows."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchall())
