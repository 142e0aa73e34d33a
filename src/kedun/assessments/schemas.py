"""What the API tells of runs over the whole book."""

from datetime import date, datetime
from typing import Literal

from kedun.accounts.schemas import Document, Output


class BookRunRow(Output):
    """A run over the whole book. `killed`: it was not heard of any more; the next one goes on where it was."""

    id: int
    as_of: date
    known_at: int
    state: Literal["running", "stopped", "killed", "finished"]
    total: int
    done: int
    begun_at: datetime
    seen_at: datetime
    is_stop_asked: bool
    seconds_left: int | None


class BookRunList(Document):
    """The newest runs, newest first. `is_waiting`: one was asked for, and waits for a worker, or is at work."""

    runs: list[BookRunRow]
    is_waiting: bool
