"""SQL text that turns delivered rows into versions, generated from the declarations of kinds; no user text is part of it.

One statement writes the rows of a kind: rows ─► the present version found ─► derived columns ─► compared with it ─► history,
changed rows, new rows. Each is prepared once per connection, so that a single row costs no planning.
"""

from collections.abc import Iterable, Mapping
from functools import cache

from kedun.facts import derive
from kedun.facts.tables import (
    Column,
    belongs_to_customer,
    content_columns,
    derived_columns,
    history_name,
    kept_columns,
    quoted,
    stage_columns,
    table_name,
)


def listed(columns: Iterable[Column], alias: str = "") -> str:
    """Write column names, comma-separated, of a table alias if given."""
    prefix = (alias,) if alias else ()
    return ", ".join(quoted(*prefix, column.name) for column in columns)


@cache
def delivered_columns(kind: str) -> tuple[Column, ...]:
    """Give the columns of delivered rows that are known before anything is derived, in the order of the parameters."""
    derived = {column.name for column in derived_columns(kind)}
    return tuple(column for column in stage_columns(kind) if column.name not in derived)


@cache
def write_delivered(kind: str, *, has_retracted: bool) -> str:
    """Write the statement that turns delivered rows into versions: unchanged rows are left alone.

    Parameters: `batch`, and an array per column of `delivered_columns`, named as the column.
    Shape: (outcome, rows, customers now, customers before) per outcome 'added', 'changed' or 'retracted'.
    """
    columns = delivered_columns(kind)
    arrays = ", ".join(f"%({column.name})s::{column.type}[]" for column in columns)
    rows = f"SELECT s.* FROM unnest({arrays}) WITH ORDINALITY AS s ({listed(columns)}, line)"
    return _write(kind, _like_what_they_retract(kind, rows) if has_retracted else rows)


def write_again(kind: str, concerned: str, *, instead: Mapping[str, str] | None = None) -> str:
    """Write the statement that derives current rows anew for which a condition on `c` holds. Shape as above.

    `instead`: SQL for columns that are to change. Parameters: `batch`, and those of the condition and of `instead`.
    """
    changed = instead or {}
    columns = ", ".join(
        f"{changed.get(each.name, quoted('c', each.name))} AS {quoted(each.name)}" for each in delivered_columns(kind)
    )
    return _write(kind, f"SELECT {columns}, c.id AS line FROM {_table(kind)} c WHERE {concerned}")


@cache
def keep_version(kind: str) -> str:
    """Write the statement that moves rows' present versions into history. Parameters: `ids`, `batch`."""
    kept = kept_columns(kind)
    return (
        "INSERT INTO {history} (id, {kept}, known_to_batch) SELECT id, {kept}, %(batch)s FROM {table}"
        " WHERE id = ANY(%(ids)s) AND known_from_batch < %(batch)s"
    ).format(history=quoted(history_name(kind)), kept=listed(kept), table=_table(kind))


def _like_what_they_retract(kind: str, rows: str) -> str:
    """Give retractions the content of the rows they retract, and drop those of rows that were never known."""
    content = {column.name for column in content_columns(kind)} - {"is_retracted"}
    columns = ", ".join(
        "CASE WHEN s.is_retracted THEN {} ELSE {} END AS {}".format(
            quoted("c", column.name), quoted("s", column.name), quoted(column.name)
        )
        if column.name in content
        else quoted("s", column.name)
        for column in delivered_columns(kind)
    )
    return (
        f"SELECT {columns}, s.line FROM ({rows}) s {_present(kind, 's')} WHERE NOT s.is_retracted OR c.id IS NOT NULL"
    )


def _write(kind: str, rows: str) -> str:
    content, kept, inserted = content_columns(kind), kept_columns(kind), stage_columns(kind)
    owner = "customer_id" if belongs_to_customer(kind) else "id" if kind == "customer" else ""
    return (
        "WITH stage AS MATERIALIZED (SELECT s.*, c.id AS present_id FROM ({rows}) s {found}),"
        " derived AS MATERIALIZED ({derived}), compared AS MATERIALIZED (SELECT s.*, c.is_retracted AS was_retracted,"
        " {old_owner} AS old_owner, ({current}) IS DISTINCT FROM ({staged}) AS differs FROM derived s {present}),"
        " versioned AS (INSERT INTO {history} (id, {kept}, known_to_batch) SELECT c.id, {kept_of_c}, %(batch)s::bigint"
        " FROM compared s JOIN {table} c ON c.id = s.present_id WHERE s.differs AND c.known_from_batch < %(batch)s::bigint),"
        " changed AS (UPDATE {table} c SET {assigned}, known_from_batch = %(batch)s::bigint"
        " FROM compared s WHERE c.id = s.present_id AND s.differs"
        " RETURNING CASE WHEN c.is_retracted AND NOT s.was_retracted THEN 'retracted' ELSE 'changed' END AS outcome,"
        " {new_owner} AS owner, s.old_owner),"
        " added AS (INSERT INTO {table} ({inserted}, known_from_batch) SELECT {inserted_of_s}, %(batch)s::bigint"
        " FROM compared s WHERE s.present_id IS NULL ORDER BY s.line RETURNING {added_owner} AS owner)"
        " SELECT outcome, COUNT(*), ARRAY_AGG(DISTINCT owner), ARRAY_AGG(DISTINCT old_owner) FROM"
        " (SELECT outcome, owner, old_owner FROM changed UNION ALL SELECT 'added', owner, owner FROM added) o"
        " GROUP BY outcome"
    ).format(
        rows=rows,
        derived=derive.derived(kind),
        found=_present(kind, "s"),
        present=(
            f"LEFT JOIN LATERAL (SELECT * FROM {_table(kind)} k WHERE k.id = s.present_id OFFSET 0) c"
            " ON s.present_id IS NOT NULL"
        ),
        table=_table(kind),
        history=quoted(history_name(kind)),
        current=listed(content, "c"),
        staged=listed(content, "s"),
        kept=listed(kept),
        kept_of_c=listed(kept, "c"),
        assigned=", ".join(f"{quoted(column.name)} = {quoted('s', column.name)}" for column in content),
        inserted=listed(inserted),
        inserted_of_s=listed(inserted, "s"),
        old_owner=_owner(owner, "c"),
        new_owner=_owner(owner, "c"),
        added_owner=_owner(owner),
    )


def _present(kind: str, alias: str) -> str:
    """Join the present version of each row. The fence keeps PostgreSQL at one look into the index per row."""
    return (
        f"LEFT JOIN LATERAL (SELECT * FROM {_table(kind)} k"
        f" WHERE k.source = {alias}.source AND k.external_id = {alias}.external_id OFFSET 0) c ON TRUE"
    )


def _table(kind: str) -> str:
    return quoted(table_name(kind))


def _owner(name: str, alias: str = "") -> str:
    if not name:
        return "NULL::bigint"
    return quoted(alias, name) if alias else quoted(name)
