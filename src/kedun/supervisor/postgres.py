"""One running PostgreSQL: started on a socket in a private folder, waited for, stopped."""

import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from kedun.supervisor import processes
from kedun.supervisor.cluster import (
    DATABASE,
    SHUTDOWN_PATIENCE,
    SUPERUSER,
    Installation,
    end_left_overs,
    make_ready,
    postmaster,
    why_not,
)
from kedun.supervisor.folder import DataFolder, prepared, refusing
from kedun.supervisor.refusals import DatabaseDidNotStart

LONGEST_RECOVERY = 600.0
LONGEST_SOCKET_FOLDER = 80  # a socket's whole path may have 107 bytes
LARGEST_LOG = 10_000_000
OPTIONS = {
    "listen_addresses": "",
    "max_connections": "60",
    "max_locks_per_transaction": "256",  # one batch touches every table of facts with all its indexes
    "shared_buffers": "256MB",
    "jit": "off",
    "timezone": "UTC",
    "log_timezone": "UTC",
}
UNSAFE_OPTIONS = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
# fast shutdown, then immediate, then by force
STOPPING = ((signal.SIGINT, SHUTDOWN_PATIENCE), (signal.SIGQUIT, 10.0), (signal.SIGKILL, 10.0))


@dataclass(frozen=True, slots=True)
class Postgres:
    """How to run PostgreSQL on one data folder."""

    install: Installation
    folder: DataFolder
    socket: Path
    options: dict[str, str]

    @property
    def url(self) -> str:
        """The address at which programs reach the database."""
        return f"postgresql://{SUPERUSER}@/{DATABASE}?host={quote(str(self.socket))}"

    def start(self) -> subprocess.Popen[bytes]:
        """Start PostgreSQL; what it writes goes to the log."""
        settings = {**self.options, "unix_socket_directories": str(self.socket)}
        command = ("postgres", *(word for name, value in settings.items() for word in ("-c", f"{name}={value}")))
        with refusing(self.folder.root), self.folder.log.open("ab") as log:
            return self.install.start(command, cluster=self.folder.cluster, death_signal=signal.SIGINT, output=log)

    def restart(self) -> subprocess.Popen[bytes]:
        """Start PostgreSQL again after it ended by itself or was killed."""
        end_left_overs(self.folder.cluster)
        return self.start()

    def wait_until_ready(self, running: subprocess.Popen[bytes]) -> None:
        """Wait until PostgreSQL takes connections, through a crash recovery if need be.

        Raises: DatabaseDidNotStart, DiskFull.
        """
        end = time.monotonic() + LONGEST_RECOVERY
        while time.monotonic() < end:
            if running.poll() is not None:
                raise why_not(self._end_of_log(), self.folder)
            if postmaster(self.folder.cluster) == (running.pid, "ready"):
                return
            time.sleep(0.02)
        processes.stop_child(running, STOPPING)
        raise DatabaseDidNotStart(reason=f"not ready after {LONGEST_RECOVERY:.0f} s", log=str(self.folder.log))

    def _end_of_log(self) -> str:
        with self.folder.log.open("rb") as log:
            log.seek(max(0, self.folder.log.stat().st_size - 2000))
            return log.read().decode(errors="replace")


def stop(running: subprocess.Popen[bytes]) -> None:
    """Stop PostgreSQL with a checkpoint; by force if it does not listen."""
    processes.stop_child(running, STOPPING)


@contextmanager
def prepared_postgres(folder: DataFolder, *, unsafe_but_fast: bool = False) -> Iterator[Postgres]:
    """Make everything ready to run PostgreSQL on a data folder; the caller starts and stops it in the block.

    Raises: the refusals of this package.
    """
    install = make_ready(folder, unsafe_but_fast=unsafe_but_fast)
    _turn_log(folder.log)
    with refusing(folder.root):
        socket = Path(tempfile.mkdtemp(prefix="kedun-", dir=_temporary(install)))  # mode 0700, ours alone
    try:
        install.give(socket)
        options = {**OPTIONS, **(UNSAFE_OPTIONS if unsafe_but_fast else {})}
        yield Postgres(install=install, folder=folder, socket=socket, options=options)
    finally:
        shutil.rmtree(socket, ignore_errors=True)


def _temporary(install: Installation) -> Path:
    """Choose the temporary folder; the system's own where ours is too deep, or perhaps closed to PostgreSQL's user."""
    chosen = Path(tempfile.gettempdir())
    system = Path("/", "tmp")
    unfit = install.user is not None or len(bytes(chosen)) > LONGEST_SOCKET_FOLDER or set(str(chosen)) & set(",'\"")
    return system if unfit and system.is_dir() else chosen


def _turn_log(log: Path) -> None:
    if log.exists() and log.stat().st_size > LARGEST_LOG:
        log.replace(log.with_suffix(".log.1"))


@contextmanager
def throwaway_database(root: Path) -> Iterator[str]:
    """Run PostgreSQL for a test run: nothing is forced to disk, and it ends with the block.

    Raises: the refusals of this package.
    """
    with prepared_postgres(prepared(root), unsafe_but_fast=True) as postgres:
        running = postgres.start()
        try:
            postgres.wait_until_ready(running)
            yield postgres.url
        finally:
            stop(running)
