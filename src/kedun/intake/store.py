"""Makes planned tables ready for facts: what is known is kept where a file is silent, what it denies is retracted."""

from collections.abc import Mapping
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from kedun.facts.kinds import KINDS
from kedun.facts.tables import arrow_schema
from kedun.intake import queries
from kedun.intake.conversion import is_empty
from kedun.intake.ledger_tables import invoice_role
from kedun.intake.planned import ROW, Plan

BESIDE = ("payment", "credit_note")
"""What invoice files tell of beside the invoices."""


@dataclass(frozen=True, slots=True)
class Delivered:
    """Tables as facts take them, and the kinds of which the source has no other rows."""

    tables: Mapping[str, pa.Table]
    complete: frozenset[str]


def delivered(plan: Plan, *, source: str) -> Delivered:
    """Complete a plan with what is known already."""
    tables = {kind: table.drop_columns([ROW]) for kind, table in plan.tables.items()}
    if "customer" in tables:
        tables["customer"] = _with_known(tables["customer"], source=source, is_derived=plan.kind != "customer")
    for kind, denied in plan.absent.items():
        tables = _with_retractions(tables, kind, denied.drop_columns([ROW]), source=source)
    if plan.is_complete and plan.kind == "invoice":
        for kind in BESIDE:
            tables = _with_retractions(tables, kind, _no_longer_told(kind, plan, source=source), source=source)
    return Delivered(tables, frozenset({plan.kind}) if plan.is_complete else frozenset())


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


def _no_longer_told(kind: str, plan: Plan, *, source: str) -> pa.Table:
    """Give what earlier files told beside invoices that the complete file no longer has."""
    stems = {invoice_role(key) for key in plan.tables["invoice"]["external_id"].to_pylist()}
    told = queries.told_beside(kind, source=source)
    kept = set(plan.tables[kind]["external_id"].to_pylist()) if kind in plan.tables else set()
    gone = {key: customer for key, customer in told.items() if key not in kept and not any(_is_beside(key, stems))}
    return pa.table(
        {"external_id": pa.array(list(gone), pa.string()), "customer": pa.array(list(gone.values()), pa.string())}
    )


def _is_beside(key: str, stems: set[str]) -> list[bool]:
    """Tell for each way to cut a key whether the invoice before the cut is in the file."""
    return [key[:at] in stems for at, letter in enumerate(key) if letter == ":"]
