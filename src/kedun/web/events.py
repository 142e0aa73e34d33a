"""The event process, `python -m kedun.web.events`: assesses customers as soon as their facts change.

It lives as long as its database connection; whoever keeps it running starts it again.
"""

import logging
import os
import signal
import sys
import time
from types import FrameType

import django

_log = logging.getLogger("kedun.web.events")


class _Stop:
    """Whether the process was asked to end."""

    is_asked = False

    def ask(self, _number: int, _frame: FrameType | None) -> None:
        """Remember that it was; the round that is running is finished."""
        self.is_asked = True


def main() -> int:
    """Drain stale customers until told to stop; gives 1 when the database went away."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kedun.web.settings")
    stop = _Stop()
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, stop.ask)
    django.setup()
    return _keep_up(stop)


def _keep_up(stop: _Stop) -> int:
    from django.db import InterfaceError, OperationalError

    from kedun.facts.queries import Stale
    from kedun.kernel.clock import clock
    from kedun.pipeline import listening, store
    from kedun.pipeline.event import drain
    from kedun.pipeline.jobs import mirror_folder
    from kedun.pipeline.starter import load_definitions

    def drained(aside: frozenset[Stale]) -> listening.Drained:
        try:
            return drain(mirror_folder(), clock=clock(), aside=aside)
        except Exception:  # the job's edge: whatever it was, the marks are still there
            if not store.is_connected():
                raise
            _log.exception("a round failed; it is tried again")
            return listening.Drained()

    try:
        load_definitions(clock())
        store.begin_listening()
        listening.keep_up(
            listening.Surroundings(
                drain=drained,
                hear=store.hear,
                hear_out=store.hear_out,
                now=time.monotonic,
                is_stopping=lambda: stop.is_asked,
            )
        )
    except (OperationalError, InterfaceError) as problem:
        _log.error("the database went away: %s", " ".join(str(problem).split()))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
