"""Loads ledgers, settles them and writes what changed: applications with their history, and the fold per open item."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from kedun.facts.binding import Bound
from kedun.facts.prepared.store import Row, fetch, fetch_each
from kedun.facts.settlement import Application, BadDebtEntry, Credit, Explicit, Item, Ledger, Receipt, settle

CUSTOMERS_AT_ONCE = 500
"""So many ledgers are held in memory together."""

_CURRENCY = "COALESCE(NULLIF(r.currency, ''), le.base_currency)"
_COLUMNS = {
    "customer_id": "bigint",
    "invoice_id": "bigint",
    "origin": "text",
    "origin_id": "bigint",
    "entry": "text",
    "applied_on": "integer",
    "amount_minor": "bigint",
    "reporting_minor": "bigint",
    "is_inferred": "boolean",
    "sequence": "integer",
}
_CONTENT = ", ".join(_COLUMNS)


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a ledger: the kind it is read from, its columns in the order of its dataclass, and that dataclass."""

    kind: str
    columns: str
    make: Callable[..., object]


PARTS = {
    "items": Part(
        "invoice",
        "r.id, r.source, r.external_id, r.document_no, r.instalment_no, r.issue_on, r.due_on, r.amount_minor,"
        f" r.amount_reporting_minor, {_CURRENCY}, r.legal_entity",
        Item,
    ),
    "receipts": Part(
        "payment",
        "r.id, r.source, r.external_id, r.document_no, r.instalment_no, r.effective_on, r.amount_minor,"
        f" {_CURRENCY}, r.legal_entity, r.bounce_of",
        Receipt,
    ),
    "credits": Part(
        "credit_note",
        f"r.id, r.source, r.external_id, r.invoice_no, r.issue_on, r.amount_minor, {_CURRENCY}, r.legal_entity",
        Credit,
    ),
    "bad_debts": Part(
        "bad_debt",
        "r.id, r.source, r.external_id, r.entry, r.document_no, r.instalment_no, r.booked_on, r.amount_minor,"
        f" {_CURRENCY}, r.legal_entity",
        BadDebtEntry,
    ),
    "explicit": Part(
        "allocation",
        "r.id, r.source, r.external_id, r.payment, r.document_no, r.instalment_no, r.entry, r.allocated_on,"
        f" r.amount_minor, {_CURRENCY}, r.legal_entity",
        Explicit,
    ),
}

_MONEY = tuple(name for name in PARTS if name != "items")


def refold(customers: Collection[int], *, batch: int) -> set[int]:
    """Settle customers' ledgers anew and write the difference; gives the customers whose applications changed."""
    changed: set[int] = set()
    for group in _groups(customers):
        changed |= _refold_group(group, batch)
    return changed


def fold(condition: str, values: Mapping[str, Bound]) -> set[int]:
    """Bring the settlement of open items in line with their applications; gives the customers whose rows changed.

    `condition` is SQL on the column invoice_id or customer_id.
    """
    gone = fetch(_UNFOLD.format(condition=condition), values)
    return {customer for (customer,) in (*gone, *fetch(_FOLD.format(condition=condition), values))}


def customers_with_ledgers(*, after: int, limit: int) -> list[int]:
    """Give the next customers, by id, that have open items, money or applications."""
    tables = (*(f"facts_{part.kind}" for part in PARTS.values()), "facts_application", "facts_invoice_settlement")
    owned = " OR ".join(f"EXISTS (SELECT 1 FROM {table} r WHERE r.customer_id = c.id)" for table in tables)  # noqa: S608
    query = f"SELECT c.id FROM facts_customer c WHERE c.id > %(after)s AND ({owned}) ORDER BY c.id LIMIT %(limit)s"  # noqa: S608
    return [customer for (customer,) in fetch(query, {"after": after, "limit": limit})]


def _groups(customers: Collection[int]) -> Iterator[list[int]]:
    ordered = sorted(customers)
    for start in range(0, len(ordered), CUSTOMERS_AT_ONCE):
        yield ordered[start : start + CUSTOMERS_AT_ONCE]


def _refold_group(customers: list[int], batch: int) -> set[int]:
    of_customers: dict[str, Bound] = {"customers": customers}
    money = [_statement(name) for name in _MONEY]
    sources, applications, *found = fetch_each(
        [(_TOLERANCES, {}), *((statement, of_customers) for statement in (_PRESENT, *money))]
    )
    tolerances: dict[str, int] = dict(sources)
    wanted = {
        _content(customer, application)
        for customer, ledger in _ledgers(dict(zip(_MONEY, found, strict=True))).items()
        for application in settle(ledger, tolerance_minor=tolerance_of(ledger, tolerances))
    }
    present = {row[1:]: row[0] for row in applications}
    gone, new = present.keys() - wanted, wanted - present.keys()
    if gone:
        _end([present[content] for content in gone], batch)
    if new:
        _begin(sorted(new, key=lambda content: (content[0], content[-1])), batch)
    invoices = sorted({content[1] for content in (*gone, *new)})
    if invoices:
        fold("invoice_id = ANY(%(invoices)s)", {"invoices": invoices})
    return {content[0] for content in (*gone, *new)}


def tolerance_of(ledger: Ledger, tolerances: Mapping[str, int]) -> int:
    """Give the tolerance of a customer's sources; the smallest, where they differ."""
    return min((tolerances.get(source, 0) for source in {item.source for item in ledger.items}), default=0)


def _ledgers(money: Mapping[str, list[Row]]) -> Mapping[int, Ledger]:
    """Put together the ledgers of the customers who have money in them: open items alone settle nothing."""
    owners = sorted({row[0] for rows in money.values() for row in rows})
    items = fetch(_statement("items"), {"customers": owners}) if owners else []
    parts: dict[int, dict[str, list[object]]] = {customer: defaultdict(list) for customer in owners}
    for name, rows in {**money, "items": items}.items():
        for customer, *values in rows:
            parts[customer][name].append(PARTS[name].make(*values))
    return {customer: ledger_of(each) for customer, each in parts.items()}


def _statement(name: str) -> str:
    """Write the query for one part of customers' ledgers."""
    return _OF_CUSTOMERS.format(columns=PARTS[name].columns, kind=PARTS[name].kind)


def ledger_of(parts: Mapping[str, list[object]]) -> Ledger:
    """Put a ledger together from its parts, by the names of PARTS."""
    return Ledger(**{name: tuple(values) for name, values in parts.items()})  # type: ignore[arg-type]


def _content(customer: int, application: Application) -> Row:
    """Give an application as its row, without id and batch."""
    return (
        customer,
        application.item_id,
        application.origin,
        application.origin_id,
        application.entry,
        application.applied_on,
        application.amount_minor,
        application.reporting_minor,
        application.is_inferred,
        application.sequence,
    )


def _end(ids: list[int], batch: int) -> None:
    fetch(_ENDED, {"batch": batch, "ids": ids})


def _begin(contents: list[Row], batch: int) -> None:
    columns = dict(zip(_COLUMNS, zip(*contents, strict=True), strict=True))
    fetch(_BEGUN, {**columns, "batch": batch})


_OF_CUSTOMERS = (
    "SELECT r.customer_id, {columns} FROM facts_{kind} r JOIN facts_legal_entity le ON le.code = r.legal_entity"
    " WHERE r.customer_id = ANY(%(customers)s) AND NOT r.is_retracted"
)
_TOLERANCES = "SELECT name, tolerance_minor FROM facts_source"
_PRESENT = f"SELECT id, {_CONTENT} FROM facts_application WHERE customer_id = ANY(%(customers)s)"  # noqa: S608
_ENDED = (
    f"WITH ended AS (DELETE FROM facts_application WHERE id = ANY(%(ids)s) RETURNING id, {_CONTENT}, known_from_batch)"  # noqa: S608
    f" INSERT INTO facts_application_history (id, {_CONTENT}, known_from_batch, known_to_batch)"
    f" SELECT id, {_CONTENT}, known_from_batch, %(batch)s::bigint FROM ended WHERE known_from_batch < %(batch)s::bigint"
)
_BEGUN = (
    f"INSERT INTO facts_application ({_CONTENT}, known_from_batch) SELECT {_CONTENT}, %(batch)s::bigint"  # noqa: S608
    f" FROM unnest({', '.join(f'%({name})s::{of}[]' for name, of in _COLUMNS.items())}) AS n ({_CONTENT})"
)
_FOLDED = (
    "allocated_minor",
    "allocated_reporting_minor",
    "cash_minor",
    "written_off_minor",
    "first_applied_on",
    "last_applied_on",
    "last_cash_on",
    "applications",
    "last_batch",
)
_UNFOLD = (
    "DELETE FROM facts_invoice_settlement s WHERE {condition}"
    " AND NOT EXISTS (SELECT 1 FROM facts_application a WHERE a.invoice_id = s.invoice_id) RETURNING customer_id"
)
_FOLD = (
    f"INSERT INTO facts_invoice_settlement AS s (invoice_id, customer_id, {', '.join(_FOLDED)})"  # noqa: S608
    " SELECT invoice_id, MIN(customer_id), SUM(amount_minor), SUM(reporting_minor),"
    " COALESCE(SUM(amount_minor) FILTER (WHERE entry = 'cash'), 0),"
    " COALESCE(SUM(amount_minor) FILTER (WHERE entry = 'write_off'), 0), MIN(applied_on), MAX(applied_on),"
    " MAX(applied_on) FILTER (WHERE entry = 'cash'), COUNT(*), MAX(known_from_batch)"
    " FROM facts_application WHERE {condition} GROUP BY invoice_id"
    " ON CONFLICT (invoice_id) DO UPDATE SET customer_id = EXCLUDED.customer_id,"
    f" {', '.join(f'{name} = EXCLUDED.{name}' for name in _FOLDED)}"
    f" WHERE (s.customer_id, {', '.join(f's.{name}' for name in _FOLDED)}) IS DISTINCT FROM"
    f" (EXCLUDED.customer_id, {', '.join(f'EXCLUDED.{name}' for name in _FOLDED)}) RETURNING s.customer_id"
)
