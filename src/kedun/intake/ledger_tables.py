"""The tables of a plan: an invoice file's rows divided into invoices, credit notes, payments and customers."""

from collections.abc import Sequence

import pyarrow as pa
import pyarrow.compute as pc

from kedun.facts.kinds import KINDS
from kedun.intake.ledger import CREDIT_ROLE, SETTLEMENT_ROLE, PaidBefore, Row, paid_of, role_key
from kedun.intake.planned import ROW, Work
from kedun.intake.recognition import ATTRIBUTE
from kedun.intake.rejects import Fault, Problem
from kedun.intake.synonyms import CUSTOMER_ATTRIBUTES, SETTLEMENT


def plan_payments(work: Work, paid_before: PaidBefore) -> None:
    """Find the payments that invoice rows tell of; blame the rows that tell them badly."""
    if not any(work.recognition.has(target) for target in SETTLEMENT):
        return
    size = work.columns.size
    nothing = [None] * size
    told = {
        name: values.to_pylist() if (values := work.columns.get(name)) is not None else nothing for name in SETTLEMENT
    }
    amounts = work.columns.values["amount_minor"].to_pylist()
    stems = [invoice_role(key) for key in work.keys.to_pylist()]
    known = paid_before(stems)
    rows = zip(amounts, told["settled_on"], told["paid"], told["open"], strict=True)
    for position, (amount, settled_on, paid, still_open) in enumerate(rows):
        if amount is None or position in work.columns.problems or position in work.totals:
            continue
        row = Row(amount, settled_on, paid, still_open)
        result = paid_of(row, as_of_day=work.options.as_of_day, known=known.get(stems[position], {}))
        if isinstance(result, Fault):
            _blame_paid(work, position, result)
        elif result is not None:
            work.paid[position] = result


def _blame_paid(work: Work, position: int, fault: Fault) -> None:
    column = work.recognition.column("paid") or work.recognition.column("open")
    heading = column.heading if column else ""
    value = work.sheet.column(heading)[position].as_py() if heading else ""
    work.columns.blame(position, Problem(heading, value, fault.code, fault.params))


def kind_table(work: Work, kind_name: str) -> pa.Table:
    """Give all rows as the kind's table, bad ones included."""
    kind = KINDS[kind_name]
    roles = ("legal_entity", "reported_on", "is_retracted")
    columns: dict[str, pa.Array] = {ROW: work.sheet.rows, "external_id": work.keys}
    if work.customers is not None:
        columns["customer"] = work.customers
    for name in (*roles, *(each.name for each in kind.fields)):
        values = work.columns.get(name)
        if values is not None:
            columns[name] = values
    return pa.table(columns)


def ledger_tables(work: Work, invoices: pa.Table, good: pa.Array) -> tuple[dict[str, pa.Table], dict[str, pa.Table]]:
    """Divide invoice rows into invoices and credit notes, add the payments they tell of, name what they deny."""
    is_credit = pc.less(invoices["amount_minor"], 0)
    credits, debits = invoices.filter(is_credit), invoices.filter(pc.invert(is_credit))
    positions = pc.indices_nonzero(good).to_pylist()
    payments = _payments(work, [position for position in positions if position in work.paid])
    tables = {"invoice": debits, "credit_note": _credit_notes(credits)}
    absent = {"credit_note": _denied(debits, CREDIT_ROLE), "invoice": _denied(credits, "")}
    if any(work.recognition.has(target) for target in SETTLEMENT):
        tables["payment"] = payments
        settled = {
            row
            for row, paid in zip(payments[ROW].to_pylist(), _roles(payments), strict=True)
            if paid == SETTLEMENT_ROLE
        }
        unsettled = pc.invert(pc.is_in(invoices[ROW], value_set=pa.array(sorted(settled), pa.int64())))
        absent["payment"] = _denied(invoices.filter(unsettled), SETTLEMENT_ROLE)
    return tables, absent


def _roles(payments: pa.Table) -> list[str]:
    return [
        SETTLEMENT_ROLE if key.endswith(f":{SETTLEMENT_ROLE}") else "" for key in payments["external_id"].to_pylist()
    ]


def _payments(work: Work, positions: Sequence[int]) -> pa.Table:
    rows = kind_table(work, "invoice").take(pa.array(positions, pa.int64()))
    paid = [work.paid[position] for position in positions]
    keys = [
        role_key(invoice_role(key), each.role) for key, each in zip(rows["external_id"].to_pylist(), paid, strict=True)
    ]
    columns: dict[str, pa.Array | pa.ChunkedArray] = {
        ROW: rows[ROW],
        "external_id": pa.array(keys, pa.string()),
        "customer": rows["customer"],
        "document_no": rows["document_no"],
        "amount_minor": pa.array([each.amount_minor for each in paid], pa.int64()),
        "currency": rows["currency"],
        "paid_on": pa.array([each.paid_on for each in paid], pa.int64()),
    }
    for name in ("instalment_no", "legal_entity", "is_retracted"):
        if name in rows.column_names:
            columns[name] = rows[name]
    return pa.table(columns)


def invoice_role(key: str) -> str:
    """Give the stem of the keys of what an invoice row tells beside the invoice; it names the kind of file."""
    return key if key.startswith("invoice:") else f"invoice:{key}"


def _credit_notes(credits: pa.Table) -> pa.Table:
    keys = [role_key(invoice_role(key), CREDIT_ROLE) for key in credits["external_id"].to_pylist()]
    columns = {
        ROW: credits[ROW],
        "external_id": pa.array(keys, pa.string()),
        "customer": credits["customer"],
        "document_no": credits["document_no"],
        "issue_on": credits["issue_on"],
        "amount_minor": pc.negate(credits["amount_minor"]),
        "currency": credits["currency"],
    }
    kept = {
        name: credits[name] for name in ("legal_entity", "reported_on", "is_retracted") if name in credits.column_names
    }
    return pa.table({**columns, **kept})


def _denied(invoices: pa.Table, role: str) -> pa.Table:
    """Give the keys of what these rows say is no more, with the customers they belong to."""
    keys = invoices["external_id"].to_pylist()
    named = [role_key(invoice_role(key), role) if role else key for key in keys]
    return pa.table({ROW: invoices[ROW], "external_id": pa.array(named, pa.string()), "customer": invoices["customer"]})


def customer_table(work: Work, good: pa.Array) -> pa.Table | None:
    """Give the customers that a file of another kind describes: one row each, the first word on each field counts."""
    if work.customers is None:
        return None
    described = [name for name in CUSTOMER_ATTRIBUTES if f"{ATTRIBUTE}{name}" in work.columns.values]
    is_ledger = work.recognition.kind == "invoice" and any(work.recognition.has(target) for target in SETTLEMENT)
    if not described and not is_ledger:
        return None
    rows = pa.table({
        ROW: work.sheet.rows,
        "external_id": work.customers,
        **{name: work.columns.values[f"{ATTRIBUTE}{name}"] for name in described},
    }).filter(good)  # fmt: skip
    first = {name: "first" if name == ROW else "max" for name in rows.column_names if name != "external_id"}
    return _first_words(rows, tuple(first))


def _first_words(rows: pa.Table, names: Sequence[str]) -> pa.Table:
    found: dict[str, dict[str, int | str | None]] = {}
    for row in zip(rows["external_id"].to_pylist(), *(rows[name].to_pylist() for name in names), strict=True):
        known = found.setdefault(row[0], dict(zip(names, row[1:], strict=True)))
        for name, value in zip(names, row[1:], strict=True):
            if not known[name] and value:
                known[name] = value
    schema = pa.schema(
        [("external_id", pa.string()), *((name, pa.int64() if name == ROW else pa.string()) for name in names)]
    )
    return pa.Table.from_pylist([{"external_id": code, **known} for code, known in found.items()], schema=schema)
