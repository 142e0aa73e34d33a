"""SQL text that finds what rows were before some batches wrote them; no user text is ever part of it.

A fact's versions fall into runs of equal delivered content; a run's origin is the batch that began it. Runs that were
taken back before, and those that only took others back, count as never told. A row belongs to an undo when the
newest run that counts began in one of its batches; it goes back to the newest run before that, or is retracted.
"""

from collections.abc import Iterable
from functools import cache

from kedun.facts.kinds import KINDS
from kedun.facts.statements import listed
from kedun.facts.tables import (
    Column,
    arrow_schema,
    belongs_to_customer,
    content_columns,
    derived_columns,
    history_name,
    kept_columns,
    quoted,
    table_name,
)


def _said_columns(kind: str) -> tuple[Column, ...]:
    derived = {column.name for column in derived_columns(kind)}
    return tuple(column for column in content_columns(kind) if column.name not in derived)


def _owner(kind: str) -> str:
    return "c.customer_id" if belongs_to_customer(kind) else "c.id" if kind == "customer" else "NULL::bigint"


def _owned(kind: str) -> str:
    return "TRUE" if _owner(kind).startswith("NULL") else f"{_owner(kind)} = ANY(%(customers)s)"


def _wrote(history: str) -> str:
    """Write the condition that one of the batches wrote some version of the current row `c`."""
    return (
        "(c.known_from_batch = ANY(%(batches)s) OR EXISTS"
        f" (SELECT 1 FROM {history} h WHERE h.id = c.id AND h.known_from_batch = ANY(%(batches)s)))"
    )


@cache
def owners(kind: str) -> str:
    """Write the query for the customers whose rows of a kind the batches wrote, with the number of rows.

    Parameters: `batches`. A kind without customers has one owner, NULL.
    """
    return (
        f"SELECT {_owner(kind)}, COUNT(*) FROM {quoted(table_name(kind))} c WHERE c.known_from_batch = ANY(%(batches)s)"
        f" OR c.id IN (SELECT h.id FROM {quoted(history_name(kind))} h WHERE h.known_from_batch = ANY(%(batches)s)) GROUP BY 1"
    )


@cache
def _runs(kind: str) -> str:
    """Write the common tables that tell for each concerned row its newest run that counts, and the one before it.

    Parameters: `batches`, `passed` (batches that count as never told), `customers`, `after` (an id).
    Shape: undoing (id, origin, before): `origin` the batch of the newest run that counts, `before` the newest batch
    of the newest run that counts and is not of the batches, or NULL. Histories are looked into row by row (`OFFSET 0`):
    a group is a small part of a table, which grows while it is read.
    """
    said = _said_columns(kind)
    table, history = quoted(table_name(kind)), quoted(history_name(kind))
    return (
        "mine AS MATERIALIZED (SELECT c.id, c.known_from_batch AS batch, ROW({said_c})::text AS said FROM {table} c"
        " WHERE {owned} AND c.id > %(after)s AND {wrote}),"
        " versions AS (SELECT id, batch, said FROM mine UNION ALL SELECT m.id, h.batch, h.said FROM mine m"
        " CROSS JOIN LATERAL (SELECT h.known_from_batch AS batch, ROW({said_h})::text AS said FROM {history} h"
        " WHERE h.id = m.id OFFSET 0) h),"
        " edges AS (SELECT id, batch, COALESCE(LAG(said) OVER (PARTITION BY id ORDER BY batch) <> said, TRUE) AS begins"
        " FROM versions),"
        " numbered AS (SELECT id, batch, COUNT(*) FILTER (WHERE begins) OVER (PARTITION BY id ORDER BY batch) AS run"
        " FROM edges),"
        " runs AS (SELECT id, run, MIN(batch) AS origin, MAX(batch) AS newest FROM numbered GROUP BY id, run),"
        " undoing AS (SELECT id, (ARRAY_AGG(origin ORDER BY run DESC))[1] AS origin, (ARRAY_AGG(newest ORDER BY run DESC)"
        " FILTER (WHERE origin <> ALL(%(batches)s)))[1] AS before, BOOL_OR(origin = ANY(%(batches)s)) AS is_told"
        " FROM runs WHERE origin <> ALL(%(passed)s) GROUP BY id)"
    ).format(
        table=table,
        history=history,
        owned=_owned(kind),
        wrote=_wrote(history),
        said_c=listed(said, "c"),
        said_h=listed(said, "h"),
    )


@cache
def before(kind: str) -> str:
    """Write the query for what the next concerned rows were before, as a delivery of them; retracted where they were not.

    Parameters: those of `_runs`, and `most`. Shape: id, then the columns of `arrow_schema(kind)`.
    """
    names = [name for name in arrow_schema(kind).names if name not in ("external_id", "customer", "is_retracted")]
    owner = {"customer": "CASE WHEN w.source = c.source THEN w.external_id ELSE w.code END"}
    values = {
        "external_id": "c.external_id",
        **(owner if belongs_to_customer(kind) else {}),
        **{name: f"CASE WHEN h.id IS NULL THEN c.{quoted(name)} ELSE h.{quoted(name)} END" for name in names},
        "is_retracted": "COALESCE(h.is_retracted, TRUE)",
    }
    joined = (
        f"LEFT JOIN (SELECT v.fact_id, g.merged_id, g.into_id FROM facts_moved_fact v JOIN facts_merge g ON g.id = v.merge_id"  # noqa: S608
        f" WHERE v.kind = '{kind}') v ON v.fact_id = c.id AND v.into_id = COALESCE(h.customer_id, c.customer_id)"
        " JOIN facts_customer w ON w.id = COALESCE(v.merged_id, h.customer_id, c.customer_id)"
    )
    return (
        "WITH {runs}, {chosen} SELECT c.id, {values} FROM chosen u JOIN {table} c ON c.id = u.id"
        " LEFT JOIN LATERAL (SELECT * FROM {history} o WHERE o.id = u.id AND o.known_from_batch = u.before OFFSET 0) h"
        " ON TRUE {joined} ORDER BY c.id"
    ).format(
        runs=_runs(kind),
        chosen=_CHOSEN,
        values=", ".join(values[name] for name in arrow_schema(kind).names),
        table=quoted(table_name(kind)),
        history=quoted(history_name(kind)),
        joined=joined if belongs_to_customer(kind) else "",
    )


_CHOSEN = "chosen AS (SELECT * FROM undoing WHERE origin = ANY(%(batches)s) ORDER BY id LIMIT %(most)s)"
_HAS_FACTS = "h.id IS NULL AND ({})".format(
    " OR ".join(
        f"EXISTS (SELECT 1 FROM {quoted(table_name(kind))} o WHERE o.customer_id = c.id AND NOT o.is_retracted)"
        for kind in KINDS
        if belongs_to_customer(kind)
    )
)
_SOURCE = (
    "CASE WHEN h.is_stub AND NOT EXISTS (SELECT 1 FROM facts_customer o WHERE o.source = h.source"
    " AND o.external_id = c.external_id) THEN h.source ELSE c.source END"
)
"""A stub that the batches took over goes back to the source that had made it."""


@cache
def restore_customers() -> str:
    """Write the statement that brings customers back to what they were before: one that was not there is retracted.

    A customer that was not there but has facts now is one of whom only the code is known.
    Parameters: those of `_runs`, `most` and `batch`. Shape: (id, whether it was retracted now, whether it was kept).
    """
    content = content_columns("customer")
    own = [Column("source", "text"), *content]
    target = ", ".join([f"{_SOURCE} AS source", *(f"{_of_customer(each)} AS {quoted(each.name)}" for each in content)])
    kept = kept_columns("customer")
    return (
        "WITH {runs}, {chosen}, target AS (SELECT c.id, c.is_retracted AS was_retracted, h.id IS NULL AS is_new, {target}"
        " FROM chosen u JOIN facts_customer c ON c.id = u.id"
        " LEFT JOIN LATERAL (SELECT * FROM facts_customer_history o WHERE o.id = u.id AND o.known_from_batch = u.before"
        " OFFSET 0) h ON TRUE"
        " CROSS JOIN LATERAL (SELECT {has_facts} AS has_facts OFFSET 0) f),"
        " changed AS (SELECT t.* FROM target t JOIN facts_customer c ON c.id = t.id"
        " WHERE ({own_of_c}) IS DISTINCT FROM ({own_of_t})),"
        " versioned AS (INSERT INTO facts_customer_history (id, {kept}, known_to_batch) SELECT c.id, {kept_of_c}, %(batch)s"
        " FROM changed t JOIN facts_customer c ON c.id = t.id WHERE c.known_from_batch < %(batch)s)"
        " UPDATE facts_customer c SET {assigned}, known_from_batch = %(batch)s FROM changed t WHERE c.id = t.id"
        " RETURNING c.id, c.is_retracted AND NOT t.was_retracted, t.is_new AND NOT c.is_retracted"
    ).format(
        runs=_runs("customer"),
        chosen=_CHOSEN,
        target=target,
        has_facts=_HAS_FACTS,
        own_of_c=listed(own, "c"),
        own_of_t=listed(own, "t"),
        kept=listed(kept),
        kept_of_c=listed(kept, "c"),
        assigned=", ".join(f"{quoted(each.name)} = {quoted('t', each.name)}" for each in own),
    )


_IS_MERGED = "EXISTS (SELECT 1 FROM facts_merge g WHERE g.merged_id = c.id AND g.until_batch IS NULL)"
"""Whatever is taken back of a customer that is merged into another, it stays hidden."""


def _of_customer(column: Column) -> str:
    own = quoted("c", column.name)
    if column.name == "is_retracted":
        return f"CASE WHEN h.id IS NULL THEN NOT f.has_facts ELSE h.is_retracted END OR {_IS_MERGED}"
    if column.name not in ("legal_entity", "reported_on"):
        own = f"CASE WHEN f.has_facts THEN {_of_stub(column)} ELSE {own} END"
    return f"CASE WHEN h.id IS NULL THEN {own} ELSE {quoted('h', column.name)} END"


def _of_stub(column: Column) -> str:
    """Write what a customer of whom only the code is known has in a column."""
    if column.name == "name":
        return "c.external_id"
    if column.name == "is_stub":
        return "TRUE"
    return "''" if column.type == "text" else "NULL"


@cache
def kept(kind: str) -> str:
    """Write the query for the rows that a later batch changed.

    Parameters: those of `_runs`. Shape: (external id, customer's code, batch of the later change).
    """
    is_owned = belongs_to_customer(kind)
    code = "w.code" if is_owned else "c.external_id"
    owner = "LEFT JOIN facts_customer w ON w.id = c.customer_id" if is_owned else ""
    return (
        f"WITH {_runs(kind)} SELECT c.external_id, {code}, u.origin FROM undoing u"
        f" JOIN {quoted(table_name(kind))} c ON c.id = u.id {owner}"
        " WHERE u.is_told AND u.origin <> ALL(%(batches)s) AND NOT c.is_retracted"
        f" {_TOLD_MORE if kind == 'customer' else ''} ORDER BY c.id"
    )


_TOLD_MORE = (
    "AND EXISTS (SELECT 1 FROM facts_customer_history h WHERE h.id = c.id AND h.known_from_batch = ANY(%(batches)s)"
    " AND NOT h.is_stub)"
)
"""Of a customer that the batches knew by its code only, nothing is left that could be kept."""


@cache
def remaining_days(kind: str) -> str:
    """Write the query for the days of what later batches told of a kind, by legal entity.

    Parameters: `source`, `first` (the first batch that is taken back), `passed`, `today`.
    Shape: (legal entity, first day, last day, newest batch).
    """
    day = KINDS[kind].event_on
    assert day is not None, "a kind without an event day has no supply"
    return (
        "SELECT c.legal_entity, MIN(c.{day}), MAX(c.{day}), MAX(c.known_from_batch) FROM {table} c"
        " WHERE c.source = %(source)s AND NOT c.is_retracted AND c.known_from_batch > %(first)s"
        " AND c.known_from_batch <> ALL(%(passed)s) AND c.{day} <= %(today)s GROUP BY c.legal_entity"
    ).format(day=quoted(day), table=quoted(table_name(kind)))


def kinds_in_order(kinds: Iterable[str]) -> tuple[str, ...]:
    """Give kinds in the order in which they are taken back: customers last, when what belongs to them is gone."""
    found = set(kinds)
    order = ("fx_rate", "contract", *(kind for kind in KINDS if kind not in ("fx_rate", "contract", "customer")))
    return (*(kind for kind in order if kind in found), "customer")
