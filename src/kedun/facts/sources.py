"""SQL text of the rows that fact views start from: what was believed, with what had been applied by the as-of day.

Every identifier comes from the declarations of kinds and views; values are bound parameters. The dialects differ in
how a parameter is written and how wide integers divide, nothing else.
"""

from kedun.expressions import Dialect
from kedun.facts.kinds import KINDS
from kedun.facts.knowable import is_touched, knowable_applications, knowable_rows, not_refolded, refolded_applications
from kedun.facts.reach import Reach as Reach
from kedun.facts.views import VIEWS, View, stored_columns

KEYS = ("id", "customer_id")
APPLICATION_COLUMNS = (
    "customer_id",
    "invoice_id",
    "origin",
    "origin_id",
    "entry",
    "applied_on",
    "amount_minor",
    "reporting_minor",
)
_DERIVED = {"invoice": ("due_on", "due_basis", "rollovers"), "payment": ("effective_on",), "order": ("size_class",)}
_TIES = ("reported_on", "known_from_batch", "external_id")
_NAMED = ("source", "external_id")
"""The kinds that a person's word links by name carry theirs."""
ROW_NAMES = frozenset({*KEYS, *_TIES, *_NAMED})
"""Columns that source rows carry beside those a definition may name."""


def believed(
    table: str, columns: tuple[str, ...], reach: Reach, *, condition: str = "", owner: str = "customer_id"
) -> str:
    """Select the versions of a table that were believed: the current ones, or those of the batch `known_at`."""
    if reach.is_knowable:
        assert table == "facts_application", "rows of a kind are asked for by kind_rows"
        return knowable_applications(columns, reach)
    names = ", ".join(map(reach.quote, columns))
    where = f"{condition or 'TRUE'}{reach.listed(owner) if owner else ''}"
    if not reach.has_past:
        return f"SELECT {names} FROM {table} WHERE {where}"
    known_at = reach.parameter("known_at")
    return (
        f"SELECT {names} FROM {table} WHERE {where} AND known_from_batch <= {known_at}"
        f" UNION ALL SELECT {names} FROM {table}_history"
        f" WHERE {where} AND known_from_batch <= {known_at} AND known_to_batch > {known_at}"
    )


IN_MARKET = (
    "r.covers = 'industry' AND c.industry = r.market",
    "r.covers = 'region' AND left(c.region, 2) = left(r.market, 2) AND left(c.region, length(r.market)) = r.market",
)
"""The conditions that an event `r` is about a customer `c`: its industry, or a region that its own begins with. Each
holds an equality, by which rows are found."""


def kind_rows(kind: str, reach: Reach) -> str:
    """Select the believed, not retracted rows of a kind with all columns that views may use."""
    owner = {"customer": "id"}.get(kind, "customer_id" if KINDS[kind].of_customer else "")
    keys = {"customer": ("id",)}.get(kind, KEYS if KINDS[kind].of_customer else ("id",))
    columns = (*keys, *stored_columns(kind), *_DERIVED.get(kind, ()), *_ties(kind))
    if reach.is_knowable:
        return knowable_rows(kind, columns, reach, owner=owner)
    return believed(f"facts_{kind}", columns, reach, condition="NOT is_retracted", owner=owner)


def source(view: View, reach: Reach) -> str:
    """Select a view's source rows: believed rows and the columns joined to them."""
    rows = kind_rows(view.kind, reach)
    match view.kind:
        case "customer":
            return f"SELECT id AS customer_id, r.* FROM ({rows}) r"
        case "invoice":
            return f"SELECT r.*, {_ALLOCATED} FROM ({rows}) r LEFT JOIN ({_allocated(reach)}) a ON a.invoice_id = r.id"
        case "payment" | "credit_note":
            applied = _applied_from(view.kind, reach)
            unapplied = _unapplied(reach.dialect)
            return f"SELECT r.*, {unapplied} FROM ({rows}) r LEFT JOIN ({applied}) a ON a.origin_id = r.id"
        case "industry_fact":
            customers = kind_rows("customer", reach)
            return f"SELECT c.id AS customer_id, r.* FROM ({rows}) r JOIN ({customers}) c ON c.industry = r.industry"
        case "market_event":
            customers = kind_rows("customer", reach)
            found = f"SELECT c.id AS customer_id, r.* FROM ({rows}) r JOIN ({customers}) c ON "
            return " UNION ALL ".join(found + condition for condition in IN_MARKET)
        case _:
            return rows


def newest(view: View, reach: Reach, rows: str) -> str:
    """Write the condition that no visible row `newer` of the same customer comes after row `r`; ties by batch and id.

    Source: docs/why/engines.md.
    """

    def key(alias: str) -> str:
        collate = ' COLLATE "C"' if reach.dialect == "postgres" else ""
        day, reported, batch, external = (f"{alias}.{reach.quote(name)}" for name in (view.newest_by or "", *_TIES))
        return f"({day}, COALESCE({reported}, -1), {batch}, {external}{collate})"

    return f"NOT EXISTS (SELECT 1 FROM {rows} newer WHERE newer.customer_id = r.customer_id AND {key('newer')} > {key('r')})"


def _ties(kind: str) -> tuple[str, ...]:
    if kind in ("payment", "credit_note", "allocation"):
        return _NAMED
    return _TIES if kind in VIEWS and VIEWS[kind].newest_by else ()


_FOLDED = ("allocated_minor", "allocated_reporting_minor", "cash_minor", "written_off_minor")
_ALLOCATED = ", ".join([*(f"COALESCE(a.{name}, 0) AS {name}" for name in _FOLDED), "a.last_cash_on AS last_cash_on"])


def _applications(reach: Reach) -> str:
    past = believed("facts_application", APPLICATION_COLUMNS, reach)
    return f"({past}) p WHERE p.applied_on <= {reach.day()}"


def _allocated(reach: Reach) -> str:
    """Sum what was applied to each invoice by the as-of day.

    Now, the kept fold says it of every invoice that is through by then; only those that the day divides are summed.
    Source: docs/why/settlement.md.
    """
    if reach.has_past:
        return _summed(_applications(reach))
    day = reach.day()
    again = f" AND {not_refolded('f', reach)} AND NOT {is_touched('f.invoice_id', reach)}" if reach.is_knowable else ""
    fold = f"facts_invoice_settlement f WHERE f.first_applied_on <= {day}{reach.listed('f.customer_id')}{again}"
    divided = f"p.invoice_id IN (SELECT f.invoice_id FROM {fold} AND f.last_applied_on > {day})"
    through = ", ".join(f"f.{name}" for name in ("invoice_id", *_FOLDED, "last_cash_on"))
    sums = [_summed(f"{_applications(reach)} AND {divided}")]
    if reach.is_knowable:
        sums.append(_summed(f"{_applications(reach)} AND {is_touched('p.invoice_id', reach)}"))
        sums.append(_summed(f"({refolded_applications(APPLICATION_COLUMNS, reach)}) p WHERE p.applied_on <= {day}"))
    return " UNION ALL ".join([f"SELECT {through} FROM {fold} AND f.last_applied_on <= {day}", *sums])


def _summed(applications: str) -> str:
    def total(amount: str, entry: str = "") -> str:
        summed = f"CASE WHEN p.entry = '{entry}' THEN p.{amount} ELSE 0 END" if entry else f"p.{amount}"
        return f"CAST(SUM({summed}) AS BIGINT)"

    return (
        f"SELECT p.invoice_id, {total('amount_minor')} AS allocated_minor,"
        f" {total('reporting_minor')} AS allocated_reporting_minor,"
        f" {total('amount_minor', 'cash')} AS cash_minor, {total('amount_minor', 'write_off')} AS written_off_minor,"
        f" MAX(CASE WHEN p.entry = 'cash' THEN p.applied_on END) AS last_cash_on"
        f" FROM {applications} GROUP BY p.invoice_id"
    )


def _applied_from(kind: str, reach: Reach) -> str:
    """Sum what was applied of each receipt: by itself, and by a person's word that names it."""
    entry = "credit" if kind == "credit_note" else "cash"
    words, receipts = kind_rows("allocation", reach), kind_rows(kind, reach)
    own = f"SELECT p.origin_id, p.amount_minor FROM {_applications(reach)} AND p.origin = '{kind}'"
    by_word = (
        f"SELECT m.id AS origin_id, p.amount_minor FROM ({words}) w"
        f" JOIN ({receipts}) m ON m.source = w.source AND m.external_id = w.payment AND m.customer_id = w.customer_id"
        f" JOIN (SELECT * FROM {_applications(reach)}) p"
        f" ON p.origin = 'allocation' AND p.origin_id = w.id AND p.entry = '{entry}'"
    )
    return (
        f"SELECT u.origin_id, CAST(SUM(u.amount_minor) AS BIGINT) AS applied_minor"
        f" FROM ({own} UNION ALL {by_word}) u GROUP BY u.origin_id"
    )


def _unapplied(dialect: Dialect) -> str:
    """Write the unapplied part of a receipt in the reporting currency: pro rata, half away from zero, exact when whole."""
    rest = "(r.amount_minor - COALESCE(a.applied_minor, 0))"
    wide = {"postgres": "NUMERIC", "duckdb": "HUGEINT", "spark": "DECIMAL(38, 0)"}[dialect]
    half = f"CASE WHEN ({rest} > 0) = (r.amount_minor > 0) THEN ABS(r.amount_minor) ELSE -ABS(r.amount_minor) END"
    numerator = f"(2 * CAST({rest} AS {wide}) * r.amount_reporting_minor + {half})"
    denominator = "(2 * r.amount_minor)"
    divided = {
        "postgres": f"DIV({numerator}, {denominator})",
        "duckdb": f"({numerator} // {denominator})",
        "spark": f"({numerator} DIV {denominator})",
    }[dialect]
    return (
        f"CASE WHEN {rest} = 0 THEN 0 WHEN r.amount_minor = r.amount_reporting_minor THEN {rest}"
        f" ELSE CAST({divided} AS BIGINT) END AS unapplied_reporting_minor"
    )
