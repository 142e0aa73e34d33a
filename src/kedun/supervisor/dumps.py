"""Writes a whole database into a file, and reads it back, with PostgreSQL's own programs."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

from kedun.supervisor.binaries import wheel_programs
from kedun.supervisor.refusals import DiskFull, DumpFailed, full_disk_in

JOBS = "2"


def dump(url: str, file: Path, *, snapshot: str) -> None:
    """Write the database at a URL into a file, as an open transaction sees it that exported its snapshot.

    Raises: DatabaseBinariesMissing, DiskFull, DumpFailed.
    """
    command = ("pg_dump", "--format=custom", "--compress=gzip:3", "--no-owner", "--no-privileges")
    _run((*command, "--snapshot", snapshot, "--file", str(file), "--dbname", url), file)


def load(url: str, file: Path) -> None:
    """Read a dump into the empty database at a URL.

    Raises: DatabaseBinariesMissing, DiskFull, DumpFailed.
    """
    command = ("pg_restore", "--no-owner", "--no-privileges", "--exit-on-error", "--jobs", JOBS)
    _run((*command, "--dbname", url, str(file)), file)


def _run(command: Sequence[str], file: Path) -> None:
    program = str(wheel_programs() / command[0])
    done = subprocess.run(  # noqa: S603 - PostgreSQL's programs with our own arguments
        [program, *command[1:]],
        env={**os.environ, "LC_ALL": "C"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode == 0:
        return
    if full_disk_in(done.stderr):
        raise DiskFull(folder=str(file.parent))
    lines = [line for line in done.stderr.splitlines() if line.strip()]
    raise DumpFailed(
        program=command[0], reason=next((line for line in lines if "error:" in line), (lines or ["?"])[-1])
    )
