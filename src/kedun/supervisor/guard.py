"""Watches over the server itself: a process that only waits, and starts the server again when something kills it."""

import os
import signal
import time

from kedun.kernel.words import Words
from kedun.supervisor import processes
from kedun.supervisor.children import Tell

LOOK_EVERY = 0.05
BY_FORCE = {signal.SIGKILL, signal.SIGSEGV, signal.SIGBUS, signal.SIGABRT, signal.SIGILL, signal.SIGFPE}
KILLED = Words(
    zh="服务被强行结束（信号 {signal}），正在重新启动", en="The server was killed (signal {signal}); starting it again"
)


def guarded(tell: Tell) -> int | None:
    """Split in two: None for the process that goes on and works; its exit code for the one that only watches over it.

    A worker that is killed by force is replaced by a new one. Whoever kills the watcher ends the worker too: the
    kernel tells it (Linux), and it stops in good order.
    """
    restarts = processes.Restarts()
    with processes.listening_for_stop() as stopping:
        while True:
            restarts.started()
            end_with_us = processes.dies_with_parent(signal.SIGTERM)
            worker = os.fork()
            if worker == 0:
                end_with_us()
                return None
            code = _wait(worker, stopping)
            if code == -signal.SIGTERM and stopping.asked:  # it had stopped already, and was on its way out
                return 0
            if -code not in BY_FORCE or stopping.asked:
                return code if code >= 0 else 128 - code
            tell(KILLED, {"signal": -code})
            restarts.ended()
            while not restarts.is_due() and not stopping.asked:
                time.sleep(LOOK_EVERY)


def _wait(worker: int, stopping: processes.Stop) -> int:
    """Wait for the worker to end, handing on a wish to stop; give its exit code, negative for a signal."""
    is_told = False
    while True:
        ended, status = os.waitpid(worker, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status)
        if stopping.asked and not is_told:
            os.kill(worker, signal.SIGTERM)
            is_told = True
        time.sleep(LOOK_EVERY)
