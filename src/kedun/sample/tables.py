"""From columns of numbers to the Arrow tables that deliveries are made of."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from kedun.facts.tables import arrow_schema
from kedun.sample.arrays import NONE, Chunk, Ints

Writer = Callable[[Ints], pa.Array]
"""Turns a column of numbers into texts."""

_LEFT_OUT = ("legal_entity", "is_retracted")
"""The sample has one legal entity and takes nothing back."""


def schema_of(kind_name: str) -> pa.Schema:
    """Give the columns of a kind's table in their order."""
    return pa.schema([field for field in arrow_schema(kind_name) if field.name not in _LEFT_OUT])


def table_of(kind_name: str, rows: Chunk, *, writers: Mapping[str, Writer]) -> pa.Table:
    """Write a kind's table; text columns need a writer, the others are taken as they are."""
    schema = schema_of(kind_name)
    arrays = [_column(field, rows[field.name], writers=writers) for field in schema]
    return pa.Table.from_arrays(arrays, schema=schema)


def _column(field: pa.Field, values: Ints, *, writers: Mapping[str, Writer]) -> pa.Array:
    if field.name in writers:
        return writers[field.name](values)
    return pa.array(values != 0) if pa.types.is_boolean(field.type) else _numbers(values)


def _numbers(values: Ints) -> pa.Array:
    return pa.array(values.astype(np.int64, copy=False), pa.int64(), mask=values == NONE)


def keyed(prefix: str, *, digits: int = 1) -> Writer:
    """Write numbers behind a prefix, with leading zeros to at least `digits` digits."""

    def write(values: Ints) -> pa.Array:
        texts = pc.cast(_numbers(values), pa.string())
        padded = pc.utf8_lpad(texts, digits, padding="0") if digits > 1 else texts
        return pc.binary_join_element_wise(pa.scalar(prefix), padded, "")

    return write


def chosen(texts: Sequence[str] | pa.StringArray) -> Writer:
    """Write each number as the text at that place of a list; null for numbers below 0."""
    pool = texts if isinstance(texts, pa.Array) else pa.array(list(texts), pa.string())

    def write(values: Ints) -> pa.Array:
        return pool.take(pa.array(np.maximum(values, 0), pa.int64(), mask=values < 0))

    return write
