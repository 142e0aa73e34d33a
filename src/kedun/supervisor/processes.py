"""Starting processes that die with us, and ending those that did not."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

import psutil

import kedun

PR_SET_PDEATHSIG = 1
SOURCE = Path(kedun.__file__).parents[1]
FIRST_DELAY, LONGEST_DELAY, LONG_ENOUGH = 0.1, 10.0, 60.0
_libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


def dies_with_parent(death_signal: signal.Signals) -> Callable[[], None]:
    """Give the function for `preexec_fn` that lets the kernel signal the child when its parent is gone.

    Linux only; elsewhere the next start ends what was left. It must run after the change of user, which clears it.
    """
    parent = os.getpid()

    def ask() -> None:
        if _libc is not None:
            _libc.prctl(PR_SET_PDEATHSIG, int(death_signal))
            if os.getppid() != parent:  # the parent died before the kernel was asked
                os._exit(1)

    return ask


def python_environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """Give the environment in which a child Python finds this same kedun."""
    paths = [str(SOURCE), *filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(dict.fromkeys(paths)), **(extra or {})}


def born(pid: int) -> float | None:
    """Give the instant a process started (with its id it is the process, whatever ids are used again); None if gone."""
    try:
        return psutil.Process(pid).create_time()
    except psutil.Error:
        return None


def is_same(pid: int, started: float) -> bool:
    """Whether the process of that id is still the one that started then."""
    now = born(pid)
    return now is not None and abs(now - started) < 1


def end(processes: Iterable[psutil.Process], *, first: signal.Signals, patience: float) -> None:
    """Signal processes, wait, and kill those that are still there."""
    waiting = list(processes)
    for number in (first, signal.SIGKILL):
        for process in waiting:
            with suppress(psutil.Error):
                process.send_signal(number)
        until = time.monotonic() + patience
        while time.monotonic() < until and (waiting := [process for process in waiting if is_alive(process)]):
            time.sleep(0.02)


def is_alive(process: psutil.Process) -> bool:
    """Whether a process still runs; one that nobody has reaped yet does not."""
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.Error:
        return False


def stop_child(child: subprocess.Popen[bytes], signals: Iterable[tuple[signal.Signals, float]]) -> None:
    """Try one signal after the other, each with its patience in seconds, until the child has ended."""
    for number, patience in signals:
        if child.poll() is None:
            child.send_signal(number)
        with suppress(subprocess.TimeoutExpired):
            child.wait(patience)
            return


@dataclass(slots=True)
class Restarts:
    """When to start something again after it ended: at once, then ever later, from the start once it ran long enough."""

    clock: Callable[[], float] = time.monotonic
    delay: float = 0.0
    started_at: float = field(default=0.0)
    due_at: float = field(default=0.0)

    def started(self) -> None:
        """Note that it was started."""
        self.started_at = self.clock()

    def ended(self) -> None:
        """Note that it ended, and settle when it is due again."""
        if self.clock() - self.started_at >= LONG_ENOUGH:
            self.delay = 0.0
        self.due_at = self.clock() + self.delay
        self.delay = min(LONGEST_DELAY, max(FIRST_DELAY, self.delay * 2))

    def is_due(self) -> bool:
        """Whether the wait is over."""
        return self.clock() >= self.due_at


@dataclass(slots=True)
class Stop:
    """Whether somebody asked this process to stop."""

    asked: bool = False


@contextmanager
def listening_for_stop() -> Iterator[Stop]:
    """Let SIGINT, SIGTERM and SIGHUP ask for a stop during the block.

    Handlers are set explicitly: a shell starts background processes with SIGINT ignored.
    """
    stop = Stop()

    def ask(_number: int, _frame: FrameType | None) -> None:
        stop.asked = True

    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = {number: signal.signal(number, ask) for number in numbers}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
