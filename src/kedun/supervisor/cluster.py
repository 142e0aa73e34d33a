"""PostgreSQL's own folder: made, checked, and freed of what a killed start left behind."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import psutil

from kedun.supervisor import processes
from kedun.supervisor.binaries import MAJOR, programs
from kedun.supervisor.folder import DataFolder, refusing
from kedun.supervisor.operator import Operator, operator
from kedun.supervisor.refusals import (
    DatabaseDidNotStart,
    DatabaseVersionDiffers,
    DiskFull,
    FolderForbidden,
    FolderUnusable,
    full_disk_in,
    owner_of,
)

DATABASE = "kedun"
SUPERUSER = "postgres"
INITDB = (
    *("--username", SUPERUSER, "--auth", "trust", "--encoding", "UTF8"),  # the socket's folder is the access control
    *("--locale-provider", "builtin", "--builtin-locale", "C.UTF-8", "--locale", "C", "--no-instructions"),
)
SHUTDOWN_PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class Installation:
    """PostgreSQL's programs, and the user they run as (None: ourselves)."""

    programs: Path
    user: Operator | None

    def start(
        self,
        command: tuple[str, ...],
        *,
        cluster: Path,
        death_signal: signal.Signals,
        stdin: int | IO[bytes] = subprocess.DEVNULL,
        output: int | IO[bytes] = subprocess.PIPE,
    ) -> subprocess.Popen[bytes]:
        """Start a program on a cluster. It ends when we end; its session is its own, so Ctrl-C does not reach it."""
        user = self.user
        with _within_reach(cluster, user) as (path, descriptors):
            return subprocess.Popen(  # noqa: S603 - PostgreSQL's programs with our own arguments
                [str(self.programs / command[0]), *command[1:]],
                env={"PATH": os.defpath, "LC_ALL": "C", "PGDATA": path},
                cwd="/",
                stdin=stdin,
                stdout=output,
                stderr=subprocess.STDOUT,
                pass_fds=descriptors,
                start_new_session=True,
                preexec_fn=processes.dies_with_parent(death_signal),  # noqa: PLW1509 - no threads here
                user=user.uid if user else None,
                group=user.gid if user else None,
                extra_groups=[user.gid] if user else None,
                umask=0o077,
            )

    def finish(self, command: tuple[str, ...], *, cluster: Path, text: str = "") -> tuple[int, str]:
        """Run a program to its end; give its exit code and what it wrote."""
        child = self.start(command, cluster=cluster, death_signal=signal.SIGKILL, stdin=subprocess.PIPE)
        output, _ = child.communicate(text.encode())
        return child.returncode, output.decode(errors="replace").strip()

    def give(self, folder: Path) -> None:
        """Hand a folder to the user PostgreSQL runs as."""
        if self.user:
            os.chown(folder, self.user.uid, self.user.gid)


def installation(cluster: Path) -> Installation:
    """Find the programs and the user to run them for a cluster.

    Raises: DatabaseBinariesMissing, NoServerUser, ProgramsOutOfReach.
    """
    user = operator(cluster)
    return Installation(programs=programs(user), user=user)


@contextmanager
def _within_reach(cluster: Path, user: Operator | None) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Give a path by which the other user reaches a cluster although he may not enter the folders above it.

    Root opens the folder and hands the descriptor down; /proc/self/fd/N leads into it without walking the path.
    So a data folder under a private home works, and nobody's home is opened for others.
    """
    if user is None or sys.platform != "linux":
        yield str(cluster), ()
        return
    descriptor = os.open(cluster, os.O_RDONLY | os.O_DIRECTORY)
    try:
        yield f"/proc/self/fd/{descriptor}", (descriptor,)
    finally:
        os.close(descriptor)


def make_ready(folder: DataFolder, *, unsafe_but_fast: bool = False) -> Installation:
    """Make the cluster where there is none, check the one there is, and end what a killed start left running.

    Raises: the refusals of this package that say why it cannot be used.
    """
    with refusing(folder.cluster):
        found = folder.cluster.exists() and any(folder.cluster.iterdir())
        if found:
            _check(folder.cluster)
        install = installation(folder.cluster)
        if found:
            end_left_overs(folder.cluster)
        else:
            _initialise(install, folder, unsafe_but_fast=unsafe_but_fast)
    return install


def _check(cluster: Path) -> None:
    if os.geteuid() not in {0, cluster.stat().st_uid}:
        raise FolderForbidden(folder=str(cluster), owner=owner_of(cluster))
    version = cluster / "PG_VERSION"
    if not version.exists():
        raise FolderUnusable(folder=str(cluster), reason="PG_VERSION is missing")
    major = version.read_text().strip()
    if major != MAJOR:
        raise DatabaseVersionDiffers(folder=str(cluster), found=major, needed=MAJOR)


def _initialise(install: Installation, folder: DataFolder, *, unsafe_but_fast: bool) -> None:
    """Make the cluster aside and rename it into place, so that there is a whole one or none."""
    partial = folder.cluster.with_suffix(".partial")
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(mode=0o700)
    try:
        install.give(partial)
        speed = ("--no-sync",) if unsafe_but_fast else ()
        _must_succeed(install.finish(("initdb", *INITDB, *speed), cluster=partial), folder)
        create = f"CREATE DATABASE {DATABASE};\n"
        _must_succeed(install.finish(("postgres", "--single", SUPERUSER), cluster=partial, text=create), folder)
        partial.rename(folder.cluster)
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def _must_succeed(result: tuple[int, str], folder: DataFolder) -> None:
    code, output = result
    if code == 0 and "ERROR:" not in output:
        return
    with suppress(OSError), folder.log.open("a", encoding="utf-8") as log:
        log.write(output + "\n")
    raise why_not(output, folder)


def why_not(output: str, folder: DataFolder) -> DiskFull | DatabaseDidNotStart:
    """Give the refusal that explains what PostgreSQL wrote before it ended."""
    if full_disk_in(output):
        return DiskFull(folder=str(folder.root))
    lines = [line for line in output.splitlines() if line.strip()]
    fatal = [line for line in lines if any(mark in line for mark in ("FATAL:", "PANIC:", "ERROR:", "error:"))]
    return DatabaseDidNotStart(reason=(fatal or lines or ["?"])[-1], log=str(folder.log))


def postmaster(cluster: Path) -> tuple[int, str]:
    """Give the process id and the status in a cluster's postmaster.pid; (0, "") where there is none."""
    try:
        lines = (cluster / "postmaster.pid").read_text().splitlines()
        return int(lines[0]), lines[7].strip() if len(lines) > 7 else ""
    except (OSError, ValueError, IndexError):
        return 0, ""


def end_left_overs(cluster: Path) -> None:
    """End a PostgreSQL that outlived its keeper, and remove a postmaster.pid that names a process of another kind.

    Only the holder of the keeper's lock calls this, so whatever runs on the cluster is nobody's.
    """
    if not (cluster / "postmaster.pid").exists():
        return
    leader = postmaster(cluster)[0]
    running = _running_on(cluster)
    processes.end(
        [process for process in running if process.pid == leader],
        first=signal.SIGINT,
        patience=SHUTDOWN_PATIENCE,
    )
    processes.end([process for process in running if process.pid != leader], first=signal.SIGQUIT, patience=5)
    (cluster / "postmaster.pid").unlink(missing_ok=True)


def _running_on(cluster: Path) -> list[psutil.Process]:
    """PostgreSQL works with the cluster as its current folder, so that is how its processes are known."""
    place = str(cluster.resolve())
    found = []
    for process in psutil.process_iter():
        with suppress(psutil.Error):
            if process.name() == "postgres" and process.cwd() == place:
                found.append(process)
    return found
