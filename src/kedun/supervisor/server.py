"""The long-running server on a data folder: the database and the processes that work with it, kept running."""

import os
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from kedun.kernel.words import Words
from kedun.supervisor import children as kept
from kedun.supervisor import folder as folders
from kedun.supervisor import processes
from kedun.supervisor.children import Child, Running, Tell
from kedun.supervisor.folder import DataFolder
from kedun.supervisor.lease import Lease, take_lease
from kedun.supervisor.refusals import AlreadyRunning, PreparationFailed, StillStopping

LOOK_EVERY = 0.1
STOP_PATIENCE = 90.0
END_OF_LOG = 2000

DATABASE_READY = Words(zh="数据库已就绪", en="The database is ready")
DATABASE_LOST = Words(zh="数据库已停止，正在重新启动", en="The database went away; starting it again")
STOPPED = Words(zh="服务已停止", en="The server has stopped")


@dataclass(frozen=True, slots=True)
class Status:
    """What runs on a data folder: the database's URL, the server's process id, the address it serves; None where not."""

    url: str | None
    server: int | None
    address: str | None


def _nothing() -> None:
    """Watch nothing."""


@dataclass(frozen=True, slots=True)
class Supervisor:
    """Runs the database and the children in the foreground until it is told to stop.

    `preparing`: programs that run to their end, side by side, before the children start for the first time; what they
    do must bear being done again. `watch` is called at every look, some ten times a second. `is_guarded`: our parent is
    a guard; a server that was killed under the same guard has prepared for us.
    """

    data: Path
    children: Sequence[Child]
    tell: Tell
    preparing: Sequence[Child] = ()
    watch: Callable[[], None] = _nothing
    address: str = ""
    is_guarded: bool = False

    def run(self) -> None:
        """Keep everything running until SIGINT, SIGTERM or SIGHUP.

        Raises: AlreadyRunning, PreparationFailed, and the refusals of this package.
        """
        folder = folders.prepared(self.data)
        with _being_the_server(folder) as before, processes.listening_for_stop() as stopping:
            kept.end_left_overs(folder)
            me: folders.State = {"guard": _guard() if self.is_guarded else "", "address": self.address}
            is_prepared = self.is_guarded and before.get("prepared_under") == me["guard"]
            _announce(folder, me)
            while not stopping.asked:
                with _database(self.data) as (url, lease):
                    self.tell(DATABASE_READY, {})
                    if not is_prepared:
                        self._prepare(folder, url=url, stopping=stopping)
                        is_prepared = not stopping.asked
                    if is_prepared:
                        _announce(folder, {**me, "prepared_under": me["guard"]})
                    self._keep(folder, url=url, lease=lease, stopping=stopping)
            self.tell(STOPPED, {})

    def _prepare(self, folder: DataFolder, *, url: str, stopping: processes.Stop) -> None:
        """Run the programs that prepare, to their end or until somebody asks for a stop."""
        waiting: list[Running] = []
        try:
            waiting += [Running(child, kept.start(child, folder, url)) for child in self.preparing]
            while waiting and not stopping.asked:
                for one in list(waiting):
                    assert one.process is not None
                    code = one.process.poll()
                    if code is not None:
                        waiting.remove(one)
                    if code and not stopping.asked:
                        raise PreparationFailed(name=one.child.name, reason=_why(one.child, folder, code))
                time.sleep(LOOK_EVERY)
        finally:
            kept.stop(waiting, hurry=True)
            kept.end_left_overs(folder)

    def _keep(self, folder: DataFolder, *, url: str, lease: Lease | None, stopping: processes.Stop) -> None:
        running = [Running(child) for child in self.children]
        for one in running:
            one.wait_its_turn()
        is_lost = False
        try:
            while not stopping.asked:
                is_lost = lease is not None and not lease.is_alive()
                if is_lost:
                    self.tell(DATABASE_LOST, {})
                    return
                for one in running:
                    one.look_after(folder, url, self.tell)
                self.watch()
                time.sleep(LOOK_EVERY)
        finally:
            kept.stop(running, hurry=is_lost)
            kept.end_left_overs(folder)


def _why(child: Child, folder: DataFolder, code: int) -> str:
    """Give the last line a program wrote; its exit code where it spoke to the person itself."""
    if child.speaks:
        return str(code)
    with suppress(OSError), folder.log_of(child.name).open("rb") as log:
        log.seek(max(0, folder.log_of(child.name).stat().st_size - END_OF_LOG))
        lines = [line.strip() for line in log.read().decode(errors="replace").splitlines() if line.strip()]
        return f"{lines[-1]} ({folder.log_of(child.name)})" if lines else str(code)
    return str(code)


def _guard() -> str:
    """Name our parent: its process id may be used again, with another beginning."""
    return f"{os.getppid()} {processes.born(os.getppid())}"


def _announce(folder: DataFolder, state: folders.State) -> None:
    """Say in the data folder who is the server."""
    me = os.getpid()
    with folders.refusing(folder.root):
        folders.write_state(folder.state("server"), {"pid": me, "born": processes.born(me) or 0.0, **state})


@contextmanager
def _being_the_server(folder: DataFolder) -> Iterator[folders.State]:
    """Be the only server for the block; give what one that was killed had said of itself."""
    with folders.refusing(folder.root):
        lock = folders.take_if_free(folder.lock("server"))
    if lock is None:
        raise AlreadyRunning(folder=str(folder.root), pid=_server(folder), address=_address(folder) or "-")
    try:
        yield folders.read_state(folder.state("server"))
    finally:
        folder.state("server").unlink(missing_ok=True)
        os.close(lock)


@contextmanager
def _database(data: Path) -> Iterator[tuple[str, Lease | None]]:
    stated = os.environ.get("DATABASE_URL")
    if stated:
        yield stated, None
        return
    lease = take_lease(data)
    try:
        yield lease.url, lease
    finally:
        lease.give_back()


def _server(folder: DataFolder) -> int | None:
    """Give the process id of the server on a folder; None where none runs."""
    if not folders.is_held(folder.lock("server")):
        return None
    state = folders.read_state(folder.state("server"))
    pid = int(state.get("pid", 0))
    return pid if processes.is_same(pid, float(state.get("born", 0))) else None


def _address(folder: DataFolder) -> str | None:
    return str(folders.read_state(folder.state("server")).get("address") or "") or None


def status(data: Path) -> Status:
    """Say what runs on a data folder."""
    folder = DataFolder(data.resolve())
    keeper = folders.read_state(folder.state("keeper")) if folders.is_held(folder.lock("keeper")) else {}
    url, server = keeper.get("url"), _server(folder)
    return Status(url=str(url) if url else None, server=server, address=_address(folder) if server else None)


def stop(data: Path, *, patience: float = STOP_PATIENCE) -> int | None:
    """Stop the server on a data folder and wait until it has ended; give its process id, None where none ran.

    Raises: StillStopping.
    """
    folder = DataFolder(data.resolve())
    pid = _server(folder)
    if pid is None:
        return None
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGTERM)
    end = time.monotonic() + patience
    while time.monotonic() < end:
        if not folders.is_held(folder.lock("server")):
            return pid
        time.sleep(0.05)
    raise StillStopping(folder=str(folder.root), pid=pid)
