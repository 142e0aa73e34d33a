"""Makes planned tables ready for facts: what is known is kept where a file is silent, what it denies is retracted."""

from collections.abc import Mapping
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from kedun.facts.kinds import KINDS
from kedun.facts.tables import arrow_schema
from kedun.intake import queries
from kedun.intake.conversion import is_empty
from kedun.intake.keys import MAIN_ENTITY, OWN_CODES
from kedun.intake.ledger_tables import invoice_role
from kedun.intake.planned import ROW, Note, Plan

BESIDE = ("payment", "credit_note")
"""What invoice files tell of beside the invoices."""


@dataclass(frozen=True, slots=True)
class Delivered:
    """Tables as facts take them, with the retractions that the plan stands for, and what is to be said of that."""

    tables: Mapping[str, pa.Table]
    notes: tuple[Note, ...] = ()


def delivered(plan: Plan, *, source: str) -> Delivered:
    """Complete a plan with what is known already."""
    tables = {kind: table.drop_columns([ROW]) for kind, table in plan.tables.items()}
    if "customer" in tables:
        tables["customer"] = _with_known(tables["customer"], source=source, is_derived=plan.kind != "customer")
    if "legal_event" in tables:
        tables["legal_event"] = with_known_cases(tables["legal_event"], source=source)
    for kind, denied in plan.absent.items():
        tables = _with_retractions(tables, kind, denied.drop_columns([ROW]), source=source)
    return _completed(plan, tables, source=source) if plan.is_complete else Delivered(tables)


def _completed(plan: Plan, tables: dict[str, pa.Table], *, source: str) -> Delivered:
    """Retract what a complete file lacks: of the rows keyed as the file keys its own; no customer that has facts."""
    keys = tables[plan.kind]["external_id"].to_pylist()
    lacking = queries.lacking(plan.kind, keys, source=source, legal_entities=_entities(tables[plan.kind]))
    is_missing = _keyed_alike(plan.kind, lacking, tables[plan.kind])
    missing, left = lacking.filter(is_missing), lacking.filter(pc.invert(is_missing))
    notes: tuple[Note, ...] = ()
    if plan.kind == "customer":
        kept = queries.customers_with_facts(missing["external_id"].to_pylist(), source=source)
        notes = (Note("customers_kept", {"customers": len(kept)}),) if kept else ()
        missing = missing.filter(pc.invert(pc.is_in(missing["external_id"], value_set=pa.array(kept, pa.string()))))
    tables = _with_retractions(tables, plan.kind, missing, source=source)
    if plan.kind == "invoice":
        stems = {invoice_role(key) for key in (*keys, *left["external_id"].to_pylist())}
        for kind in BESIDE:
            gone = _no_longer_told(kind, plan, stems, source=source)
            tables = _with_retractions(tables, kind, gone, source=source)
    return Delivered(tables, notes)


def _entities(table: pa.Table) -> set[str]:
    stated = pc.unique(table["legal_entity"]).to_pylist() if "legal_entity" in table.column_names else []
    return {MAIN_ENTITY, *(each for each in stated if each)}


def _keyed_alike(kind: str, lacking: pa.Table, table: pa.Table) -> pa.ChunkedArray:
    """Tell which rows the file could have: one that states keys leaves those with made ones alone, and back."""
    if kind in OWN_CODES:
        return pc.is_valid(lacking["external_id"])
    is_made = pc.all(pc.starts_with(table["external_id"], f"{kind}:"), min_count=0).as_py()
    return pc.equal(pc.starts_with(lacking["external_id"], f"{kind}:"), is_made)


def notes_after(plan: Plan, counts: Mapping[str, Mapping[str, int]], *, stubs: int, source: str) -> tuple[Note, ...]:
    """Say what people should know once an import is written: what it withdrew, and what is still missing.

    `stubs`: customers that it noted by their code only.
    """
    notes = [
        Note(f"withdrawn_{kind}", {"rows": each["retracted"], "source": source})
        for kind, each in counts.items()
        if each["retracted"] and plan.is_complete
    ]
    is_silent = "payment" not in plan.periods and plan.kind == "invoice" and plan.tables["invoice"].num_rows
    if is_silent and not queries.is_supplied("payment"):
        notes.append(Note("payments_not_supplied", {}))
    if stubs:
        notes.append(Note("customers_noted", {"customers": stubs}))
    unknown = _unknown_invoices(plan.tables["payment"]) if plan.kind == "payment" else 0
    if unknown:
        notes.append(Note("invoices_not_known", {"payments": unknown}))
    return tuple(notes)


def _unknown_invoices(payments: pa.Table) -> int:
    """Count the payments that name an invoice which their customer does not have."""
    if "document_no" not in payments.column_names:
        return 0
    named = list(zip(payments["customer"].to_pylist(), payments["document_no"].to_pylist(), strict=True))
    known = queries.documents_of_customers({document for _, document in named if document})
    return sum(1 for pair in named if pair[1] and pair not in known)


def _with_known(customers: pa.Table, *, source: str, is_derived: bool) -> pa.Table:
    """Fill columns that the file lacks from what is believed; a file of another kind does so cell by cell.

    Customers that belong to another source are left to it, unless this is a file of customers.
    """
    codes = customers["external_id"].to_pylist()
    if is_derived:
        others = queries.customers_of_others(codes, source=source) - queries.believed("customer", codes, source=source)
        customers = customers.filter(
            pc.invert(pc.is_in(customers["external_id"], value_set=pa.array(sorted(others), pa.string())))
        )
    known = queries.known_customers(codes, source=source)
    at = pc.index_in(customers["external_id"], value_set=known["external_id"].cast(pa.string()).combine_chunks())
    columns = {name: customers[name].combine_chunks() for name in customers.column_names}
    for field in KINDS["customer"].fields:
        believed = _believed(known, field.name, at)
        if field.name not in columns:
            columns[field.name] = believed
        elif is_derived:
            columns[field.name] = pc.if_else(is_empty(columns[field.name]), believed, columns[field.name])
    columns["name"] = pc.if_else(is_empty(columns["name"]), columns["external_id"], columns["name"])
    return pa.table(columns)


def with_known_cases(events: pa.Table, *, source: str) -> pa.Table:
    """Complete cases that are known by their number: filing, hearing and judgment come in files of their own, in any order.

    The earliest day of filing counts; what a file does not say stays as it was, a closing day too.
    """
    if "case_no" not in events.column_names:
        return events
    known = queries.known_cases(events["external_id"].to_pylist(), source=source)
    if not known.num_rows:
        return events
    at = pc.index_in(events["external_id"], value_set=known["external_id"].combine_chunks()).combine_chunks()
    columns = {name: events[name].combine_chunks() for name in events.column_names}
    for name in ("closed_on", "amount_minor", "title", "role", "case_status", "filed_on"):
        before = known[name].combine_chunks().take(at).cast(arrow_schema("legal_event").field(name).type)
        own = columns.get(name, pa.nulls(len(at), before.type))
        columns[name] = pc.min_element_wise(own, before) if name == "filed_on" else _or_else(own, before)
    return pa.table(columns)


def _or_else(own: pa.Array, before: pa.Array) -> pa.Array:
    return pc.if_else(is_empty(own), before, own)


def _believed(known: pa.Table, name: str, at: pa.ChunkedArray) -> pa.Array:
    of = arrow_schema("customer").field(name).type
    positions = at.combine_chunks()
    if name not in known.column_names:
        return pa.nulls(len(positions), of)
    return known[name].cast(of).combine_chunks().take(positions)


def _with_retractions(tables: dict[str, pa.Table], kind: str, denied: pa.Table, *, source: str) -> dict[str, pa.Table]:
    """Add retractions of those denied keys that are believed and not delivered."""
    present = queries.believed(kind, denied["external_id"].to_pylist(), source=source)
    if kind in tables:
        present -= set(tables[kind]["external_id"].to_pylist())
    if not present:
        return tables
    gone = denied.filter(pc.is_in(denied["external_id"], value_set=pa.array(sorted(present), pa.string())))
    gone = gone.append_column("is_retracted", pa.array([True] * gone.num_rows))
    known = [tables[kind]] if kind in tables else []
    return {**tables, kind: pa.concat_tables([*known, gone], promote_options="default")}


def _no_longer_told(kind: str, plan: Plan, stems: set[str], *, source: str) -> pa.Table:
    """Give what earlier files told beside invoices that are neither in the complete file nor left alone by it."""
    kept = set(plan.tables[kind]["external_id"].to_pylist()) if kind in plan.tables else set()
    told = queries.told_beside(kind, stems, source=source)
    gone = {key: customer for key, customer in told.items() if key not in kept}
    return pa.table(
        {"external_id": pa.array(list(gone), pa.string()), "customer": pa.array(list(gone.values()), pa.string())}
    )
