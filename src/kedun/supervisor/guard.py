"""Watches over the server itself: a process that only waits, and starts the server again when something kills it."""

import os
import signal
import time
from pathlib import Path

from kedun.kernel.words import Words
from kedun.supervisor import processes
from kedun.supervisor.children import Tell
from kedun.supervisor.lease import Lease, take_lease

LOOK_EVERY = 0.05
NOBODY = -1
BY_FORCE = {signal.SIGKILL, signal.SIGSEGV, signal.SIGBUS, signal.SIGABRT, signal.SIGILL, signal.SIGFPE}
KILLED = Words(
    zh="服务被强行结束（信号 {signal}），正在重新启动", en="The server was killed (signal {signal}); starting it again"
)


def guarded(data: Path, tell: Tell) -> int | None:
    """Split in two: None for the process that goes on and works; its exit code for the one that only watches over it.

    A worker that is killed by force is replaced by a new one; the watcher shares the data folder's database, so that
    it keeps running meanwhile. Whoever kills the watcher ends the worker too: the kernel tells it (Linux), and it
    stops in good order.
    Raises: the refusals of this package.
    """
    restarts = processes.Restarts()
    with processes.listening_for_stop() as stopping:
        lease = None if os.environ.get("DATABASE_URL") else take_lease(data)
        code = 0
        while not stopping.asked:
            restarts.started()
            end_with_us = processes.dies_with_parent(signal.SIGTERM)
            worker = os.fork()
            if worker == 0:
                end_with_us()
                break
            code = _wait(worker, stopping, lease)
            if -code not in BY_FORCE or stopping.asked:
                break
            tell(KILLED, {"signal": -code})
            restarts.ended()
            while not restarts.is_due() and not stopping.asked:
                time.sleep(LOOK_EVERY)
        else:
            worker = NOBODY
        if worker != 0 and lease is not None:
            lease.give_back()
    # From here the worker answers signals itself; one that came between its birth and now is not lost.
    if worker == 0:
        return 0 if stopping.asked else None
    return _exit_code(code, was_asked=stopping.asked)


def _exit_code(code: int, *, was_asked: bool) -> int:
    """Give the exit code of the whole; a worker that had stopped already may meet our signal on its way out."""
    if code == -signal.SIGTERM and was_asked:
        return 0
    return code if code >= 0 else 128 - code


def _wait(worker: int, stopping: processes.Stop, lease: Lease | None) -> int:
    """Wait for the worker to end, handing on a wish to stop; give its exit code, negative for a signal."""
    is_told = False
    while True:
        if lease is not None and lease.keeper is not None:
            lease.keeper.poll()  # a keeper that was killed is our child: it is gone only when we have looked
        ended, status = os.waitpid(worker, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status)
        if stopping.asked and not is_told:
            os.kill(worker, signal.SIGTERM)
            is_told = True
        time.sleep(LOOK_EVERY)
