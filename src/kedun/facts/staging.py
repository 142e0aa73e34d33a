"""From a chunk's Arrow rows to the values that the statement of their kind binds: owners resolved, defaults filled in."""

from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from kedun.facts.binding import Column
from kedun.facts.kinds import KINDS
from kedun.facts.statements import delivered_columns
from kedun.facts.tables import belongs_to_customer
from kedun.kernel.days import LAST_DAY


def staged(
    kind: str,
    table: pa.Table,
    *,
    source: str,
    customers: Mapping[str, int],
    codes: Mapping[str, str],
    is_stub: bool = False,
) -> dict[str, Column]:
    """Give the columns of a chunk's rows that are known before anything is derived.

    `customers` gives the id of every customer that rows name; `codes` the code of every customer row.
    """
    columns = {
        column.name: table[column.name] for column in delivered_columns(kind) if column.name in table.column_names
    }
    columns["source"] = pa.repeat(source, table.num_rows)
    columns["reported_on"] = _reported_on(kind, table)
    if belongs_to_customer(kind):
        columns["customer_id"] = _looked_up(table["customer"], customers, pa.int64())
    if kind == "customer":
        columns["code"] = _looked_up(table["external_id"], codes, pa.string())
        columns["is_stub"] = pa.repeat(is_stub, table.num_rows)
    if kind == "invoice":
        columns["instalment_no"] = pc.fill_null(columns["instalment_no"], 1)
    return {name: Column(values) for name, values in columns.items()}


def _looked_up(
    names: pa.ChunkedArray, known: Mapping[str, int] | Mapping[str, str], type_: pa.DataType
) -> pa.ChunkedArray:
    """Give what is known of each name, null where nothing is."""
    places = pc.index_in(names, value_set=pa.array(list(known), pa.string()))
    return pc.take(pa.array(list(known.values()), type_), places)


def _reported_on(kind: str, table: pa.Table) -> pa.ChunkedArray:
    event_on = KINDS[kind].event_on
    if event_on is None:
        return table["reported_on"]
    usual = pc.min_element_wise(pc.add(table[event_on], KINDS[kind].reported_lag_days), LAST_DAY, skip_nulls=False)
    return pc.coalesce(table["reported_on"], usual)
