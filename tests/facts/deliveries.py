"""Deliveries as tests write them: rows as dictionaries, and what the store says of them afterwards."""

from collections.abc import Mapping, Sequence

import pyarrow as pa

from kedun.facts.actions import Delivery, Upserted, upsert
from kedun.facts.models import CURRENT
from kedun.facts.tables import arrow_schema

Value = int | str | bool | None
Facts = Mapping[str, Sequence[Mapping[str, Value]]]
"""Rows by kind; what a row leaves out is absent."""

FROM_ERP = Delivery("erp", "alice")


def tables(facts: Facts) -> dict[str, pa.Table]:
    return {kind: table(kind, rows) for kind, rows in facts.items()}


def table(kind: str, rows: Sequence[Mapping[str, Value]]) -> pa.Table:
    return pa.Table.from_pylist([dict(row) for row in rows], schema=arrow_schema(kind))


def deliver(facts: Facts, delivery: Delivery = FROM_ERP) -> Upserted:
    return upsert(tables(facts), delivery=delivery)


def invoice(external_id: str, customer: str = "001", /, **fields: Value) -> dict[str, Value]:
    row: dict[str, Value] = {"document_no": external_id, "issue_on": 20_000, "amount_minor": 100_00}
    return {"external_id": external_id, "customer": customer, **row, **fields}


def payment(external_id: str, customer: str = "001", /, **fields: Value) -> dict[str, Value]:
    row: dict[str, Value] = {"paid_on": 20_010, "amount_minor": 100_00}
    return {"external_id": external_id, "customer": customer, **row, **fields}


def customer(external_id: str = "001", /, **fields: Value) -> dict[str, Value]:
    return {"external_id": external_id, "name": f"客户{external_id}", **fields}


def rate(currency: str, on: int, value: int, **fields: Value) -> dict[str, Value]:
    return {"external_id": f"{currency}-{on}", "currency": currency, "rate_on": on, "rate": value, **fields}


def stored(kind: str, external_id: str, *names: str, source: str = "erp") -> tuple[Value, ...]:
    """Give columns of a current row."""
    row: tuple[Value, ...] = (
        CURRENT[kind]._default_manager.values_list(*names).get(source=source, external_id=external_id)
    )
    return row


def as_stored(kind: str, *names: str) -> list[tuple[Value, ...]]:
    """Give columns of all current rows of a kind."""
    return sorted(CURRENT[kind]._default_manager.values_list("source", "external_id", *names))
