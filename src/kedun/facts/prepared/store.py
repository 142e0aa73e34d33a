"""Runs prepared statements on Django's connection.

Django's own cursors write values into the statement's text, so that PostgreSQL parses and plans it each time: 60 ms for
the query of a policy. A prepared one is planned at its first run on a connection, for any values.
"""

from collections.abc import Mapping
from typing import Any

import psycopg
from django.db import connection

from kedun.facts.binding import Bound, numbered

Row = tuple[Any, ...]
"""A row as the driver gives it; whoever asks knows the columns."""


def fetch(statement: str, values: Mapping[str, Bound]) -> list[Row]:
    """Run a statement with parameters %(name)s, prepared, and give its rows."""
    connection.ensure_connection()
    connection.validate_no_broken_transaction()
    with connection.wrap_database_errors, psycopg.RawCursor(connection.connection) as cursor:
        asked = numbered(statement)
        cursor.execute(asked.query, asked.texts(values), prepare=True)
        return list(cursor.fetchall()) if cursor.pgresult and cursor.pgresult.nfields else []
