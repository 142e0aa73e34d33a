"""The columns of every fact table, derived from the declarations of kinds: current, history and Arrow."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

import pyarrow as pa

from kedun.facts.kinds import KINDS, FieldType

SqlType = Literal["bigint", "integer", "text", "boolean"]

_SQL_TYPES: dict[FieldType, SqlType] = {
    "text": "text",
    "integer": "bigint",
    "money": "bigint",
    "day": "integer",
    "boolean": "boolean",
}
_ARROW_TYPES = {
    "text": pa.string(),
    "integer": pa.int64(),
    "money": pa.int64(),
    "day": pa.int64(),
    "boolean": pa.bool_(),
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a fact table."""

    name: str
    type: SqlType
    is_nullable: bool = False


_DERIVED: dict[str, tuple[Column, ...]] = {
    "invoice": (
        Column("due_on", "integer", is_nullable=True),
        Column("due_basis", "text"),
        Column("first_due_on", "integer", is_nullable=True),
        Column("rollovers", "integer"),
    ),
    "order": (Column("size_class", "integer", is_nullable=True),),
    "payment": (Column("effective_on", "integer"),),
}
_KEY = (Column("source", "text"), Column("external_id", "text"))


def quoted(*names: str) -> str:
    """Quote a declared name, or a table's alias and a column, for SQL."""
    assert all(name.replace("_", "").isalnum() for name in names), (
        "identifiers come from declarations, never from users"
    )
    return ".".join(f'"{name}"' for name in names)


def table_name(kind: str) -> str:
    """Give the table of a kind's current rows."""
    return f"facts_{KINDS[kind].name}"


def history_name(kind: str) -> str:
    """Give the table of what was believed of a kind before."""
    return f"{table_name(kind)}_history"


def belongs_to_customer(kind: str) -> bool:
    """Tell whether rows name the customer they belong to; a customer row is its own."""
    return KINDS[kind].of_customer and kind != "customer"


def reporting_name(money: str) -> str:
    """Give the column that holds a money column's amount in the reporting currency."""
    return f"{money.removesuffix('_minor')}_reporting_minor"


def is_always_there(kind: str, name: str) -> bool:
    """Tell whether a field of a stored row is never null."""
    field = KINDS[kind].field(name)
    return field.required or field.type in ("text", "boolean") or (kind, name) == ("invoice", "instalment_no")


@cache
def field_columns(kind: str) -> tuple[Column, ...]:
    """Give the columns of a kind's own fields."""
    return tuple(
        Column(field.name, _SQL_TYPES[field.type], is_nullable=not is_always_there(kind, field.name))
        for field in KINDS[kind].fields
    )


@cache
def reporting_columns(kind: str) -> tuple[tuple[str, str], ...]:
    """Pair each money column of a kind with the column of its reporting amount."""
    return tuple((field.name, reporting_name(field.name)) for field in KINDS[kind].fields if field.type == "money")


@cache
def derived_columns(kind: str) -> tuple[Column, ...]:
    """Give the columns that follow from other facts."""
    amounts = tuple(Column(reporting, "bigint", is_nullable=True) for _, reporting in reporting_columns(kind))
    return (*amounts, *_DERIVED.get(kind, ()))


@cache
def content_columns(kind: str) -> tuple[Column, ...]:
    """Give the columns whose change makes a new version."""
    owner = (Column("customer_id", "bigint"),) if belongs_to_customer(kind) else ()
    stub = (Column("is_stub", "boolean"),) if kind == "customer" else ()
    return (
        *owner,
        Column("legal_entity", "text"),
        *field_columns(kind),
        *derived_columns(kind),
        Column("reported_on", "integer", is_nullable=True),
        Column("is_retracted", "boolean"),
        *stub,
    )


@cache
def kept_columns(kind: str) -> tuple[Column, ...]:
    """Give all columns that current rows and history share, but for the row's id."""
    code = (Column("code", "text"),) if kind == "customer" else ()
    return (*_KEY, *code, *content_columns(kind), Column("known_from_batch", "bigint"))


@cache
def stage_columns(kind: str) -> tuple[Column, ...]:
    """Give the columns that a row is written with."""
    code = (Column("code", "text"),) if kind == "customer" else ()
    return (*_KEY, *code, *content_columns(kind))


@cache
def arrow_schema(kind: str) -> pa.Schema:
    """Give the Arrow schema of a delivery of a kind."""
    owner = [pa.field("customer", pa.string())] if belongs_to_customer(kind) else []
    return pa.schema(
        [
            pa.field("external_id", pa.string()),
            *owner,
            pa.field("legal_entity", pa.string()),
            pa.field("reported_on", pa.int64()),
            pa.field("is_retracted", pa.bool_()),
            *(pa.field(field.name, _ARROW_TYPES[field.type]) for field in KINDS[kind].fields),
        ]
    )
