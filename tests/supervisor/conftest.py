"""Commands and servers as processes of their own, on data folders of their own."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psutil
import psycopg
import pytest

from kedun.supervisor.processes import is_alive, python_environment
from tests.conftest import with_database

PATIENCE = 20.0
ON_ROOT_ONLY = pytest.mark.skipif(os.geteuid() != 0, reason="needs root, to become other users or to mount a disk")
COMMAND = """
import sys
from pathlib import Path
from kedun.supervisor import running_database
with running_database(Path(sys.argv[1])) as url:
    print(url, flush=True)
    sys.stdin.read()
"""
_tick = threading.Event()


@pytest.fixture(autouse=True)
def without_database_url(monkeypatch: pytest.MonkeyPatch) -> None:
    """These tests run databases of their own."""
    monkeypatch.delenv("DATABASE_URL", raising=False)


@pytest.fixture
def data(new_data: Path, made_once: Path) -> Path:
    """A data folder with an empty database."""
    return with_database(new_data, made_once)


@pytest.fixture
def new_data(tmp_path: Path) -> Iterator[Path]:
    """A data folder that does not exist yet; nothing may run on it when the test has ended."""
    folder = tmp_path / "data"
    yield folder
    left = until_nothing_runs_on(folder)
    for process in left:
        process.kill()
    assert left == []


def until(holds: Callable[[], bool], *, what: str = "") -> None:
    """Wait for processes to do what they were told."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, f"waited {PATIENCE:.0f} s in vain: {what}"
        _tick.wait(0.02)


def running_on(folder: Path) -> list[psutil.Process]:
    """The keepers and PostgreSQL processes of a data folder."""
    found = []
    for process in psutil.process_iter():
        with suppress(psutil.Error):
            is_keeper = "kedun.supervisor.keeper" in process.cmdline() and str(folder) in process.cmdline()
            if is_keeper or process.cwd() == str(folder / "postgresql"):
                found.append(process)
    return [process for process in found if is_alive(process)]


def until_nothing_runs_on(folder: Path) -> list[psutil.Process]:
    """Wait a little for the processes of a data folder to end; give those that do not."""
    with suppress(AssertionError):
        until(lambda: running_on(folder) == [])
    return running_on(folder)


def keeper_of(folder: Path) -> psutil.Process:
    return next(process for process in running_on(folder) if "postgres" not in process.name())


def postmaster_of(folder: Path) -> psutil.Process:
    return psutil.Process(int((folder / "postgresql" / "postmaster.pid").read_text().split()[0]))


@dataclass(frozen=True)
class Command:
    """A command that uses the database until it is let go."""

    process: subprocess.Popen[str]
    url: str

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def let_go(self) -> int:
        assert self.process.stdin
        self.process.stdin.close()
        return self.process.wait(PATIENCE)


@contextmanager
def script(
    code: str, *arguments: object, environment: Mapping[str, str] | None = None
) -> Iterator[subprocess.Popen[str]]:
    """Run Python code in a process of its own; it does not outlive the block."""
    with subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        env=python_environment(environment),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        try:
            yield process
        finally:
            if process.poll() is None:
                process.kill()


@contextmanager
def command(folder: Path) -> Iterator[Command]:
    """Start a command that uses the database of a data folder, and wait until it does."""
    with script(COMMAND, folder) as process:
        assert process.stdout
        yield Command(process, process.stdout.readline().strip())


def asked(url: str, query: str) -> object:
    """Ask the database one question; statements that give nothing give None."""
    with psycopg.connect(url, autocommit=True) as connection:
        cursor = connection.execute(query.encode())
        row = cursor.fetchone() if cursor.description else None
        return row[0] if row else None


def answers(url: str) -> bool:
    try:
        return asked(url, "SELECT 1") == 1
    except psycopg.OperationalError:
        return False
