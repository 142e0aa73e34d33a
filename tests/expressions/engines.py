"""Runs checked expressions over rows on every engine and gives the values in a form that `==` compares exactly."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import duckdb
import psycopg

from kedun.expressions import Checked, Dialect, Type, Value, check, parse, to_python, to_sql

Exact = tuple[str, str] | None
Row = Mapping[str, Value]
Table = list[list[Exact]]
"""One list per row, one value per expression."""

SCOPE: dict[str, Type] = {
    "a": "integer",
    "b": "integer",
    "small": "integer",
    "r": "real",
    "s": "real",
    "t": "text",
    "u": "text",
    "f": "boolean",
    "g": "boolean",
}
COLUMNS = {
    "a": "BIGINT",
    "b": "BIGINT",
    "small": "INTEGER",  # 32 bits in the database: calculations must still have 64
    "r": "DOUBLE PRECISION",
    "s": "DOUBLE PRECISION",
    "t": "TEXT",
    "u": "TEXT",
    "f": "BOOLEAN",
    "g": "BOOLEAN",
}
LIST = ", ".join(f'"{name}"' for name in COLUMNS)


def checked(text: str, mode: Literal["row", "reading"]) -> Checked:
    return check(parse(text), SCOPE, mode=mode, shipped=True)


def exact(value: object) -> Exact:
    """Give type and value; doubles by all their bits."""
    if value is None:
        return None
    return type(value).__name__, value.hex() if isinstance(value, float) else str(value)


@dataclass(frozen=True, slots=True)
class Engines:
    """The two databases, connected."""

    postgres: psycopg.Connection
    duckdb: duckdb.DuckDBPyConnection

    def on_postgres(self, expressions: Sequence[Checked], rows: Sequence[Row]) -> Table:
        found = self.postgres.execute(_statement(expressions, rows, "postgres", "%s").encode(), _parameters(rows))
        return [[exact(value) for value in line[1:]] for line in found.fetchall()]

    def on_duckdb(self, expressions: Sequence[Checked], rows: Sequence[Row]) -> Table:
        found = self.duckdb.execute(_statement(expressions, rows, "duckdb", "?"), _parameters(rows))
        return [[exact(value) for value in line[1:]] for line in found.fetchall()]


def on_python(expressions: Sequence[Checked], rows: Sequence[Row]) -> Table:
    closures = [to_python(each) for each in expressions]
    return [[exact(closure({**dict.fromkeys(SCOPE), **row})) for closure in closures] for row in rows]


def _statement(expressions: Sequence[Checked], rows: Sequence[Row], dialect: Dialect, mark: str) -> str:
    printed = ", ".join(to_sql(each, dialect) for each in expressions)
    place = f"({mark}, " + ", ".join(f"CAST({mark} AS {kind})" for kind in COLUMNS.values()) + ")"
    values = ", ".join([place] * len(rows))
    return f"SELECT place, {printed} FROM (VALUES {values}) AS rows(place, {LIST}) ORDER BY place"  # noqa: S608


def _parameters(rows: Sequence[Row]) -> list[object]:
    return [value for place, row in enumerate(rows) for value in (place, *(row.get(name) for name in COLUMNS))]
