"""Makes up a large book from a seed, straight as a mirror file, and loads it into PostgreSQL.

Of each customer as many items as a log-normal law gives (mean 20, some have thousands), paid on time, late, in two parts
or not at all; half as many orders, two tickets. Every number follows from the customer's and the item's number by a hash.
"""

from collections.abc import Mapping
from pathlib import Path

import duckdb

DAY = 20_780
"""The day the books are seen on: 2026-11-23."""

LARGE = 10_000
"""So many items has each of the customers that are made large."""

KINDS = ("customer", "invoice", "payment", "order", "ticket")
FILLED = tuple(f"facts_{kind}" for kind in KINDS) + ("facts_application", "facts_invoice_settlement")

_U = "((hash({0} * 31 + {1}) >> 11) / 9007199254740992.0)"


def _u(row: str, salt: int) -> str:
    return _U.format(row, salt)


def _steps(customers: int, large: int) -> Mapping[str, str]:
    """Write the tables that the facts are taken from, in order."""
    normal = f"sqrt(-2 * ln({_u('id', 1)} + 1e-12)) * cos(6.283185307179586 * {_u('id', 2)})"
    late = f"CASE WHEN {_u('id', 12)} < 0.1 THEN 90 WHEN {_u('id', 12)} < 0.35 THEN 25 ELSE 3 END"
    return {
        "house": f"SELECT id, CASE WHEN id <= {large} THEN {LARGE}"
        f" ELSE LEAST(CAST(round(exp(ln(6.5) + 1.5 * {normal})) AS BIGINT), 12000) END AS items"
        f" FROM (SELECT range + 1 AS id FROM range({customers}))",
        "item": f"SELECT *, issue_on + 30 * (1 + customer % 3) AS due_on FROM (SELECT id AS customer, row_number() OVER () AS id"
        f" FROM (SELECT id, unnest(range(items)) FROM house)) JOIN (SELECT 0 AS zero) ON TRUE"
        f" JOIN LATERAL (SELECT {DAY} - CAST(floor({_u('id', 10)} * 1400) AS BIGINT) AS issue_on,"
        f" 100 * CAST(1 + floor(exp(9 + 2 * {_u('id', 11)})) AS BIGINT) AS amount) ON TRUE",
        "paid": f"SELECT id AS item, customer, part, amount // parts AS amount, due_on - 10 + part * 7 +"
        f" CAST(floor({_u('id', 13)} * {late}) AS BIGINT) AS paid_on FROM (SELECT *,"
        f" CASE WHEN {_u('id', 14)} < 0.05 AND amount % 200 = 0 THEN 2 ELSE 1 END AS parts FROM item WHERE {_u('id', 15)} < 0.96)"
        f" JOIN LATERAL (SELECT unnest(range(parts)) AS part) ON TRUE",
        "money": f"SELECT row_number() OVER (ORDER BY item, part) AS id, * FROM paid WHERE paid_on <= {DAY}",
        "ordered": f"SELECT *, {DAY} - CAST(floor({_u('id', 20)} * 900) AS BIGINT) AS placed_on,"
        f" 100 * CAST(1 + floor(exp(9 + 2 * {_u('id', 21)})) AS BIGINT) AS amount FROM"
        " (SELECT customer, row_number() OVER () AS id FROM (SELECT id AS customer, unnest(range(items // 2)) FROM house))",
        "raised": f"SELECT *, {DAY} - CAST(floor({_u('id', 30)} * 700) AS BIGINT) AS opened_on FROM"
        " (SELECT customer, row_number() OVER () AS id FROM (SELECT id AS customer, unnest(range(2)) FROM house))",
    }


_FACTS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "facts_customer": ("house", {"id": "id", "code": "'K' || id", "name": "'客户 ' || id"}),
    "facts_invoice": (
        "item",
        {
            "id": "id", "customer_id": "customer", "document_no": "'I' || id", "instalment_no": "1", "issue_on": "issue_on",
            "amount_minor": "amount", "amount_reporting_minor": "amount",
            "due_on": "CASE WHEN id % 97 = 0 THEN NULL ELSE due_on END", "due_basis": "'stated'",
            "rollovers": "CASE WHEN id % 41 = 0 THEN 1 ELSE 0 END", "is_disputed": "id % 53 = 0",
        },
    ),
    "facts_payment": (
        "money",
        {"id": "id", "customer_id": "customer", "paid_on": "paid_on", "effective_on": "paid_on", "amount_minor": "amount",
         "amount_reporting_minor": "amount", "document_no": "'I' || item"},
    ),
    "facts_application": (
        "money",
        {"id": "id", "customer_id": "customer", "invoice_id": "item", "origin": "'payment'", "origin_id": "id",
         "entry": "'cash'", "applied_on": "paid_on", "amount_minor": "amount", "reporting_minor": "amount",
         "is_inferred": "FALSE", "sequence": "0"},
    ),
    "facts_invoice_settlement": (
        "(SELECT item, any_value(customer) AS customer, SUM(amount) AS amount, MIN(paid_on) AS first, MAX(paid_on) AS last,"
        " COUNT(*) AS parts FROM money GROUP BY item)",
        {"invoice_id": "item", "customer_id": "customer", "allocated_minor": "amount", "allocated_reporting_minor": "amount",
         "cash_minor": "amount", "written_off_minor": "0", "first_applied_on": "first", "last_applied_on": "last",
         "last_cash_on": "last", "applications": "parts", "last_batch": "1"},
    ),
    "facts_order": (
        "ordered",
        {"id": "id", "customer_id": "customer", "placed_on": "placed_on", "amount_minor": "amount",
         "amount_reporting_minor": "amount", "size_class": "CAST(8 * log2(amount // 100 + 1) AS BIGINT)",
         "cancelled_on": "CASE WHEN id % 23 = 0 THEN placed_on + 3 END"},
    ),
    "facts_ticket": (
        "raised",
        {"id": "id", "customer_id": "customer", "opened_on": "opened_on",
         "ticket_type": "CASE WHEN id % 3 = 0 THEN 'complaint' ELSE 'service_request' END"},
    ),
}  # fmt: skip


def make(file: Path, customers: int, *, large: int = 0) -> dict[str, int]:
    """Write the book as a mirror of batch 1, the first customers `large`; gives the rows of each table."""
    from django.apps import apps

    from kedun.facts.mirrored.store import mirrored_tables

    models = {model._meta.db_table: model for model in apps.get_models()}
    file.unlink(missing_ok=True)
    settings = {"memory_limit": "4GB", "temp_directory": str(file.parent / "making"), "preserve_insertion_order": False}
    counts = {}
    with duckdb.connect(str(file), config=settings) as book:
        for name, query in _steps(customers, large).items():
            book.execute(f"CREATE TABLE {name} AS {query}")
        for table in mirrored_tables():
            source, given = _FACTS.get(table.name, ("(SELECT 1 WHERE FALSE)", {}))
            nullable = {each.column for each in models[table.name]._meta.concrete_fields if each.null}
            columns = ", ".join(
                f'CAST({given.get(each.name) or _usual(each.name, each.type, nullable, "id" in given)} AS {each.type}) AS "{each.name}"'
                for each in table.columns
            )
            order = "ORDER BY customer" if "customer_id" in given else ""
            book.execute(f"CREATE TABLE {table.name} AS SELECT {columns} FROM {source} {order}")
            ((counts[table.name],),) = book.execute(f"SELECT COUNT(*) FROM {table.name}").fetchall()
        for name in _steps(customers, large):
            book.execute(f"DROP TABLE {name}")
        book.execute("CHECKPOINT")
    return counts


def _usual(name: str, type_: str, nullable: set[str], has_id: bool) -> str:
    if name == "external_id" and has_id:
        return "'X' || id"
    known = {"source": "'bench'", "legal_entity": "'main'", "currency": "'CNY'", "known_from_batch": "1"}
    if name in known:
        return known[name]
    if name in nullable:
        return "NULL"
    return {"VARCHAR": "''", "BOOLEAN": "FALSE"}.get(type_, "0")


def load(file: Path) -> None:
    """Put the book into an empty, migrated database, as batch 1."""
    from django.db import connection

    from kedun.facts.mirrored.store import mirrored_tables

    text = file.with_suffix(".csv")
    with connection.cursor() as cursor, duckdb.connect(str(file), read_only=True) as book:
        cursor.execute(
            "SET session_replication_role = replica"
        )  # the rows fit together; foreign keys need no look each
        cursor.execute(
            "INSERT INTO facts_batch (id, source, actor, at, kinds, is_undo) VALUES (1, 'bench', 'bench', now(), '[]', FALSE)"
        )
        for kind in KINDS[1:]:
            cursor.execute(
                "INSERT INTO facts_supply (kind, source, legal_entity, from_day, to_day, batch_id) VALUES (%s, 'bench', 'main', %s, %s, 1)",
                [kind, DAY - 1500, DAY],
            )
        for table in mirrored_tables():
            if table.name not in FILLED:
                continue
            names = ", ".join(f'"{each.name}"' for each in table.columns)
            book.execute(
                f"COPY (SELECT {names} FROM {table.name}) TO '{text}' (FORMAT csv, HEADER FALSE, NULLSTR '\\N')"
            )
            with (
                text.open("rb") as rows,
                cursor.copy(f"COPY {table.name} ({names}) FROM STDIN (FORMAT csv, NULL '\\N')") as copy,
            ):
                while block := rows.read(1 << 20):
                    copy.write(block)
            if any(each.name == "id" for each in table.columns):
                cursor.execute(
                    f"SELECT setval(pg_get_serial_sequence('{table.name}', 'id'), (SELECT MAX(id) + 1 FROM {table.name}))"
                )
        cursor.execute("RESET session_replication_role")
        cursor.execute("ANALYZE")
    text.unlink()
