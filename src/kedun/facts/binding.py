"""Values as the texts that a prepared statement binds, and statements with numbered parameters."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

Scalar = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of Arrow, to be bound as an array: texts, whole numbers or truth values."""

    values: pa.Array | pa.ChunkedArray


Bound = Scalar | datetime | Sequence[Scalar] | Column
"""A value, or the values of an array parameter: all texts, or all numbers."""

MOST_STATEMENTS = 1_000
_TO_ESCAPE = re.compile(r'["\\]')
_PARAMETER = re.compile(r"%\((\w+)\)s|%%")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A statement with parameters $1, $2 …, and the names they had."""

    query: bytes
    names: tuple[str, ...]

    def texts(self, values: Mapping[str, Bound]) -> list[str | None]:
        """Give the values in the order of the parameters, as texts: so their types never depend on the values."""
        return [as_text(values[name]) for name in self.names]


@lru_cache(maxsize=MOST_STATEMENTS)
def numbered(statement: str) -> Numbered:
    """Number the parameters that are written %(name)s, each name once; %% is a percent sign."""
    names: list[str] = []

    def number(found: re.Match[str]) -> str:
        name = found[1]
        if name is None:
            return "%"
        if name not in names:
            names.append(name)
        return f"${names.index(name) + 1}"

    query = _PARAMETER.sub(number, statement).encode()
    return Numbered(query, tuple(names))


def as_text(value: Bound) -> str | None:
    """Write a value as PostgreSQL reads its text form, a sequence as an array."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, Column):
        return _column(value.values)
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Sequence):
        return _array(value)
    return str(value)


def _array(values: Sequence[Scalar]) -> str:
    """Write an array of texts, or of numbers and truth values; most texts need no escape, which one look tells."""
    texts = [value for value in values if isinstance(value, str)]
    if not texts:
        return "{" + str(list(values))[1:-1].replace("None", "NULL") + "}"
    if len(texts) == len(values) and not _TO_ESCAPE.search("".join(texts)):
        return '{"' + '","'.join(texts) + '"}'
    return "{" + ",".join(map(_quoted, values)) + "}"


def _column(values: pa.Array | pa.ChunkedArray) -> str:
    """Write a column as an array, without a Python object for each of them.

    Most texts need no escape, which the number of quotes tells.
    """
    texts = values.combine_chunks() if isinstance(values, pa.ChunkedArray) else values
    if not pa.types.is_string(texts.type):
        return "{" + _joined(pc.fill_null(pc.cast(texts, pa.string()), "NULL"), ",") + "}"
    joined = None if texts.null_count else _joined(texts, '","')
    if joined is not None and joined.count('"') == 2 * (len(texts) - 1) and "\\" not in joined:
        return '{"' + joined + '"}'
    escaped = pc.replace_substring(pc.replace_substring(texts, "\\", "\\\\"), '"', '\\"')
    return "{" + _joined(pc.fill_null(pc.binary_join_element_wise('"', escaped, '"', ""), "NULL"), ",") + "}"


def _joined(texts: pa.StringArray, separator: str) -> str:
    whole = pa.ListArray.from_arrays(np.array([0, len(texts)], np.int32), texts)
    return str(pc.binary_join(whole, separator)[0].as_py())


def _quoted(value: Scalar) -> str:
    return "NULL" if value is None else '"' + str(value).replace("\\", "\\\\").replace('"', '\\"') + '"'
