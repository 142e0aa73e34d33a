"""From a chunk's Arrow rows to the values that the statement of their kind binds: owners resolved, defaults filled in."""

from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from kedun.facts.binding import Scalar
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
) -> dict[str, list[Scalar]]:
    """Give the columns of a chunk's rows that are known before anything is derived.

    `customers` gives the id of every customer that rows name; `codes` the code of every customer row.
    """
    columns = {
        column.name: table[column.name].to_pylist()
        for column in delivered_columns(kind)
        if column.name in table.column_names
    }
    columns["source"] = [source] * table.num_rows
    columns["reported_on"] = _reported_on(kind, table)
    if belongs_to_customer(kind):
        columns["customer_id"] = [customers.get(name) for name in table["customer"].to_pylist()]
    if kind == "customer":
        columns["code"] = [codes.get(name) for name in columns["external_id"]]
        columns["is_stub"] = [is_stub] * table.num_rows
    if kind == "invoice":
        columns["instalment_no"] = [1 if number is None else number for number in columns["instalment_no"]]
    return columns


def _reported_on(kind: str, table: pa.Table) -> list[int | None]:
    event_on = KINDS[kind].event_on
    if event_on is None:
        return list(table["reported_on"].to_pylist())
    usual = pc.min_element_wise(pc.add(table[event_on], KINDS[kind].reported_lag_days), LAST_DAY, skip_nulls=False)
    return list(pc.coalesce(table["reported_on"], usual).to_pylist())
