"""Runs prepared statements on Django's connection.

Django's own cursors write values into the statement's text, so that PostgreSQL parses and plans it each time: 60 ms for
the query of a policy. A prepared one is planned at its first run on a connection, for any values.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from typing import Any

import psycopg
from django.db import connection

from kedun.facts.binding import Bound, numbered

Row = tuple[Any, ...]
"""A row as the driver gives it; whoever asks knows the columns."""


def fetch(statement: str, values: Mapping[str, Bound]) -> list[Row]:
    """Run a statement with parameters %(name)s, prepared, and give its rows."""
    with _cursor() as cursor:
        _send(cursor, statement, values)
        return list(cursor.fetchall()) if cursor.pgresult and cursor.pgresult.nfields else []


def fetch_each(queries: Iterable[tuple[str, Mapping[str, Bound]]]) -> list[list[Row]]:
    """Run queries one after the other without waiting in between, and give the rows of each.

    On a busy machine waiting for an answer costs more than finding it.
    """
    with ExitStack() as stack:
        cursors = [(stack.enter_context(_cursor()), *each) for each in queries]
        stack.enter_context(connection.connection.pipeline())
        for cursor, statement, values in cursors:
            _send(cursor, statement, values)
        return [list(cursor.fetchall()) for cursor, *_ in cursors]


@contextmanager
def _cursor() -> Iterator["psycopg.RawCursor[Row]"]:
    connection.ensure_connection()
    connection.validate_no_broken_transaction()
    with connection.wrap_database_errors, psycopg.RawCursor(connection.connection) as cursor:
        yield cursor


def _send(cursor: "psycopg.RawCursor[Row]", statement: str, values: Mapping[str, Bound]) -> None:
    query = numbered(statement)
    cursor.execute(query.query, query.texts(values), prepare=True)
