"""SQL text of what could be known on a day: facts whose source had reported them by then, as they were first told.

A fact counts from the day on which its source reported it. Of a source that delivered live by then, it counts as we
knew it at the end of that day; of one that handed its past in later, as it told it at first, so that no correction
reaches back. What carries no date is never seen. Source: docs/why/outcomes.md.
"""

from collections.abc import Iterable, Sequence

from kedun.facts.kinds import KINDS, LEDGER_KINDS, TOLD_WITH, UNDATED
from kedun.facts.reach import Reach
from kedun.facts.tables import belongs_to_customer, content_columns, derived_columns, history_name, table_name
from kedun.facts.views import AS_OF, stored_columns

LIVE = "live_source"
"""On DuckDB, which plans a query anew each time, the sources that are live, and the versions that count of facts that
have several, are looked up once per day and given to its queries.
"""

REFOLDED_TYPES = {
    "customer_id": "bigint",
    "invoice_id": "bigint",
    "origin": "text",
    "origin_id": "bigint",
    "entry": "text",
    "applied_on": "bigint",
    "amount_minor": "bigint",
    "reporting_minor": "bigint",
}
"""The columns of the settlement that was folded again; a query about knowable facts is given it, and its customers."""

_EVENT = {"payment": "effective_on"}
_NO_TEXT, _NO, _NOTHING = "''", "FALSE", "NULL"


def knowable_rows(kind: str, columns: Sequence[str], reach: Reach, *, owner: str) -> str:
    """Select the rows of a kind that could be known on the as-of day; undated attributes are as if never told.

    `owner`: the column of the customer, '' where rows belong to none.
    """
    if kind == "customer":
        return _customers(columns, reach)
    shown = ", ".join(_dated(kind, name, reach) for name in columns)
    event = KINDS[kind].event_on
    dated = f" AND k.{reach.quote(event)} IS NOT NULL" if event else ""
    return (
        f"SELECT {shown} FROM ({_told(kind, reach, owner)}) k"
        f" WHERE NOT k.is_retracted AND k.reported_on <= {_day(reach)}{dated}"
    )


def knowable_applications(columns: Sequence[str], reach: Reach) -> str:
    """Select settlement by what could be known: kept rows, but for customers whose ledger was folded again."""
    names = ", ".join(map(reach.quote, columns))
    return (
        f"SELECT {names} FROM facts_application k WHERE TRUE{reach.listed('customer_id')} AND {not_refolded('k', reach)}"
        f" AND NOT (k.origin IN ('payment', 'rounding') AND {_is_given('k.origin_id', 'unseen_payment', reach)})"
        f" UNION ALL {refolded_applications(columns, reach)}"
    )


def refolded_applications(columns: Sequence[str], reach: Reach) -> str:
    """Select the settlement that was folded again."""
    names, listed = ", ".join(map(reach.quote, columns)), reach.listed("customer_id")
    if reach.dialect != "postgres":
        return f"SELECT {names} FROM refolded_application WHERE TRUE{listed}"
    arrays = ", ".join(f"%(refolded_{name})s::{of}[]" for name, of in REFOLDED_TYPES.items())
    return f"SELECT {names} FROM unnest({arrays}) AS n ({', '.join(REFOLDED_TYPES)}) WHERE TRUE{listed}"


def not_refolded(alias: str, reach: Reach) -> str:
    """Write the condition that the customer of a row did not have to be folded again."""
    if reach.dialect == "postgres":
        return f"{alias}.customer_id <> ALL(%(refolded_customer)s::bigint[])"
    return f"NOT EXISTS (SELECT 1 FROM refolded_customer n WHERE n.customer_id = {alias}.customer_id)"


def is_touched(invoice: str, reach: Reach) -> str:
    """Write the condition that an invoice was paid by a payment that is left out: its sum is to be taken anew."""
    return _is_given(invoice, "touched_invoice", reach)


def _is_given(value: str, name: str, reach: Reach) -> str:
    if reach.dialect == "postgres":
        return f"{value} = ANY(%({name})s::bigint[])"
    return f"{value} IN (SELECT n.id FROM {name} n)"


def to_refold(reach: Reach) -> str:
    """Select the customers whose kept settlement rests on other ledger rows than those that could be known.

    Left out are those where it is enough to leave out payments: see `unseen_payments`.
    """
    others = (each for kind in sorted(LEDGER_KINDS) for each in _otherwise(kind, reach))
    unpaid = (
        f"SELECT c.customer_id FROM ({_late('invoice', reach)}) c JOIN facts_application a ON a.invoice_id = c.id"
        f" AND a.applied_on <= {_day(reach)}"
    )
    paid = f"SELECT c.customer_id FROM ({_late('payment', reach)}) c WHERE NOT {_is_last('c', reach)}"
    return " UNION ".join((*others, unpaid, paid))


def unseen_payments(reach: Reach) -> str:
    """Select late payments that came last to the document they name, each with the invoices that it paid.

    What settlement gives up to a day depends on nothing after it, so without such a payment all else stands as it is.
    """
    return (
        f"SELECT DISTINCT c.customer_id, c.id, a.invoice_id FROM ({_late('payment', reach)}) c"
        " LEFT JOIN facts_application a ON a.origin = 'payment' AND a.origin_id = c.id"
        f" WHERE {_is_last('c', reach)}"
    )


def _late(kind: str, reach: Reach) -> str:
    """Select the rows that had happened, have one version only, and could not be known yet."""
    day = _day(reach)
    return (
        f"SELECT c.* FROM {table_name(kind)} c WHERE {_happened(kind, reach)}"
        f" AND NOT EXISTS (SELECT 1 FROM {history_name(kind)} h WHERE h.id = c.id)"
        f" AND NOT (c.reported_on <= {day} AND {_counts('c', kind, reach)})"
    )


def _happened(kind: str, reach: Reach) -> str:
    event = reach.quote(event_column(kind))
    return f"NOT c.is_retracted AND c.{event} <= {_day(reach)}{reach.listed('c.customer_id')}"


def _is_last(alias: str, reach: Reach) -> str:
    """Write the condition that all a customer's money names its document, and a payment came last to its own."""
    day = _day(reach)
    same = f"o.customer_id = {alias}.customer_id AND NOT o.is_retracted"
    loose = f"o.effective_on <= {day} AND (o.document_no = '' OR o.amount_minor < 0 OR o.bounce_of <> '')"
    since = f"BETWEEN {alias}.effective_on AND {day}"
    others = (
        f"facts_payment o WHERE {same} AND {loose}",
        f"facts_allocation o WHERE {same} AND o.allocated_on <= {day}",
        f"facts_payment o WHERE {same} AND o.document_no = {alias}.document_no AND o.id <> {alias}.id"
        f" AND o.effective_on {since}",
        f"facts_credit_note o WHERE {same} AND o.invoice_no = {alias}.document_no AND o.issue_on {since}",
        f"facts_bad_debt o WHERE {same} AND o.document_no = {alias}.document_no AND o.booked_on {since}",
        f"facts_invoice o WHERE {same} AND o.document_no = {alias}.document_no AND o.issue_on {since}",
    )
    alone = " AND ".join(f"NOT EXISTS (SELECT 1 FROM {each})" for each in others)
    return f"({alias}.document_no <> '' AND {alias}.amount_minor > 0 AND {alias}.bounce_of = '' AND {alone})"


def _otherwise(kind: str, reach: Reach) -> Iterable[str]:
    day = _day(reach)
    table, history = table_name(kind), history_name(kind)
    happened = _happened(kind, reach)
    if kind not in ("invoice", "payment"):
        yield f"SELECT c.customer_id FROM ({_late(kind, reach)}) c"
    versioned = (
        f"SELECT c.* FROM ({_versioned(kind, reach, 'customer_id')}) c WHERE {happened} AND c.reported_on <= {day}"
    )
    yield (
        f"SELECT c.customer_id FROM ({versioned}) c LEFT JOIN {table} x ON x.id = c.id"
        " WHERE x.known_from_batch IS DISTINCT FROM c.known_from_batch"
    )
    yield (
        f"SELECT c.customer_id FROM {table} c JOIN (SELECT DISTINCT id FROM {history}) h ON h.id = c.id"
        f" LEFT JOIN ({versioned}) x ON x.id = c.id"
        f" WHERE {happened} AND x.known_from_batch IS DISTINCT FROM c.known_from_batch"
    )


def event_column(kind: str) -> str:
    """Name the column of the day on which a ledger row takes effect."""
    return _EVENT.get(kind) or KINDS[kind].event_on or ""


def _customers(columns: Sequence[str], reach: Reach) -> str:
    """Every customer is there; of its attributes only what is dated, or was reported by the day."""
    shown = ", ".join(_attribute(name, reach) for name in columns)
    told = _told("customer", reach, "id")
    return (
        f"SELECT {shown} FROM facts_customer c LEFT JOIN ({told}) k ON k.id = c.id AND NOT k.is_retracted"
        f" WHERE NOT c.is_retracted{reach.listed('c.id')}"
    )


def _attribute(name: str, reach: Reach) -> str:
    column = reach.quote(name)
    if name == "id":
        return f"c.{column}"
    if name not in UNDATED["customer"]:
        return f"k.{column} AS {column}"
    hidden = _NO_TEXT if stored_columns("customer").get(name) == "text" else _NOTHING
    return f"CASE WHEN k.reported_on <= {_day(reach)} THEN k.{column} ELSE {hidden} END AS {column}"


def _dated(kind: str, name: str, reach: Reach) -> str:
    column = reach.quote(name)
    told_on = TOLD_WITH.get(kind, {}).get(name)
    if told_on:
        return f"CASE WHEN k.{reach.quote(told_on)} <= {_day(reach)} THEN k.{column} END AS {column}"
    return f"{_NO} AS {column}" if name in UNDATED.get(kind, ()) else f"k.{column}"


def _told(kind: str, reach: Reach, owner: str) -> str:
    """Select one version of every fact of a kind: as known at the batch, else as it was told at first."""
    table, names = table_name(kind), ", ".join(f"c.{reach.quote(name)}" for name in _version_columns(kind))
    mine = reach.listed(f"c.{owner}") if owner else ""
    return (
        f"SELECT {names} FROM {table} c WHERE {_counts('c', kind, reach)}{mine}"
        f" UNION ALL SELECT {names} FROM ({_versioned(kind, reach, owner)}) c"
    )


def _counts(alias: str, kind: str, reach: Reach) -> str:
    """Write the condition that a current row has no other version, and was known or came from no live source."""
    known = f"{alias}.known_from_batch <= {reach.parameter('known_at')}"
    only = f"NOT EXISTS (SELECT 1 FROM {history_name(kind)} h WHERE h.id = {alias}.id)"
    return f"({only} AND ({known} OR NOT {_live(alias, kind, reach)}))"


def _live(alias: str, kind: str, reach: Reach) -> str:
    """Write the condition that the row's source delivered the kind live by the batch."""
    live = (
        f"SELECT l.source FROM {LIVE} l WHERE l.kind = '{kind}'"
        if reach.dialect == "duckdb"
        else live_sources(kind, reach)
    )
    return f"{alias}.source IN ({live})"


def live_sources(kind: str, reach: Reach) -> str:
    """Select the sources that delivered a kind live by the batch."""
    known_at, of = reach.parameter("known_at"), KINDS[kind]
    if of.event_on and of.supplied_by == "delivery":
        return f"SELECT s.source FROM facts_supply s WHERE s.kind = '{kind}' AND s.batch_id <= {known_at}"
    return f"SELECT b.source FROM facts_batch b WHERE b.id <= {known_at}"


def _versioned(kind: str, reach: Reach, owner: str) -> str:
    if reach.dialect != "duckdb":
        return versioned(kind, reach, owner)
    mine = reach.listed(f"c.{owner}") if owner else ""
    return f"SELECT c.* FROM {versions_table(kind)} c WHERE TRUE{mine}"


def versioned(kind: str, reach: Reach, owner: str) -> str:
    """Select the version that counts of every fact that has more than one."""
    known_at = reach.parameter("known_at")
    versions = _versions(kind, reach, owner)
    firsts = f"SELECT id, MIN(known_from_batch) AS batch FROM ({versions}) v WHERE {_is_heard('v')} GROUP BY id"
    differs = " OR ".join(f"v.{name} IS DISTINCT FROM f.{name}" for name in map(reach.quote, _said(kind)))
    others = (
        f"SELECT v.id, MIN(v.known_from_batch) AS batch FROM ({versions}) v JOIN ({firsts}) s ON s.id = v.id"
        f" JOIN ({versions}) f ON f.id = v.id AND f.known_from_batch = s.batch"
        f" WHERE {_is_heard('v')} AND ({differs}) GROUP BY v.id"
    )
    told = (
        f"SELECT v.id, MAX(v.known_from_batch) AS batch FROM ({versions}) v LEFT JOIN ({others}) o ON o.id = v.id"
        f" WHERE {_is_heard('v')} AND (o.batch IS NULL OR v.known_from_batch < o.batch) GROUP BY v.id"
    )
    known = f"SELECT v.id FROM ({versions}) v WHERE v.known_from_batch <= {known_at}"
    return (
        f"SELECT v.* FROM ({versions}) v WHERE (v.known_from_batch <= {known_at}"
        f" AND (v.known_to_batch IS NULL OR v.known_to_batch > {known_at}))"
        f" OR (v.id NOT IN ({known}) AND NOT {_live('v', kind, reach)}"
        f" AND (v.id, v.known_from_batch) IN (SELECT t.id, t.batch FROM ({told}) t))"
    )


def versions_table(kind: str) -> str:
    """Name the table that gives the versions that count of facts that have several."""
    return f"versions_of_{kind}"


def _versions(kind: str, reach: Reach, owner: str) -> str:
    """Select all versions of the facts that have more than one; a stub says nothing of a customer.

    Who is one firm with whom changes no day: what was believed of a customer that is merged by now is the other one's.
    """
    table, history = table_name(kind), history_name(kind)
    names = {name: f"c.{reach.quote(name)}" for name in _version_columns(kind)}
    real = " AND NOT c.is_stub" if kind == "customer" else ""
    mine = before = reach.listed(f"c.{owner}") if owner else ""
    earlier, joined = names, ""
    if belongs_to_customer(kind):
        firm = "COALESCE(g.into_id, c.customer_id)"
        earlier = {**names, "customer_id": f"{firm} AS customer_id"}
        joined = " LEFT JOIN facts_merge g ON g.merged_id = c.customer_id AND g.until_batch IS NULL"
        before = reach.listed(firm) if owner else ""
    several = f"c.id IN (SELECT h.id FROM {history} h)"
    return (
        f"SELECT {', '.join(earlier.values())}, c.known_to_batch FROM {history} c{joined} WHERE TRUE{real}{before}"
        f" UNION ALL SELECT {', '.join(names.values())}, CAST(NULL AS BIGINT) AS known_to_batch FROM {table} c"
        f" WHERE {several}{real}{mine}"
    )


def _is_heard(alias: str) -> str:
    """Write the condition that no batch that was taken back, nor one that took back, made a version."""
    return (
        f"{alias}.known_from_batch NOT IN (SELECT b.id FROM facts_batch b WHERE b.undone_by IS NOT NULL OR b.is_undo)"
    )


def _version_columns(kind: str) -> tuple[str, ...]:
    return ("id", "source", "external_id", *(each.name for each in content_columns(kind)), "known_from_batch")


def _said(kind: str) -> tuple[str, ...]:
    """Name the columns whose change is another statement of the source."""
    left_out = {each.name for each in derived_columns(kind)} | {"customer_id", "is_stub"}
    return tuple(each.name for each in content_columns(kind) if each.name not in left_out)


def _day(reach: Reach) -> str:
    return reach.parameter(AS_OF)
