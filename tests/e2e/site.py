"""A whole kedun for tests in a browser: the program as people start it, with its database, workers and front end."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.cookiejar import CookieJar
from pathlib import Path
from typing import IO

ROOT = Path(__file__).parents[2]
PATIENCE = 240.0
STOPS_WITHIN = 60.0


@dataclass(frozen=True, slots=True)
class Site:
    """A running kedun. `people`: the address somebody of a role logs in with; `links`: what was told to be opened."""

    address: str
    data: Path
    password: str
    people: Mapping[str, str]
    links: tuple[str, ...] = ()


def free_port() -> int:
    """Give a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def running(data: Path, *command: str) -> Iterator[Site]:
    """Start `kedun COMMAND` on a data folder, wait until it answers, and stop it afterwards."""
    log = data.with_suffix(".log")
    with log.open("w") as errors:
        program = subprocess.Popen(
            [sys.executable, "-m", "kedun.cli", "--data", str(data), *command,
             "--port", str(free_port()), "--no-open", "--json"],
            cwd=data.parent, env=_environment(), stdout=subprocess.PIPE, stderr=errors, text=True, start_new_session=True,
        )  # fmt: skip
    try:
        assert program.stdout is not None
        told = json.loads(_first_line(program.stdout) or _gave_up(log))
        _answers(told["address"])
        yield Site(
            address=told["address"],
            data=data,
            password=told.get("password", ""),
            people={each["role"]: each["email"] for each in reversed(told.get("people", []))},
            links=tuple(re.findall(r"https?://\S+", log.read_text(encoding="utf-8"))),
        )
    finally:
        program.send_signal(signal.SIGTERM)
        program.wait(STOPS_WITHIN)
        if program.stdout is not None:
            program.stdout.close()


def set_password(site: Site, link: str, password: str) -> None:
    """Set a password by a link from a mail, as the page it leads to does."""
    jar = CookieJar()
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    browser.open(f"{site.address}/_allauth/browser/v1/config")
    request = urllib.request.Request(  # noqa: S310 - our own address
        f"{site.address}/_allauth/browser/v1/auth/password/reset",
        data=json.dumps({"key": link.rpartition("=")[2], "password": password}).encode(),
        headers={
            "Content-Type": "application/json",
            "X-CSRFToken": next(each.value or "" for each in jar if each.name == "csrftoken"),
        },
    )
    with suppress(urllib.error.HTTPError):  # 401: the password is set, and nobody is logged in yet
        browser.open(request)


def _environment() -> dict[str, str]:
    """Give our own environment without what points at other databases; the front end is built by the fixtures."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("KEDUN_", "DATABASE_URL"))}
    return {**kept, "PYTHONPATH": str(ROOT / "src"), "SKIP_WEB_BUILD": "1"}


def _first_line(told: IO[str]) -> str:
    """Read the one line that says the program is ready; nothing when it ended before."""
    return told.readline()


def _gave_up(log: Path) -> str:
    raise AssertionError(f"kedun did not start:\n{log.read_text(encoding='utf-8')[-4000:]}")


def _answers(address: str) -> None:
    with urllib.request.urlopen(f"{address}/health", timeout=PATIENCE) as answer:  # noqa: S310 - our own address
        assert answer.status == 200
