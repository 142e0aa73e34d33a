"""Keeps the files that were imported, each under the hash of its content."""

import hashlib
import os
import tempfile
from pathlib import Path

from kedun.intake.refusals import OriginalMissing


def folder_of(data: Path) -> Path:
    """Give the folder of originals inside a data folder."""
    return data / "originals"


def sha256_of_bytes(raw: bytes) -> str:
    """Hash a file's content; 64 hex digits."""
    return hashlib.sha256(raw).hexdigest()


def path_of(data: Path, sha256: str) -> Path:
    """Give where a file with this hash is kept."""
    return folder_of(data) / sha256[:2] / sha256


def keep(data: Path, raw: bytes) -> str:
    """Keep a file and give its hash: written aside, brought to the disk, then renamed, so it is whole or not there."""
    sha256 = sha256_of_bytes(raw)
    path = path_of(data, sha256)
    if path.exists():
        return sha256
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".aside-", delete=False) as aside:
        aside.write(raw)
        aside.flush()
        os.fsync(aside.fileno())
    Path(aside.name).replace(path)
    return sha256


def read(data: Path, sha256: str) -> bytes:
    """Give a kept file's content.

    Raises: OriginalMissing, also where the content no longer has its hash.
    """
    try:
        raw = path_of(data, sha256).read_bytes()
    except FileNotFoundError as error:
        raise OriginalMissing(sha256=sha256) from error
    if sha256_of_bytes(raw) != sha256:
        raise OriginalMissing(sha256=sha256)
    return raw


def drop(data: Path, sha256: str) -> None:
    """Delete a kept file, if it is there."""
    path_of(data, sha256).unlink(missing_ok=True)
