"""Mirror files: their fingerprint, whether one is whole, and how a file gets its name so that a crash leaves no half of it."""

import hashlib
import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """The size of a file in bytes and a digest of all of it."""

    size: int
    digest: str


@dataclass(frozen=True, slots=True)
class _Written:
    """A file as it was written: whether one that was read has been written since."""

    path: Path
    size: int
    at: int
    inode: int


def fingerprint(path: Path) -> Fingerprint:
    """Read a file through; one that this process has read, and that was not written since, is not read again.

    Raises: OSError.
    """
    now = path.stat()
    return Fingerprint(now.st_size, _digest(_Written(path, now.st_size, now.st_mtime_ns, now.st_ino)))


def is_whole(path: Path, of: Fingerprint) -> bool:
    """Tell whether a file is there as it was written: a shorter one is not read for it."""
    try:
        return path.stat().st_size == of.size and fingerprint(path) == of
    except OSError:
        return False


@lru_cache(maxsize=8)
def _digest(file: _Written) -> str:
    with file.path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def give_name(aside: Path, name: Path) -> None:
    """Rename a file that was written aside; before, all of it reaches the disk, after it the name does."""
    _sync(aside)
    aside.replace(name)
    _sync(name.parent)


def _sync(path: Path) -> None:
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
