"""Which rows of a mirrored table later batches changed, as SQL that PostgreSQL and DuckDB both read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MirroredColumn:
    """A column as the mirror has it."""

    name: str
    type: str


@dataclass(frozen=True, slots=True)
class MirroredTable:
    """A table that the mirror repeats, under the same name."""

    name: str
    columns: tuple[MirroredColumn, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """How a table follows the batches after `since`: rows that are `gone` from it, then rows that `arrive`.

    `arrive` is a condition on PostgreSQL's rows; `gone` one on the mirror's, where a table holds those that arrived.
    """

    arrive: str
    gone: str


def change(table: MirroredTable, since: int, *, arriving: str = "arriving") -> Change:
    """Tell how a table follows; `arriving` names the table of the rows that arrived. Source: docs/why/mirror.md.

    A fact's version ends only by a later one of the same id; an application may end without another; the settlement of an
    item is folded again when one of its applications began or ended; what has no batch is small and taken anew.
    """
    names = {column.name for column in table.columns}
    began, ended = f"known_from_batch > {since}", f"known_to_batch > {since}"
    ended_applications = f"FROM facts_application_history WHERE {ended}"
    touched = f"SELECT invoice_id FROM facts_application WHERE {began} UNION SELECT invoice_id {ended_applications}"  # noqa: S608
    match table.name:
        case "facts_application":
            return Change(began, f"id IN (SELECT id {ended_applications})")
        case "facts_invoice_settlement":
            return Change(f"invoice_id IN ({touched})", f"invoice_id IN ({touched})")
    if "known_to_batch" in names:
        return Change(ended, "FALSE")
    if "known_from_batch" in names:
        return Change(began, f"id IN (SELECT id FROM {arriving})")  # noqa: S608
    return Change("TRUE", "TRUE")


def in_order(tables: tuple[MirroredTable, ...]) -> list[MirroredTable]:
    """Put the tables in the order in which they follow: what ended tells which applications are gone, both which folds."""
    return sorted(
        tables, key=lambda table: (table.name == "facts_invoice_settlement", not table.name.endswith("_history"))
    )


def sums_sql(table: MirroredTable) -> str:
    """Write the query that counts a table's rows and adds up each of its whole numbers; the same on both engines."""
    numbers = [f'COALESCE(SUM("{column.name}"), 0)' for column in table.columns if column.type == "BIGINT"]
    return f"SELECT {', '.join(['COUNT(*)', *numbers])} FROM {table.name}"  # noqa: S608
