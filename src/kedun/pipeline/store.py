"""The event process's own connection: it hears of stale customers, and others see that it lives."""

from django.db import connection

from kedun.facts.actions import STALE_CHANNEL

NAME = "kedun events"
"""What the event process calls itself in pg_stat_activity."""

_NAMED = "SELECT set_config('application_name', %s, false)"


def begin_listening() -> None:
    """Tell PostgreSQL who asks, and that it wants to hear of stale customers."""
    with connection.cursor() as cursor:
        cursor.execute(_NAMED, [NAME])
        cursor.execute(f"LISTEN {STALE_CHANNEL}")


def hear(seconds: float) -> bool:
    """Wait at most so long for news of stale customers; says whether there was any."""
    return _heard(seconds, most=1)


def hear_out(seconds: float) -> bool:
    """Listen for so long, whatever comes; says whether there was any news."""
    return _heard(seconds, most=None)


def _heard(seconds: float, most: int | None) -> bool:
    with connection.wrap_database_errors:
        return len(list(connection.connection.notifies(timeout=seconds, stop_after=most))) > 0


def is_connected() -> bool:
    """Tell whether the database still answers."""
    return connection.connection is not None and connection.is_usable()
