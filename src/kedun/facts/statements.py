"""SQL text of staging and versions, generated from the declarations of kinds; no user text is ever part of it."""

from collections.abc import Iterable
from functools import cache

from kedun.facts.tables import (
    Column,
    belongs_to_customer,
    content_columns,
    history_name,
    kept_columns,
    quoted,
    stage_columns,
    stage_name,
    table_name,
)


def listed(columns: Iterable[Column], alias: str = "") -> str:
    """Write column names, comma-separated, of a table alias if given."""
    prefix = (alias,) if alias else ()
    return ", ".join(quoted(*prefix, column.name) for column in columns)


@cache
def create_stage(kind: str) -> str:
    """Write the statement that makes a kind's staging table, which ends with the transaction."""
    columns = ", ".join(f"{quoted(column.name)} {column.type}" for column in stage_columns(kind))
    return (
        f"CREATE TEMPORARY TABLE {_stage(kind)} (line bigint GENERATED ALWAYS AS IDENTITY, is_delivered boolean DEFAULT TRUE, {columns})"
        " ON COMMIT DROP"
    )


@cache
def drop_stage(kind: str) -> str:
    """Write the statement that ends a staging table before its transaction does."""
    return f"DROP TABLE {_stage(kind)}"


@cache
def copy_stage(kind: str, names: tuple[str, ...]) -> str:
    """Write the COPY statement that fills these columns of a staging table from CSV."""
    return "COPY {} ({}) FROM STDIN (FORMAT csv)".format(_stage(kind), ", ".join(map(quoted, names)))


@cache
def keep_content_of_retracted(kind: str) -> str:
    """Write the statement that gives staged retractions the content of the rows they retract."""
    content = [column for column in content_columns(kind) if column.name != "is_retracted"]
    return (
        "UPDATE {stage} s SET {assigned} FROM {table} c"
        " WHERE s.is_retracted AND c.source = s.source AND c.external_id = s.external_id"
    ).format(stage=_stage(kind), table=_table(kind), assigned=_assigned(content, "c"))


@cache
def drop_unknown_retracted(kind: str) -> str:
    """Write the statement that drops staged retractions of rows that were never known."""
    return (
        f"DELETE FROM {_stage(kind)} s WHERE s.is_retracted AND NOT EXISTS"
        f" (SELECT 1 FROM {_table(kind)} c WHERE c.source = s.source AND c.external_id = s.external_id)"
    )


def stage_again(kind: str, concerned: str) -> str:
    """Write the statement that stages current rows for which a condition on `c` holds, to derive them anew."""
    columns = stage_columns(kind)
    return (
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
def write(kind: str) -> str:
    """Write the statement that turns staged rows into versions: unchanged rows are left alone.

    Parameters: `batch`. Shape: (outcome, is_delivered, rows, customers now, customers before) per outcome
    'added', 'changed' or 'retracted'.
    """
    content, kept = content_columns(kind), kept_columns(kind)
    owner = "customer_id" if belongs_to_customer(kind) else "id" if kind == "customer" else ""
    inserted = [*stage_columns(kind)]
    return (
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
        history=quoted(history_name(kind)),
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
def keep_version(kind: str) -> str:
    """Write the statement that moves rows' present versions into history. Parameters: `ids`, `batch`."""
    kept = kept_columns(kind)
    return (
        "INSERT INTO {history} (id, {kept}, known_to_batch) SELECT id, {kept}, %(batch)s FROM {table}"
        " WHERE id = ANY(%(ids)s) AND known_from_batch < %(batch)s"
    ).format(history=quoted(history_name(kind)), kept=listed(kept), table=_table(kind))


def _stage(kind: str) -> str:
    return quoted(stage_name(kind))


def _table(kind: str) -> str:
    return quoted(table_name(kind))


def _assigned(columns: Iterable[Column], alias: str) -> str:
    return ", ".join(f"{quoted(column.name)} = {quoted(alias, column.name)}" for column in columns)


def _owner(name: str, alias: str = "") -> str:
    if not name:
        return "NULL::bigint"
    return quoted(alias, name) if alias else quoted(name)
