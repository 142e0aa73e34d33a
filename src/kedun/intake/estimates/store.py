"""Compares planned tables with what is believed."""

from collections.abc import Mapping
from io import BytesIO

import pyarrow as pa
from django.db import connection, transaction
from pyarrow import csv

from kedun.facts.limits import accepted
from kedun.facts.tables import belongs_to_customer
from kedun.intake.estimates import statements

MAIN = "main"


def counts(tables: Mapping[str, pa.Table], *, source: str) -> dict[str, dict[str, int]]:
    """Count by kind how many planned rows would be added, changed, left alone and retracted."""
    return {kind: _compared(kind, table, source) for kind, table in tables.items()}


@transaction.atomic
def _compared(kind: str, table: pa.Table, source: str) -> dict[str, int]:
    rows = accepted(kind, table, legal_entity=MAIN)
    with connection.cursor() as cursor:
        cursor.execute(statements.make(kind))
        with cursor.copy(statements.FILL) as copy:
            copy.write(_as_csv(rows))
        cursor.execute(f"ANALYZE {statements.PLANNED}")
        cursor.execute(statements.compare(kind), {"source": source})
        added, changed, retracted = cursor.fetchone()
        cursor.execute(statements.DROP)
    unchanged = rows.num_rows - added - changed - retracted
    return {"added": added, "changed": changed, "unchanged": unchanged, "retracted": retracted}


def unknown_customers(tables: Mapping[str, pa.Table], *, source: str) -> int:
    """Count the customers that rows name and nobody knows, nor the plan itself tells of."""
    told = set(tables["customer"]["external_id"].to_pylist()) if "customer" in tables else set()
    named: set[str] = set()
    for kind, table in tables.items():
        if belongs_to_customer(kind):
            named.update(table["customer"].unique().to_pylist())
    with connection.cursor() as cursor:
        cursor.execute(statements.NAMED, {"names": sorted(named - told - {None, ""}), "source": source})
        return int(cursor.fetchone()[0])


def _as_csv(table: pa.Table) -> bytes:
    """Write rows as PostgreSQL reads CSV: null is nothing, the empty text is quoted."""
    text = BytesIO()
    csv.write_csv(table, text, csv.WriteOptions(include_header=False, quoting_style="all_valid"))
    return text.getvalue()
