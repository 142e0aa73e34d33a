"""A web application that stores one row per request, to see what survives when processes are killed."""

import os
from collections.abc import Callable, Iterable
from typing import Any

import psycopg


def application(
    environ: dict[str, Any], start_response: Callable[[str, list[tuple[str, str]]], object]
) -> Iterable[bytes]:
    """Store the number in the path and answer it, with the id of the process."""
    try:
        with psycopg.connect(os.environ["DATABASE_URL"], connect_timeout=1) as connection:
            connection.execute("INSERT INTO seen VALUES (%s)", [int(environ["PATH_INFO"].strip("/") or 0)])
    except psycopg.Error as error:
        start_response("503 Unavailable", [("Content-Type", "text/plain")])
        return [str(error).encode()]
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [f"{os.getpid()}".encode()]
