"""The processes a server keeps running: started, started again, stopped, and never left behind."""

import os
import signal
import subprocess
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass, field
from typing import IO

import psutil

from kedun.kernel.words import Words
from kedun.supervisor import processes
from kedun.supervisor.folder import DataFolder, refusing

MARK = "KEDUN_SERVER_OF"  # in the environment of every child, and so of whatever it starts in turn
LARGEST_LOG = 10_000_000
GIVEN_WAY = 5
IN_A_HURRY = 0.2
CHILD_STARTED = Words(zh="{name} 已启动（进程 {pid}）", en="{name} started (process {pid})")
CHILD_ENDED = Words(
    zh="{name} 已结束（{code}），将重新启动；日志：{log}",
    en="{name} ended ({code}); it will be started again; log: {log}",
)

Tell = Callable[[Words, Mapping[str, str | int | float | bool | None]], None]


@dataclass(frozen=True, slots=True)
class Child:
    """A program of the server. `death_signal` is what it gets when the server itself is killed.

    What it writes goes to `logs/<name>.log` in the data folder, unless it `speaks` to the person who started the server.
    One that `gives_way` works when the processor has nothing more urgent to do. `after`: seconds to wait when all are
    started together, so that those whom people wait for have the processor to themselves.
    """

    name: str
    command: tuple[str, ...]
    death_signal: signal.Signals = signal.SIGKILL
    patience: float = 10.0
    environment: Mapping[str, str] = field(default_factory=dict)
    speaks: bool = False
    gives_way: bool = False
    after: float = 0.0


@dataclass(slots=True)
class Running:
    """A child that is kept running."""

    child: Child
    process: subprocess.Popen[bytes] | None = None
    restarts: processes.Restarts = field(default_factory=processes.Restarts)

    def wait_its_turn(self) -> None:
        """Let the first start come only after the others that go before."""
        self.restarts.due_at = self.restarts.clock() + self.child.after

    def look_after(self, folder: DataFolder, url: str, tell: Tell) -> None:
        """Start the child where it does not run and its wait is over."""
        name = self.child.name
        if self.process is not None and self.process.poll() is not None:
            end_left_overs(folder, group=self.process.pid)
            tell(CHILD_ENDED, {"name": name, "code": self.process.returncode, "log": str(folder.log_of(name))})
            self.process = None
            self.restarts.ended()
        if self.process is None and self.restarts.is_due():
            self.process = start(self.child, folder, url)
            self.restarts.started()
            tell(CHILD_STARTED, {"name": name, "pid": self.process.pid})


def start(child: Child, folder: DataFolder, url: str) -> subprocess.Popen[bytes]:
    """Start a child. One that speaks stays in our session, since it may ask questions; Ctrl-C reaches it with us."""
    place = str(folder.root)
    environment = processes.python_environment(
        {"DATABASE_URL": url, "KEDUN_DATA": place, MARK: place, **child.environment}
    )
    with refusing(folder.root), _output(child, folder) as output:
        return subprocess.Popen(  # noqa: S603 - the caller's own command
            child.command,
            env=environment,
            stdin=None if child.speaks else subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=not child.speaks,
            preexec_fn=_at_birth(child),  # noqa: PLW1509 - no threads here
        )


def _at_birth(child: Child) -> Callable[[], None]:
    """Give what the new process does before its program begins."""
    dies_with_us = processes.dies_with_parent(child.death_signal)

    def give_way_and_die_with_us() -> None:
        dies_with_us()
        os.nice(GIVEN_WAY)

    return give_way_and_die_with_us if child.gives_way else dies_with_us


def _output(child: Child, folder: DataFolder) -> AbstractContextManager[IO[bytes] | None]:
    """Give where a child writes to: its log, or None for wherever we write to."""
    log = folder.log_of(child.name)
    if child.speaks:
        return nullcontext()
    if log.exists() and log.stat().st_size > LARGEST_LOG:
        log.replace(log.with_suffix(".log.1"))
    return log.open("ab")


def stop(running: Sequence[Running], *, hurry: bool = False) -> None:
    """Ask all children at once, then wait for each; not for long when there is a `hurry`."""
    alive = [(one.child, one.process) for one in running if one.process is not None]
    for _, process in alive:
        with suppress(ProcessLookupError):
            process.terminate()
    for child, process in alive:
        patience = IN_A_HURRY if hurry else child.patience
        processes.stop_child(process, ((signal.SIGTERM, patience), (signal.SIGKILL, 10.0)))


def end_left_overs(folder: DataFolder, *, group: int | None = None) -> None:
    """Kill what children of this folder's server left behind, here or in an earlier life; of one process group or all.

    The server's lock is ours, so whoever carries the mark has no server. A mark in the environment, unlike a process
    id in a file, cannot come to mean somebody else. The workers of a killed web server would go on serving its port.
    """
    left = []
    for process in psutil.process_iter():
        with suppress(psutil.Error, OSError):
            is_meant = process.pid != os.getpid() and (group is None or os.getpgid(process.pid) == group)
            if is_meant and process.environ().get(MARK) == str(folder.root):
                left.append(process)
    processes.end(left, first=signal.SIGKILL, patience=5)
