"""Putting the next versions of a folder's texts into force without asking anybody, for tests of what follows."""

from datetime import UTC, datetime
from pathlib import Path

from kedun.definitions.actions import publish
from kedun.definitions.starter import read_folder
from kedun.kernel.days import Day


def put_into_force(folder: Path, *, on: Day, at: datetime = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)) -> None:
    """Publish every text of a folder that says something else than what is in force."""
    for draft in read_folder(folder):
        publish(draft, actor="starter", on=on, reason="", at=at)
