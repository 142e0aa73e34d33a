"""What the mirror takes from PostgreSQL: its tables, their rows or those of later batches, and sums to compare by."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.db import connection, transaction
from psycopg import sql

from kedun.facts.kinds import KINDS
from kedun.facts.mirrored.changes import MirroredColumn, MirroredTable, sums_sql
from kedun.facts.models import (
    CURRENT,
    HISTORY,
    Application,
    ApplicationHistory,
    Batch,
    InvoiceSettlement,
    LegalEntity,
    Merge,
    Source,
    Supply,
)
from kedun.facts.store import rows, run

_TYPES = {"TextField": "VARCHAR", "DateTimeField": "VARCHAR", "JSONField": "VARCHAR", "BooleanField": "BOOLEAN"}
_ORIGINS = "SELECT id, md5(concat_ws('|', current_database(), id, source, actor, at, kinds)) FROM facts_batch"
_TABLES_AS = "SELECT COALESCE(MAX(id), 0) FROM django_migrations"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The newest batch, a text that no other database's batch of that number has, and the migration the tables are as of.

    A migration may have filled columns of rows that no batch touched.
    """

    batch: int
    origin: str
    tables_as: int


def mirrored_tables() -> tuple[MirroredTable, ...]:
    """Give the tables of the mirror; persons and free words stay out, for the mirror cannot be erased row by row."""
    models = [model for kind in KINDS if kind != "person" for model in (CURRENT[kind], HISTORY[kind])]
    models += [Application, ApplicationHistory, InvoiceSettlement, Batch, Supply, LegalEntity, Source, Merge]
    return tuple(
        MirroredTable(
            model._meta.db_table,
            tuple(
                MirroredColumn(field.column or field.name, _TYPES.get(field.get_internal_type(), "BIGINT"))
                for field in model._meta.concrete_fields
                if not (model is Merge and field.name.endswith("reason"))
            ),
        )
        for model in models
    )


@contextmanager
def snapshot() -> Iterator[Snapshot]:
    """Hold one state of the database while it is read; inside a transaction, that transaction's."""
    if connection.in_atomic_block:
        yield state()
        return
    with transaction.atomic():
        run("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield state()


def state() -> Snapshot:
    """Tell which batch is the newest, of which database."""
    found = rows(f"{_ORIGINS} ORDER BY id DESC LIMIT 1")
    batch, origin = found[0] if found else (0, "")
    return Snapshot(batch, origin, int(rows(_TABLES_AS)[0][0]))


def origins(batches: Iterable[int]) -> Mapping[int, str]:
    """Give the origin, as in `Snapshot`, of each of the batches that this database has."""
    return dict(rows(f"{_ORIGINS} WHERE id = ANY(%s)", [list(batches)]))


def copy_out(table: MirroredTable, text: Path, *, condition: str = "TRUE") -> int:
    """Write a table's rows to a CSV file, an absent value as a bare backslash-N; gives the number of rows."""
    statement = sql.SQL("COPY (SELECT {} FROM {} WHERE {}) TO STDOUT (FORMAT csv, NULL '\\N')").format(
        sql.SQL(", ").join(sql.Identifier(column.name) for column in table.columns),
        sql.Identifier(table.name),
        sql.SQL(condition),  # declared in changes.py
    )
    with connection.cursor() as cursor, text.open("wb") as file:
        with cursor.copy(statement) as copy:
            for block in copy:
                file.write(block)
        return int(cursor.rowcount)


def sums(table: MirroredTable) -> tuple[int, ...]:
    """Count a table's rows and add up each of its whole numbers."""
    (found,) = rows(sums_sql(table))
    return tuple(int(each) for each in found)
