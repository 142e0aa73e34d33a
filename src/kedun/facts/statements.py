"""SQL text of staging and versions, generated from the declarations of kinds; no user text is ever part of it."""

from collections.abc import Iterable
from functools import cache

from psycopg import sql

from kedun.facts.tables import (
    Column,
    belongs_to_customer,
    content_columns,
    history_name,
    kept_columns,
    stage_columns,
    stage_name,
    table_name,
)


def listed(columns: Iterable[Column], alias: str = "") -> sql.Composed:
    """Write column names, comma-separated, of a table alias if given."""
    prefix = (alias,) if alias else ()
    return sql.SQL(", ").join(sql.Identifier(*prefix, column.name) for column in columns)


@cache
def create_stage(kind: str) -> sql.Composed:
    """Write the statement that makes a kind's staging table, which ends with the transaction."""
    columns = sql.SQL(", ").join(
        sql.SQL("{} {}").format(sql.Identifier(column.name), sql.SQL(column.type)) for column in stage_columns(kind)
    )
    return sql.SQL(
        "CREATE TEMPORARY TABLE {} (line bigint GENERATED ALWAYS AS IDENTITY, is_delivered boolean DEFAULT TRUE, {})"
        " ON COMMIT DROP"
    ).format(_stage(kind), columns)


@cache
def drop_stage(kind: str) -> sql.Composed:
    """Write the statement that ends a staging table before its transaction does."""
    return sql.SQL("DROP TABLE {}").format(_stage(kind))


@cache
def copy_stage(kind: str, names: tuple[str, ...]) -> sql.Composed:
    """Write the COPY statement that fills these columns of a staging table from CSV."""
    return sql.SQL("COPY {} ({}) FROM STDIN (FORMAT csv)").format(
        _stage(kind), sql.SQL(", ").join(map(sql.Identifier, names))
    )


@cache
def keep_content_of_retracted(kind: str) -> sql.Composed:
    """Write the statement that gives staged retractions the content of the rows they retract."""
    content = [column for column in content_columns(kind) if column.name != "is_retracted"]
    return sql.SQL(
        "UPDATE {stage} s SET {assigned} FROM {table} c"
        " WHERE s.is_retracted AND c.source = s.source AND c.external_id = s.external_id"
    ).format(stage=_stage(kind), table=_table(kind), assigned=_assigned(content, "c"))


@cache
def drop_unknown_retracted(kind: str) -> sql.Composed:
    """Write the statement that drops staged retractions of rows that were never known."""
    return sql.SQL(
        "DELETE FROM {stage} s WHERE s.is_retracted AND NOT EXISTS"
        " (SELECT 1 FROM {table} c WHERE c.source = s.source AND c.external_id = s.external_id)"
    ).format(stage=_stage(kind), table=_table(kind))


def stage_again(kind: str, concerned: sql.Composed) -> sql.Composed:
    """Write the statement that stages current rows for which a condition on `c` holds, to derive them anew."""
    columns = stage_columns(kind)
    return sql.SQL(
        "INSERT INTO {stage} (is_delivered, {names}) SELECT FALSE, {values} FROM {table} c WHERE {concerned} AND NOT EXISTS"
        " (SELECT 1 FROM {stage} s WHERE s.source = c.source AND s.external_id = c.external_id)"
    ).format(
        stage=_stage(kind),
        table=_table(kind),
        names=listed(columns),
        values=listed(columns, "c"),
        concerned=concerned,
    )


@cache
def write(kind: str) -> sql.Composed:
    """Write the statement that turns staged rows into versions: unchanged rows are left alone.

    Parameters: `batch`. Shape: (outcome, is_delivered, rows, customers now, customers before) per outcome
    'added', 'changed' or 'retracted'.
    """
    content, kept = content_columns(kind), kept_columns(kind)
    owner = "customer_id" if belongs_to_customer(kind) else "id" if kind == "customer" else ""
    inserted = [*stage_columns(kind)]
    return sql.SQL(
        "WITH matched AS MATERIALIZED (SELECT c.id, s.line, c.is_retracted AS was_retracted, {old_owner} AS old_owner"
        " FROM {stage} s JOIN {table} c ON c.source = s.source AND c.external_id = s.external_id"
        " WHERE ({current}) IS DISTINCT FROM ({staged})),"
        " versioned AS (INSERT INTO {history} (id, {kept}, known_to_batch) SELECT c.id, {kept_of_c}, %(batch)s"
        " FROM matched m JOIN {table} c ON c.id = m.id WHERE c.known_from_batch < %(batch)s),"
        " changed AS (UPDATE {table} c SET {assigned}, known_from_batch = %(batch)s"
        " FROM matched m JOIN {stage} s ON s.line = m.line WHERE c.id = m.id"
        " RETURNING CASE WHEN c.is_retracted AND NOT m.was_retracted THEN 'retracted' ELSE 'changed' END AS outcome,"
        " s.is_delivered, {new_owner} AS owner, m.old_owner),"
        " added AS (INSERT INTO {table} ({inserted}, known_from_batch) SELECT {inserted_of_s}, %(batch)s FROM {stage} s"
        " WHERE NOT EXISTS (SELECT 1 FROM {table} c WHERE c.source = s.source AND c.external_id = s.external_id)"
        " RETURNING {added_owner} AS owner)"
        " SELECT outcome, is_delivered, COUNT(*), ARRAY_AGG(DISTINCT owner), ARRAY_AGG(DISTINCT old_owner) FROM"
        " (SELECT outcome, is_delivered, owner, old_owner FROM changed"
        " UNION ALL SELECT 'added', TRUE, owner, owner FROM added) o GROUP BY outcome, is_delivered"
    ).format(
        stage=_stage(kind),
        table=_table(kind),
        history=sql.Identifier(history_name(kind)),
        current=listed(content, "c"),
        staged=listed(content, "s"),
        kept=listed(kept),
        kept_of_c=listed(kept, "c"),
        assigned=_assigned(content, "s"),
        inserted=listed(inserted),
        inserted_of_s=listed(inserted, "s"),
        old_owner=_owner(owner, "c"),
        new_owner=_owner(owner, "c"),
        added_owner=_owner(owner),
    )


@cache
def keep_version(kind: str) -> sql.Composed:
    """Write the statement that moves rows' present versions into history. Parameters: `ids`, `batch`."""
    kept = kept_columns(kind)
    return sql.SQL(
        "INSERT INTO {history} (id, {kept}, known_to_batch) SELECT id, {kept}, %(batch)s FROM {table}"
        " WHERE id = ANY(%(ids)s) AND known_from_batch < %(batch)s"
    ).format(history=sql.Identifier(history_name(kind)), kept=listed(kept), table=_table(kind))


def _stage(kind: str) -> sql.Identifier:
    return sql.Identifier(stage_name(kind))


def _table(kind: str) -> sql.Identifier:
    return sql.Identifier(table_name(kind))


def _assigned(columns: Iterable[Column], alias: str) -> sql.Composed:
    return sql.SQL(", ").join(
        sql.SQL("{} = {}").format(sql.Identifier(column.name), sql.Identifier(alias, column.name)) for column in columns
    )


def _owner(name: str, alias: str = "") -> sql.Composable:
    if not name:
        return sql.SQL("NULL::bigint")
    return sql.Identifier(alias, name) if alias else sql.Identifier(name)
