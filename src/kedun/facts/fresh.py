"""The facts of the newest batch on the book engine, at once: the newest mirror, and beside it what was written since.

Nothing is built or kept, so that a page may ask. Source: docs/why/mirror.md.
"""

from collections.abc import Collection, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb

from kedun.facts.mirror import batch_of, load, newest
from kedun.facts.mirrored.changes import Change, MirroredTable, change, in_order
from kedun.facts.mirrored.store import copy_out, mirrored_tables, snapshot
from kedun.kernel.engine import engine_settings

_ALL = Change("TRUE", "TRUE")


@dataclass(frozen=True, slots=True)
class Fresh:
    """An open engine in which every table asked for is as PostgreSQL had it at a batch."""

    book: duckdb.DuckDBPyConnection
    batch: int

    def ask(self, sql: str, values: Mapping[str, Any]) -> list[Any]:
        """Run a statement with those of the values that it names, and give its rows."""
        return execute(self.book, sql, values).fetchall()


@contextmanager
def opened(folder: Path, *, tables: Collection[str] | None = None) -> Iterator[Fresh]:
    """Open the facts of the newest batch. `tables`: only those of these names; None: all.

    The newest mirror is read, and from PostgreSQL what later batches changed of these tables; without a mirror, all of them.

    Raises: EngineSettingRefused.
    """
    with closing(duckdb.connect(config=engine_settings(folder))) as book:
        book.execute("SET preserve_insertion_order = false")
        with snapshot() as fixed, TemporaryDirectory(prefix="kedun-fresh-") as aside:
            mirror = newest(folder, fixed)
            if mirror:
                path = str(mirror).replace("'", "''")
                book.execute(f"ATTACH '{path}' AS mirror (READ_ONLY)")
            since = batch_of(mirror) if mirror else None
            for table in in_order(mirrored_tables()):
                if tables is None or table.name in tables:
                    _lay(book, table, since, fixed.batch, Path(aside))
        yield Fresh(book, fixed.batch)


def execute(book: duckdb.DuckDBPyConnection, sql: str, values: Mapping[str, Any]) -> duckdb.DuckDBPyConnection:
    """Run a statement with those of the values that it names."""
    (asked,) = book.extract_statements(sql)
    return book.execute(asked, {name: value for name, value in values.items() if name in asked.named_parameters})


def _lay(book: duckdb.DuckDBPyConnection, table: MirroredTable, since: int | None, batch: int, aside: Path) -> None:
    """Make a view of a table: the mirror's rows that still hold, and those that arrived since."""
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    if since == batch:
        book.execute(f"CREATE VIEW {table.name} AS SELECT {names} FROM mirror.{table.name}")  # noqa: S608 - from models
        return
    arriving = f"arriving_{table.name}"
    of = _ALL if since is None else change(table, since, arriving=arriving)
    typed = ", ".join(f'"{column.name}" {column.type}' for column in table.columns)
    book.execute(f"CREATE TABLE {arriving} ({typed})")
    text = aside / "rows.csv"
    if copy_out(table, text, condition=of.arrive):
        load(book, table, text, into=arriving)
    stay = f"SELECT {names} FROM mirror.{table.name} WHERE NOT ({of.gone}) UNION ALL "  # noqa: S608
    stays = "" if since is None else stay
    book.execute(f"CREATE VIEW {table.name} AS {stays}SELECT {names} FROM {arriving}")  # noqa: S608
