"""The disk fills while facts are delivered: a clear answer, nothing acknowledged is lost, and afterwards it goes on by itself."""

import http.client
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg
import pytest

from kedun.supervisor import status
from kedun.supervisor.processes import python_environment
from tests.cli.conftest import Started, started
from tests.conftest import with_database
from tests.supervisor.conftest import ON_ROOT_ONLY
from tests.supervisor.test_folder import small_disk

ROWS = 500
LEFT_MB = 12
WITHIN_SECONDS = 90
KEY = """
import django
django.setup()
from kedun.accounts.keys.actions import add_key
from kedun.accounts.models import Person
boss = Person.objects.get()
print(add_key("test", boss, name="test", right="writer", scope="all", team_ids=[], expires_on=None).secret)
"""


@dataclass
class Shop:
    """Delivers customers in blocks and remembers which ones the server said it had taken."""

    server: Started
    key: str
    taken: list[str] = field(default_factory=list)
    number: int = 0

    def deliver(self) -> tuple[int, Any]:
        """Send the next block; gives the answer. What was refused is never sent again."""
        self.number += 1
        codes = [f"K{self.number}-{row}" for row in range(ROWS)]
        rows = [{"external_id": code, "name": f"客户 {code} " + "长名" * 100} for code in codes]
        status, document = self.put({"source": "shop", "rows": rows})
        if status == 200:
            assert document["added"] == ROWS, document["rejects"][:1]
            self.taken += codes
        return status, document

    def put(self, body: object) -> tuple[int, Any]:
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=60)
        headers = {"Authorization": f"Bearer {self.key}", "Content-Type": "application/json", "Accept-Language": "en"}
        try:
            connection.request("PUT", "/api/v1/facts/customer", json.dumps(body), headers)
            answer = connection.getresponse()
            return answer.status, json.loads(answer.read() or b"{}")
        except (OSError, http.client.HTTPException):
            return 0, {}  # the web server itself is being started again
        finally:
            connection.close()

    def until(self, wanted: int, *, seconds: float = WITHIN_SECONDS) -> list[tuple[int, Any]]:
        """Deliver until an answer has the wanted status; gives all answers."""
        answers, end = [self.deliver()], time.monotonic() + seconds
        while answers[-1][0] != wanted:
            assert time.monotonic() < end, [(each, told.get("code")) for each, told in answers][-20:]
            time.sleep(0.2)
            answers.append(self.deliver())
        return answers


@pytest.fixture
def disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A small disk of its own."""
    monkeypatch.delenv("DATABASE_URL", raising=False)
    with small_disk(tmp_path / "disk", "size=700m") as place:
        yield place


def key_of(data: Path) -> str:
    url = status(data).url
    assert url
    told = subprocess.run(
        [sys.executable, "-c", KEY],
        env=python_environment({"DATABASE_URL": url, "KEDUN_DATA": str(data), "DJANGO_SETTINGS_MODULE": "kedun.web.settings"}),
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return told.stdout.strip()


def free_mb(place: Path) -> float:
    found = os.statvfs(place)
    return found.f_bavail * found.f_frsize / 1e6


@ON_ROOT_ONLY
@pytest.mark.slow
@pytest.mark.parametrize("where", ["tables", "log"])
def test_a_full_disk_is_said_loses_nothing_and_is_got_over(disk: Path, with_tables: Path, where: str) -> None:
    """Where its tables cannot grow PostgreSQL refuses statements; where its log cannot, it goes down until there is space."""
    data = with_database(disk / "data", with_tables)
    with started(data, "run", "--admin-email", "boss@example.com") as server:
        assert "address" in server.ready()
        shop = Shop(server, key_of(data))
        if where == "tables":  # a piece of log that has just begun: the next one would find no room
            asked(data, "SELECT pg_switch_wal()")
        assert shop.deliver()[0] == 200
        ballast = disk / "ballast"
        ballast.write_bytes(b"\0" * int((free_mb(disk) - LEFT_MB) * 1e6))
        shop.until(503)
        if where == "log":
            fill_the_log(data)
        for _ in range(5):
            answer, told = shop.deliver()
            assert (answer, told["code"]) == (503, "disk_is_full")
            assert "Free some space" in told["message"]
            time.sleep(1)
        until_health_says(server, 200 if where == "tables" else 503)
        assert doctor(data)["disk"]["level"] == "fail"
        ballast.unlink()
        shop.until(200)
        assert set(shop.taken) <= codes(data), "what was acknowledged is there"
        until_all_are_assessed(data)


def until_health_says(server: Started, wanted: int) -> None:
    """Wait for what the server says of itself in the end: now and then PostgreSQL wants a piece of log and starts anew."""
    end = time.monotonic() + WITHIN_SECONDS
    while (told := server.get("/health"))[0] != wanted:
        assert time.monotonic() < end, told
        time.sleep(0.5)


def fill_the_log(data: Path) -> None:
    """Write to PostgreSQL's log until it cannot be written any more, and PostgreSQL ends."""
    write = (
        "SELECT count(pg_logical_emit_message(false, 'test', repeat('x', 1000000 + n))) FROM generate_series(1, 200) n"
    )
    with pytest.raises(psycopg.OperationalError):
        asked(data, write)


def doctor(data: Path) -> Mapping[str, Any]:
    told = subprocess.run(
        [sys.executable, "-m", "kedun.cli", "doctor", "--json", "--data", str(data)],
        env=python_environment({}), capture_output=True, text=True, check=False,
    )  # fmt: skip
    return {each["name"]: each for each in json.loads(told.stdout)["checks"]}


def codes(data: Path) -> set[str]:
    return {code for (code,) in asked(data, "SELECT code FROM facts_customer")}


def asked(data: Path, query: str) -> list[Any]:
    url = status(data).url
    assert url
    with psycopg.connect(url) as database:
        return database.execute(query.encode()).fetchall()


def until_all_are_assessed(data: Path) -> None:
    """Wait for the event process, which was refused too, to catch up."""
    end = time.monotonic() + WITHIN_SECONDS
    while (left := asked(data, "SELECT count(*) FROM facts_stale_customer")) != [(0,)]:
        assert time.monotonic() < end, left
        time.sleep(0.5)
