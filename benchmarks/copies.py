"""Makes a large book of a small one: every customer with all facts, assessments and alerts, again and again."""

from django.db import connection

SHARED = ("facts_stale_customer", "facts_ownership")
"""Tables about customers that are not copied."""

MINE = "relname LIKE 'facts\\_%' OR relname IN ('alerts_alert', 'alerts_event', 'assessments_assessment', 'assessments_history')"
NUMBERS = ("id", "customer_id", "invoice_id", "origin_id", "alert_id")


def multiply(copies: int, *, step: int) -> None:
    """Add so many copies of every customer; ids of a copy are `step` apart. Do it once in a database."""
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")  # neither foreign keys nor append-only triggers
        cursor.execute(f"SELECT relname FROM pg_class WHERE relkind = 'r' AND ({MINE}) ORDER BY relname")  # noqa: S608
        for (table,) in cursor.fetchall():
            cursor.execute(
                "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped"
                " AND attgenerated = '' ORDER BY attnum",
                [table],
            )
            columns = [name for (name,) in cursor.fetchall()]
            owned = "customer_id" in columns or "alert_id" in columns or table == "facts_customer"
            if owned and table not in SHARED and (not table.endswith("_history") or table == "assessments_history"):
                cursor.execute(_copy(table, columns, step), [copies])
        cursor.execute("RESET session_replication_role")
        cursor.execute("VACUUM ANALYZE")


def _copy(table: str, columns: list[str], step: int) -> str:
    names = ", ".join(f'"{name}"' for name in columns)
    values = ", ".join(_value(table, name, step) for name in columns)
    return (
        f"INSERT INTO {table} ({names}) OVERRIDING SYSTEM VALUE"  # noqa: S608 - names come from the catalogue
        f" SELECT {values} FROM {table} s, generate_series(1, %s) k(copy)"
    )


def _value(table: str, name: str, step: int) -> str:
    if name in NUMBERS:
        return f's."{name}" + k.copy::bigint * {step}'
    if name == "external_id":
        return "s.external_id || '-' || k.copy"
    if table == "facts_customer" and name == "code":
        return "s.code || '-' || k.copy"
    if table == "facts_customer" and name == "name":
        return "overlay(s.name placing chr((19968 + (k.copy * 37 + s.id % 1000))::int) from 3 for 1)"
    return f's."{name}"'
