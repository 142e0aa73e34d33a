"""How far an import has come, written beside its transactions so that others can see it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from kedun.intake.models import ImportProgress
from kedun.kernel.clock import clock

EVERY = timedelta(milliseconds=500)
"""Progress is written at most so often within one step."""


@dataclass(slots=True)
class Watched:
    """Progress that is kept in a table while the work lasts. Never used inside the work's own transaction."""

    import_id: int
    done: int = 0
    written_at: datetime | None = None

    def step(self, name: str, *, total: int | None = None) -> None:
        """Begin a step."""
        now = clock().now()
        self.done, self.written_at = 0, now
        ImportProgress.objects.update_or_create(
            of_import_id=self.import_id, defaults={"step": name, "done": 0, "total": total, "since": now, "at": now}
        )

    def advance(self, done: int = 1) -> None:
        """Count what is done of the step."""
        self.done += done
        now = clock().now()
        if self.written_at is None or now - self.written_at >= EVERY:
            self.written_at = now
            ImportProgress.objects.filter(of_import_id=self.import_id).update(done=self.done, at=now)


@contextmanager
def watching(import_id: int) -> Iterator[Watched]:
    """Watch the work on an import; whether it ends well or badly, nobody waits for it then."""
    watched = Watched(import_id)
    try:
        yield watched
    finally:
        if watched.written_at is not None:
            ImportProgress.objects.filter(of_import_id=import_id).delete()
