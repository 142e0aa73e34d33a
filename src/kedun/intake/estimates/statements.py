"""SQL text that compares planned rows with what is believed; every identifier comes from the declarations of kinds."""

from functools import cache

from kedun.facts.tables import arrow_schema, belongs_to_customer, field_columns, quoted, table_name

PLANNED = "intake_planned"
_SQL_TYPES = {"string": "text", "int64": "bigint", "bool": "boolean"}


@cache
def make(kind: str) -> str:
    """Write the statement that makes the table of planned rows, which ends with the transaction."""
    columns = ", ".join(f"{quoted(field.name)} {_SQL_TYPES[str(field.type)]}" for field in arrow_schema(kind))
    return f"CREATE TEMPORARY TABLE {PLANNED} ({columns}) ON COMMIT DROP"


FILL = f"COPY {PLANNED} FROM STDIN (FORMAT csv)"
DROP = f"DROP TABLE {PLANNED}"


@cache
def compare(kind: str) -> str:
    """Write the query that counts planned rows by what would become of them.

    Parameters: `source`. Shape: (added, changed, retracted).
    """
    names = [column.name for column in field_columns(kind)]
    planned = ", ".join(_planned(kind, name) for name in names)
    believed = ", ".join(quoted("c", name) for name in names)
    differs = [
        f"({believed}) IS DISTINCT FROM ({planned})",
        "c.legal_entity <> s.legal_entity",
        "s.reported_on IS DISTINCT FROM c.reported_on AND s.reported_on IS NOT NULL",
        "c.is_retracted",
    ]
    owner = ""
    if belongs_to_customer(kind):
        owner = "LEFT JOIN facts_customer w ON w.id = c.customer_id"
        differs.append("s.customer <> w.code AND (w.source <> %(source)s OR s.customer <> w.external_id)")
    if kind == "customer":
        differs.append("c.is_stub")
    return (
        "SELECT COUNT(*) FILTER (WHERE c.id IS NULL AND NOT s.is_retracted),"
        f" COUNT(*) FILTER (WHERE c.id IS NOT NULL AND NOT s.is_retracted AND ({' OR '.join(f'({each})' for each in differs)})),"
        " COUNT(*) FILTER (WHERE s.is_retracted AND NOT c.is_retracted)"
        f" FROM {PLANNED} s LEFT JOIN {_believed(kind)} {owner}"
    )


def _believed(kind: str) -> str:
    own = f"{quoted(table_name(kind))} c ON c.source = %(source)s AND c.external_id = s.external_id"
    if kind != "customer":
        return own
    return (
        "LATERAL (SELECT x.* FROM facts_customer x WHERE (x.source = %(source)s AND x.external_id = s.external_id)"
        " OR (x.code = s.external_id AND x.is_stub AND x.code = x.external_id)"
        " ORDER BY x.source = %(source)s DESC LIMIT 1) c ON TRUE"
    )


def _planned(kind: str, name: str) -> str:
    return f"COALESCE({quoted('s', name)}, 1)" if (kind, name) == ("invoice", "instalment_no") else quoted("s", name)


NAMED = (
    "SELECT COUNT(*) FROM unnest(%(names)s::text[]) AS told(name)"
    " WHERE NOT EXISTS (SELECT 1 FROM facts_customer c WHERE c.code = told.name)"
    " AND NOT EXISTS (SELECT 1 FROM facts_customer c WHERE c.source = %(source)s AND c.external_id = told.name)"
)
"""Counts the names of customers that nobody knows yet."""
