"""Whatever is killed under use, the server answers again within seconds, and what it had stored is there."""

import http.client
import os
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import psutil
import pytest

from kedun.supervisor import running_database, status
from kedun.supervisor.processes import SOURCE
from tests.house import ROOT
from tests.supervisor.conftest import (
    PATIENCE,
    asked,
    keeper_of,
    postmaster_of,
    running_on,
    script,
    until,
    until_nothing_runs_on,
)
from tests.supervisor.test_server import ON_LINUX, marked

# Seconds without an answer, on a machine with nothing else to do; tests may share theirs with many others.
LONGEST_OUTAGE = 5.0 * max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))
# A guarded server with a web server and a worker, on an address of its own.
SERVER = """
import signal, sys
from pathlib import Path
from kedun.kernel.refusals import Refusal
from kedun.supervisor import Child, Supervisor, guarded
data, port, paths = Path(sys.argv[1]), sys.argv[2], {"PYTHONPATH": sys.argv[3]}
PYTHON = (sys.executable, "-P", "-m")
TABLE = "import os, psycopg; print('prepared', flush=True); psycopg.connect(os.environ['DATABASE_URL'], autocommit=True).execute('CREATE TABLE IF NOT EXISTS seen (n int)')"
WEB = ("granian", "--interface", "wsgi", "--workers", "2", "--respawn-failed-workers", "--workers-kill-timeout", "2", "--log-level", "warning")
tell = lambda words, params: print(words.say("en", **params), flush=True)
code = guarded(data, tell)
if code is not None:
    sys.exit(code)
Supervisor(
    data=data,
    preparing=(Child("table", (sys.executable, "-c", TABLE)),),
    children=(
        Child("web", (*PYTHON, *WEB, "--port", port, "tests.supervisor.answering:application"), signal.SIGTERM, environment=paths),
        Child("worker", (sys.executable, "-c", "import signal; signal.pause()")),
    ),
    tell=tell,
    address=f"http://127.0.0.1:{port}",
    is_guarded=True,
).run()
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@dataclass
class Visitor:
    """Asks again and again, in a thread, and notes how long nobody answered."""

    port: int
    stored: list[int] = field(default_factory=list)
    answered_by: set[int] = field(default_factory=set)
    longest: float = 0.0
    _stop: threading.Event = field(default_factory=threading.Event)

    def visit(self) -> None:
        last, number = time.monotonic(), 0
        while not self._stop.wait(0.02):
            number += 1
            if self._ask(number):
                now = time.monotonic()
                self.longest, last = max(self.longest, now - last), now
                self.stored.append(number)

    def _ask(self, number: int) -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=2)
        with suppress(OSError, http.client.HTTPException):
            connection.request("GET", f"/{number}")
            answer = connection.getresponse()
            said = answer.read()
            connection.close()
            if answer.status == http.client.OK:
                self.answered_by.add(int(said))
                return True
        return False

    def leave(self) -> None:
        self._stop.set()


@dataclass(frozen=True)
class Served:
    """A server under use."""

    guard: subprocess.Popen[str]
    data: Path
    visitor: Visitor

    @property
    def server(self) -> psutil.Process:
        found = status(self.data).server
        assert found
        return psutil.Process(found)

    def of(self, mark: str, *, parent: int | None = None) -> list[psutil.Process]:
        """The processes of the server whose command line holds a word."""
        found = []
        for pid in marked(self.data):
            with suppress(psutil.Error):
                process = psutil.Process(pid)
                is_meant = parent is None or process.ppid() == parent
                if is_meant and any(mark in word for word in process.cmdline()):
                    found.append(process)
        return found

    def master(self) -> psutil.Process:
        return next(process for process in self.of("granian") if process.ppid() == self.server.pid)

    def answers_again(self) -> None:
        """Wait until more visits were stored than when this was called."""
        seen = len(self.visitor.stored)
        until(lambda: len(self.visitor.stored) > seen + 5, what="the server answers again")


@contextmanager
def served(data: Path) -> Iterator[Served]:
    port = free_port()
    paths = os.pathsep.join((str(SOURCE), str(ROOT)))
    visitor = Visitor(port)
    thread = threading.Thread(target=visitor.visit)
    with script(SERVER, data, port, paths) as guard:
        running = Served(guard, data, visitor)
        until(lambda: visitor._ask(0), what="the server answers")
        thread.start()
        try:
            running.answers_again()
            yield running
        finally:
            visitor.leave()
            thread.join()
            guard.send_signal(signal.SIGTERM)
            with suppress(subprocess.TimeoutExpired):
                guard.wait(PATIENCE)
    assert until_nothing_runs_on(data) == []
    assert marked(data) == []
    with running_database(data) as url:
        kept = asked(url, "SELECT array_agg(n) FROM seen")
    assert isinstance(kept, list)
    assert set(visitor.stored) <= set(kept), "what was answered is stored"
    assert visitor.longest <= LONGEST_OUTAGE


def kill(process: psutil.Process) -> None:
    process.kill()
    process.wait(PATIENCE)


@ON_LINUX
@pytest.mark.parametrize(
    "victim",
    [
        pytest.param(lambda running: running.server, id="the server itself"),
        pytest.param(lambda running: postmaster_of(running.data), id="PostgreSQL"),
        pytest.param(lambda running: keeper_of(running.data), id="PostgreSQL's keeper"),
        pytest.param(lambda running: running.master(), id="the web server"),
        pytest.param(lambda running: running.of("granian", parent=running.master().pid)[0], id="one of its workers"),
        pytest.param(lambda running: running.of("signal.pause")[0], id="a job worker"),
    ],
)
def test_what_is_killed_under_use_comes_back(data: Path, victim: Callable[[Served], psutil.Process]) -> None:
    with served(data) as running:
        kill(victim(running))
        running.answers_again()
        until(lambda: len(running.of("signal.pause")) == 1, what="the job worker runs")


@ON_LINUX
def test_a_server_that_was_killed_need_not_prepare_again(data: Path) -> None:
    with served(data) as running:
        kill(running.server)
        running.answers_again()
        assert (data / "logs" / "table.log").read_text().split() == ["prepared"]
        assert status(data).address == f"http://127.0.0.1:{running.visitor.port}"


@ON_LINUX
def test_the_workers_of_a_killed_web_server_do_not_go_on_beside_the_new_ones(data: Path) -> None:
    with served(data) as running:
        old = {process.pid for process in running.of("granian")}
        kill(running.master())
        until(lambda: len({each.pid for each in running.of("granian")} - old) >= 3, what="a new web server")
        assert old & {process.pid for process in running.of("granian")} == set()
        running.visitor.answered_by.clear()
        running.answers_again()
        assert running.visitor.answered_by & old == set()


@ON_LINUX
def test_whoever_kills_the_guard_ends_the_server_too(data: Path) -> None:
    with served(data) as running:
        running.guard.kill()
        running.guard.wait(PATIENCE)
        assert until_nothing_runs_on(data) == []
        until(lambda: marked(data) == [], what="all children end")
        assert status(data).server is None


# As on a system whose kernel tells nobody that a parent died.
ORPHANS = SERVER.replace(
    "data, port", "import kedun.supervisor.processes as processes\nprocesses._libc = None\ndata, port", 1
)


@ON_LINUX
def test_where_the_kernel_tells_nobody_the_next_start_ends_what_was_left(data: Path) -> None:
    paths = os.pathsep.join((str(SOURCE), str(ROOT)))
    visitor = Visitor(free_port())
    with script(ORPHANS, data, visitor.port, paths) as guard:
        until(lambda: visitor._ask(1), what="the server answers")
        server = status(data).server
        assert server
        guard.kill()
        guard.wait(PATIENCE)
        psutil.Process(server).kill()
    until(lambda: status(data).server is None, what="the server is gone")
    left = {process.pid for process in running_on(data)} | set(marked(data))
    assert len(marked(data)) >= 4, "a web server with two workers, and a job worker"
    with script(ORPHANS, data, visitor.port, paths) as guard:
        until(lambda: status(data).server is not None and visitor._ask(2), what="the new server answers")
        until(lambda: not left & set(marked(data)), what="what was left ends")
        guard.send_signal(signal.SIGTERM)
        assert guard.wait(PATIENCE) == 0
    assert until_nothing_runs_on(data) == []
    assert marked(data) == []


def test_two_first_starts_at_once_make_one_server(new_data: Path) -> None:
    paths = os.pathsep.join((str(SOURCE), str(ROOT)))
    ports = (free_port(), free_port())
    with script(SERVER, new_data, ports[0], paths) as one, script(SERVER, new_data, ports[1], paths) as other:
        until(lambda: one.poll() is not None or other.poll() is not None, what="one of them gives way")
        running = other if one.poll() is not None else one
        until(lambda: any(Visitor(port)._ask(1) for port in ports), what="the other one serves")
        assert running.poll() is None
        running.send_signal(signal.SIGTERM)
        assert running.wait(PATIENCE) == 0
