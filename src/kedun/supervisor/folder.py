"""The data folder: what lies where, and the locks by which processes agree who does what.

Locks are flocks on files that are never deleted: the kernel releases them when their holder dies, however it dies.

- `users.lock`: every command that uses the database holds it shared; the keeper takes it exclusively to close down.
- `starting.lock`: held by the command that looks for the keeper and starts one.
- `keeper.lock`: held by the keeper, the process that runs PostgreSQL.
- `server.lock`: held by the long-running server.
"""

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kedun.supervisor.refusals import refusal_of

State = dict[str, str | int | float]


@dataclass(frozen=True, slots=True)
class DataFolder:
    """A data folder and the places inside it."""

    root: Path

    @property
    def cluster(self) -> Path:
        """PostgreSQL's own folder."""
        return self.root / "postgresql"

    @property
    def log(self) -> Path:
        """What PostgreSQL and its keeper wrote."""
        return self.root / "postgresql.log"

    def log_of(self, name: str) -> Path:
        """Give the file to which the server's child of that name writes."""
        return self.root / "logs" / f"{name}.log"

    def lock(self, name: str) -> Path:
        """Give the lock file of that name."""
        return self.root / "run" / f"{name}.lock"

    def state(self, name: str) -> Path:
        """Give the file in which a process says what others must know of it."""
        return self.root / "run" / f"{name}.json"


def prepared(root: Path) -> DataFolder:
    """Make the folder where it is missing, for its owner only.

    Raises: NotAFolder, FolderReadOnly, FolderForbidden, DiskFull, FolderUnusable.
    """
    folder = DataFolder(root.resolve())
    with refusing(folder.root):
        folder.root.mkdir(mode=0o700, parents=True, exist_ok=True)
        for name in ("run", "logs"):
            (folder.root / name).mkdir(mode=0o700, exist_ok=True)
        for name in ("users", "starting", "keeper", "server"):
            folder.lock(name).touch(mode=0o600)
    return folder


@contextmanager
def refusing(root: Path) -> Iterator[None]:
    """Turn a failed file operation of the block into the refusal that explains it."""
    try:
        yield
    except OSError as error:
        raise refusal_of(error, root) from error


def take(lock: Path, *, shared: bool = False) -> int:
    """Take a lock, waiting for it; give the descriptor that holds it until it is closed."""
    with refusing(lock.parent.parent):
        descriptor = os.open(lock, os.O_RDWR | os.O_CREAT, 0o600)
        fcntl.flock(descriptor, fcntl.LOCK_SH if shared else fcntl.LOCK_EX)
    return descriptor


def take_if_free(lock: Path, *, shared: bool = False) -> int | None:
    """Take a lock if nobody holds it against us; give the descriptor that holds it, or None."""
    descriptor = os.open(lock, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        return None
    return descriptor


def is_held(lock: Path) -> bool:
    """Whether some process holds the lock exclusively at this moment."""
    if not lock.exists():
        return False
    descriptor = take_if_free(lock, shared=True)
    if descriptor is None:
        return True
    os.close(descriptor)
    return False


@contextmanager
def holding(lock: Path) -> Iterator[None]:
    """Hold a lock exclusively for the block, waiting for it."""
    descriptor = take(lock)
    try:
        yield
    finally:
        os.close(descriptor)


def write_state(path: Path, state: State) -> None:
    """Store a process's state in one piece: a reader sees the old or the new, never half."""
    aside = path.with_suffix(".new")
    aside.write_text(json.dumps({"format": 1, **state}), encoding="utf-8")
    aside.replace(path)


def read_state(path: Path) -> State:
    """Read a process's state; empty where there is none."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
