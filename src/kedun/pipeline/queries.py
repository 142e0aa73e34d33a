"""What can be asked of the event process: whether it lives, and how long customers wait for it."""

from dataclasses import dataclass

from kedun.facts.prepared.store import fetch
from kedun.pipeline.store import NAME

# The process looks for work every two seconds, so the time of its last statement is its heartbeat; no row is written.
_LISTENER = (
    "SELECT (SELECT EXTRACT(EPOCH FROM clock_timestamp() - MAX(a.state_change))::float8 FROM pg_stat_activity a"
    " WHERE a.application_name = %(name)s AND a.datname = current_database()),"
    " (SELECT EXTRACT(EPOCH FROM clock_timestamp() - MIN(s.since))::float8 FROM facts_stale_customer s)"
)


@dataclass(frozen=True, slots=True)
class Events:
    """How the event process is. Unit: seconds.

    `heard_ago`: since its last sign of life, None where it does not run. `waiting`: how long the customer waits that
    went stale first, None where nobody waits.
    """

    heard_ago: float | None
    waiting: float | None


def events() -> Events:
    """Tell how the event process is."""
    ((heard_ago, waiting),) = fetch(_LISTENER, {"name": NAME})
    return Events(heard_ago, waiting)
