"""Running commands as a person or a script would."""

import http.client
import json
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
import pytest

from kedun.cli.main import run
from kedun.supervisor.processes import python_environment
from tests.conftest import with_database

PATIENCE = 240.0


@dataclass(frozen=True)
class Outcome:
    """What a command said and how it ended."""

    code: int
    out: str
    err: str

    def document(self) -> Mapping[str, Any]:
        document: Mapping[str, Any] = json.loads(self.out)
        assert document["format"] == 1
        return document


Kedun = Callable[..., Outcome]


@pytest.fixture
def kedun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Kedun:
    """Run a command in an empty folder, in a process that speaks no language of its own."""
    monkeypatch.chdir(tmp_path)
    for name in ("KEDUN_DATA", "KEDUN_LANG", "LC_ALL", "LANG"):
        monkeypatch.delenv(name, raising=False)

    def call(*arguments: str) -> Outcome:
        code = run(arguments)
        said = capsys.readouterr()
        return Outcome(code=code, out=said.out, err=said.err)

    return call


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@dataclass(frozen=True)
class Started:
    """A server that was started from the shell."""

    process: subprocess.Popen[str]
    port: int

    def ready(self) -> Mapping[str, Any]:
        """Wait until it says where it answers."""
        assert self.process.stdout
        line = self.process.stdout.readline()
        assert line, f"it ended with {self.process.wait()}: {self.complaint()}"
        document: Mapping[str, Any] = json.loads(line)
        return document

    def complaint(self) -> str:
        assert self.process.stderr
        return self.process.stderr.read()

    def get(self, path: str) -> tuple[int, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request("GET", path)
        answer = connection.getresponse()
        body = answer.read().decode()
        connection.close()
        return answer.status, body

    def post(self, path: str, document: Mapping[str, str]) -> int:
        """Send a form as the front end does, with the token its first page brought; gives the status."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request("GET", "/_allauth/browser/v1/config")
        answer = connection.getresponse()
        cookie = answer.headers["Set-Cookie"].split(";")[0]
        answer.read()
        headers = {"Cookie": cookie, "X-CSRFToken": cookie.partition("=")[2], "Content-Type": "application/json"}
        connection.request("POST", path, json.dumps(document), headers)
        answer = connection.getresponse()
        answer.read()
        connection.close()
        return answer.status

    def told(self, number: signal.Signals) -> int:
        self.process.send_signal(number)
        try:
            return self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            raise AssertionError(f"it goes on: {self._where_it_is()}") from None

    def _where_it_is(self) -> str:
        """Give what runs under it, and, ending it, the line that every thread of it was at."""
        under = psutil.Process(self.process.pid).children(recursive=True)
        running = [f"{each.pid} {each.status()} {' '.join(each.cmdline())}" for each in under]
        self.process.send_signal(signal.SIGABRT)
        return "\n".join([*running, self.complaint()])


@contextmanager
def started(data: Path, *arguments: str, **environment: str) -> Iterator[Started]:
    """Start a command that serves, on a folder, in a process of its own."""
    port = free_port()
    given = [*arguments, "--port", str(port), "--no-open", "--json", "--data", str(data), "--lang", "en"]
    with subprocess.Popen(
        [sys.executable, "-m", "kedun.cli", *given],
        env=python_environment({"SKIP_WEB_BUILD": "1", "PYTHONFAULTHANDLER": "1", **environment}),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield Started(process, port)
        finally:
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
                with suppress(subprocess.TimeoutExpired):
                    process.communicate(timeout=PATIENCE)
            if process.poll() is None:
                process.kill()


@pytest.fixture
def data(tmp_path: Path, with_tables: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with a database in which nothing is but tables."""
    monkeypatch.delenv("DATABASE_URL", raising=False)
    return with_database(tmp_path / "data", with_tables)


@pytest.fixture
def new_data(tmp_path: Path, made_once: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with a database that has no tables yet, as at a first start."""
    monkeypatch.delenv("DATABASE_URL", raising=False)
    return with_database(tmp_path / "data", made_once)
