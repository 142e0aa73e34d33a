"""From a chunk's Arrow rows to the columns of a staging table: owners resolved, defaults filled in."""

from collections.abc import Mapping
from io import BytesIO

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv

from kedun.facts.kinds import KINDS
from kedun.facts.tables import belongs_to_customer, stage_columns
from kedun.kernel.days import LAST_DAY


def staged(
    kind: str,
    table: pa.Table,
    *,
    source: str,
    customers: Mapping[str, int],
    codes: Mapping[str, str],
    is_stub: bool = False,
) -> pa.Table:
    """Give the staging columns of a chunk's rows that are known before anything is derived.

    `customers` gives the id of every customer that rows name; `codes` the code of every customer row.
    """
    columns = {
        "source": pa.repeat(pa.scalar(source), table.num_rows),
        **{name: table[name] for name in table.column_names if name != "customer"},
        "reported_on": _reported_on(kind, table),
    }
    if belongs_to_customer(kind):
        columns["customer_id"] = _looked_up(table["customer"], customers, pa.int64())
    if kind == "customer":
        columns["code"] = _looked_up(table["external_id"], codes, pa.string())
        columns["is_stub"] = pa.repeat(pa.scalar(is_stub), table.num_rows)
    if kind == "invoice":
        columns["instalment_no"] = pc.fill_null(table["instalment_no"], 1)
    return pa.table({column.name: columns[column.name] for column in stage_columns(kind) if column.name in columns})


def _reported_on(kind: str, table: pa.Table) -> pa.ChunkedArray:
    event_on = KINDS[kind].event_on
    if event_on is None:
        return table["reported_on"]
    usual = pc.min_element_wise(pc.add(table[event_on], KINDS[kind].reported_lag_days), LAST_DAY, skip_nulls=False)
    return pc.coalesce(table["reported_on"], usual)


def _looked_up(names: pa.ChunkedArray, values: Mapping[str, int] | Mapping[str, str], of: pa.DataType) -> pa.Array:
    """Replace each name by its value, null where it has none."""
    encoded = names.combine_chunks().dictionary_encode()
    known = pa.array([values.get(name) for name in encoded.dictionary.to_pylist()], of)
    return known.take(encoded.indices)


def as_csv(table: pa.Table) -> bytes:
    """Write rows as PostgreSQL reads CSV: null is nothing, the empty text is quoted."""
    text = BytesIO()
    csv.write_csv(table, text, csv.WriteOptions(include_header=False, quoting_style="all_valid"))
    return text.getvalue()
