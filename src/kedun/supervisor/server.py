"""The long-running server on a data folder: the database and the processes that work with it, kept running."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from kedun.kernel.words import Words
from kedun.supervisor import folder as folders
from kedun.supervisor import processes
from kedun.supervisor.folder import DataFolder
from kedun.supervisor.lease import Lease, take_lease
from kedun.supervisor.refusals import AlreadyRunning, StillStopping

LOOK_EVERY = 0.2
STOP_PATIENCE = 90.0
MARK = "KEDUN_SERVER_OF"  # in the environment of every child, and so of whatever it starts in turn

DATABASE_READY = Words(zh="数据库已就绪", en="The database is ready")
DATABASE_LOST = Words(zh="数据库已停止，正在重新启动", en="The database went away; starting it again")
CHILD_STARTED = Words(zh="{name} 已启动（进程 {pid}）", en="{name} started (process {pid})")
CHILD_ENDED = Words(zh="{name} 已结束（{code}），将重新启动", en="{name} ended ({code}); it will be started again")
STOPPED = Words(zh="服务已停止", en="The server has stopped")

Tell = Callable[[Words, dict[str, str | int | float | bool | None]], None]


@dataclass(frozen=True, slots=True)
class Child:
    """A process the server keeps running. `death_signal` is what it gets when the server itself is killed."""

    name: str
    command: tuple[str, ...]
    death_signal: signal.Signals = signal.SIGKILL
    patience: float = 10.0


@dataclass(frozen=True, slots=True)
class Status:
    """What runs on a data folder: the database's URL or None, and the server's process id or None."""

    url: str | None
    server: int | None


@dataclass(slots=True)
class _Running:
    child: Child
    process: subprocess.Popen[bytes] | None = None
    restarts: processes.Restarts = field(default_factory=processes.Restarts)


@dataclass(frozen=True, slots=True)
class Supervisor:
    """Runs the database and the children in the foreground until it is told to stop."""

    data: Path
    children: Sequence[Child]
    tell: Tell
    prepare: Callable[[str], None]  # brings the database at this URL up to date, before the children start

    def run(self) -> None:
        """Keep everything running until SIGINT, SIGTERM or SIGHUP.

        Raises: AlreadyRunning, and the refusals of this package.
        """
        folder = folders.prepared(self.data)
        with _being_the_server(folder), processes.listening_for_stop() as stopping:
            _end_left_overs(folder)
            while not stopping.asked:
                with _database(self.data) as (url, lease):
                    self.prepare(url)
                    self.tell(DATABASE_READY, {})
                    self._keep(folder, url=url, lease=lease, stopping=stopping)
            self.tell(STOPPED, {})

    def _keep(self, folder: DataFolder, *, url: str, lease: Lease | None, stopping: processes.Stop) -> None:
        running = [_Running(child) for child in self.children]
        try:
            while not stopping.asked:
                if lease is not None and not lease.is_alive():
                    self.tell(DATABASE_LOST, {})
                    return
                for one in running:
                    self._look_after(one, folder, url)
                time.sleep(LOOK_EVERY)
        finally:
            _stop(running)
            _end_left_overs(folder)

    def _look_after(self, one: _Running, folder: DataFolder, url: str) -> None:
        if one.process is not None and one.process.poll() is not None:
            self.tell(CHILD_ENDED, {"name": one.child.name, "code": one.process.returncode})
            one.process = None
            one.restarts.ended()
        if one.process is None and one.restarts.is_due():
            one.process = _start(one.child, folder, url)
            one.restarts.started()
            self.tell(CHILD_STARTED, {"name": one.child.name, "pid": one.process.pid})


@contextmanager
def _being_the_server(folder: DataFolder) -> Iterator[None]:
    with folders.refusing(folder.root):
        lock = folders.take_if_free(folder.lock("server"))
    if lock is None:
        raise AlreadyRunning(folder=str(folder.root), pid=_server(folder))
    try:
        me = os.getpid()
        with folders.refusing(folder.root):
            folders.write_state(folder.state("server"), {"pid": me, "born": processes.born(me) or 0.0})
        yield
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


def _start(child: Child, folder: DataFolder, url: str) -> subprocess.Popen[bytes]:
    place = str(folder.root)
    environment = processes.python_environment({"DATABASE_URL": url, "KEDUN_DATA": place, MARK: place})
    return subprocess.Popen(  # noqa: S603 - the caller's own command
        child.command,
        env=environment,
        stdin=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=processes.dies_with_parent(child.death_signal),  # noqa: PLW1509 - no threads here
    )


def _stop(running: Sequence[_Running]) -> None:
    """Ask all children at once, then wait for each."""
    alive = [(one.child, one.process) for one in running if one.process is not None]
    for _, process in alive:
        with suppress(ProcessLookupError):
            process.terminate()
    for child, process in alive:
        processes.stop_child(process, ((signal.SIGTERM, child.patience), (signal.SIGKILL, 10.0)))


def _end_left_overs(folder: DataFolder) -> None:
    """Kill what children of this folder's server left behind, here or in an earlier life.

    The server's lock is ours, so whoever carries the mark has no server. A mark in the environment, unlike a process
    id in a file, cannot come to mean somebody else.
    """
    left = []
    for process in psutil.process_iter():
        with suppress(psutil.Error, OSError):
            if process.pid != os.getpid() and process.environ().get(MARK) == str(folder.root):
                left.append(process)
    processes.end(left, first=signal.SIGKILL, patience=5)


def _server(folder: DataFolder) -> int | None:
    """Give the process id of the server on a folder; None where none runs."""
    if not folders.is_held(folder.lock("server")):
        return None
    state = folders.read_state(folder.state("server"))
    pid = int(state.get("pid", 0))
    return pid if processes.is_same(pid, float(state.get("born", 0))) else None


def status(data: Path) -> Status:
    """Say what runs on a data folder."""
    folder = DataFolder(data.resolve())
    keeper = folders.read_state(folder.state("keeper")) if folders.is_held(folder.lock("keeper")) else {}
    url = keeper.get("url")
    return Status(url=str(url) if url else None, server=_server(folder))


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
