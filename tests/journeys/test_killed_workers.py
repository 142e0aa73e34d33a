"""Workers and the event process are killed again and again while they import and assess: nothing is lost or doubled.

KEDUN_KILLS says how often; at least 12, a hundred take some minutes.
"""

import json
import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
from psycopg import sql

from tests.journeys.trial_company import NEW_FACTS

ROOT = Path(__file__).parents[2]
NOW = "2026-09-30T12:00:00+00:00"
SOON = {"KEDUN_STALLED_SECONDS": "5"}
"""So soon is a worker believed dead here, that its jobs come back while others are killed."""
KILLS = max(12, int(os.environ.get("KEDUN_KILLS", "12")))
KILLS_IN_IMPORTS, KILLS_IN_ASSESSMENTS, KILLS_IN_EVENTS = KILLS // 2, KILLS // 4, KILLS // 4
BACK_WITHIN_SECONDS = 60
FEWEST_WAITING = 4
OPEN_JOBS = "SELECT count(*) FROM procrastinate_jobs WHERE queue_name = 'batch' AND status IN ('todo', 'doing')"
WAITING_JOBS = "SELECT count(*) FROM procrastinate_jobs WHERE queue_name = 'batch' AND status = 'todo'"
STARTS = (
    "SELECT count(*) FROM procrastinate_events e JOIN procrastinate_jobs j ON j.id = e.job_id"
    " WHERE e.type = 'started' AND j.queue_name = 'batch'"
)
STALE = "SELECT count(*) FROM facts_stale_customer"


@dataclass
class Installation:
    """A database and a data folder of their own, and a process that runs commands on them."""

    url: str
    data: Path
    process: "subprocess.Popen[str]"
    asked: "psycopg.Connection[tuple[int]]"
    chance: random.Random = field(default_factory=lambda: random.Random(11))  # noqa: S311 - when to kill, not a secret

    def do(self, name: str, *arguments: str) -> int:
        """Have a command done; gives what it answers."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps([name, *arguments]) + "\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline())

    def trial(self, name: str, *arguments: str) -> None:
        assert self.do(name, *arguments) == 0, name

    def fingerprint(self) -> object:
        told = self.data / "fingerprint.json"
        self.trial("fingerprint", str(told))
        return json.loads(told.read_text(encoding="utf-8"))

    def number(self, statement: str) -> int:
        row = self.asked.execute(statement.encode()).fetchone()
        assert row is not None
        return row[0]

    def wait_until(self, is_so: Callable[[], bool], *, seconds: float) -> bool:
        """Look fifty times a second until something is so; say whether it came to be."""
        for _ in range(int(seconds * 50)):
            if is_so():
                return True
            self.pause(0.02)
        return False

    def pause(self, seconds: float) -> None:
        self.asked.execute("SELECT pg_sleep(%s)", [seconds])

    @contextmanager
    def running(self, name: str) -> Iterator[None]:
        """Keep a worker or the event process running; it is killed at the end."""
        pid = self.do(name)
        try:
            yield
        finally:
            assert self.do("kill", str(pid)) == -9, "it lived until it was killed"

    def kill_at_work(self, *, times: int, within: float, refill: Callable[[], object]) -> int:
        """Start a worker and kill it within some seconds of a job's start, again and again; count the kills that hit one."""
        hit = 0
        for _ in range(times):
            if self.number(WAITING_JOBS) < FEWEST_WAITING:
                refill()
            before = self.number(STARTS)
            with self.running("worker"):
                hit += self.wait_until(partial(self.has_more_starts_than, before), seconds=30)
                self.pause(self.chance.uniform(0, within))
        return hit

    def has_more_starts_than(self, before: int) -> bool:
        return self.number(STARTS) > before

    def kill_at_events(self, *, times: int, within: float) -> None:
        """Deliver a fact, start the event process and kill it within some seconds of that, again and again."""
        for number in range(times):
            self.trial("fact", str(number))
            with self.running("events"):
                self.pause(self.chance.uniform(0, within))
        for number in range(times, NEW_FACTS):
            self.trial("fact", str(number))

    def finish(self, name: str, left: str) -> None:
        with self.running(name):
            assert self.wait_until(lambda: self.number(left) == 0, seconds=5 * BACK_WITHIN_SECONDS)


def environment(url: str, data: Path, special: Mapping[str, str]) -> dict[str, str]:
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")},
        "DATABASE_URL": url,
        "KEDUN_DATA": str(data),
        "KEDUN_NOW": NOW,
        "OPENBLAS_NUM_THREADS": "1",
        "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT))),
        **special,
    }


Install = Callable[[Mapping[str, str]], Installation]


@pytest.fixture
def install(tmp_path: Path, template: str) -> Iterator[Install]:
    """Makes fresh installations on the test server."""
    from django.db import connection

    given = connection.settings_dict
    server = f"postgresql://{given['USER']}@/postgres?host={given['HOST']}" + (
        f"&port={given['PORT']}" if given["PORT"] else ""
    )
    with ExitStack() as stack:
        admin = stack.enter_context(psycopg.connect(server, autocommit=True))

        def made(special: Mapping[str, str]) -> Installation:
            name = f"kill_{os.getpid()}_{len(list(tmp_path.iterdir()))}"
            making = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
            admin.execute(making.format(sql.Identifier(name), sql.Identifier(template)))
            drop = sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name))
            stack.callback(admin.execute, drop)
            url, data = urlunsplit(urlsplit(server)._replace(path=f"/{name}")), tmp_path / name
            data.mkdir()
            around = environment(url, data, special)
            process = subprocess.Popen(
                [sys.executable, "-m", "tests.journeys.trial_process"],
                env=around, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            )  # fmt: skip
            stack.enter_context(process)
            assert process.stdin is not None
            stack.callback(process.stdin.close)
            return Installation(url, data, process, stack.enter_context(psycopg.connect(url, autocommit=True)))

        yield made


@pytest.mark.slow
def test_many_kills_lose_nothing_and_double_nothing(install: Install, tmp_path: Path) -> None:
    killed, calm = install(SOON), install({})
    files = str(tmp_path / "files")
    calm.trial("make", files)
    calm.trial("at-once", files)
    calm.trial("facts")

    hit = killed.kill_at_work(times=KILLS_IN_IMPORTS, within=0.8, refill=lambda: killed.trial("imports", files))
    killed.finish("worker", OPEN_JOBS)
    hit += killed.kill_at_work(times=KILLS_IN_ASSESSMENTS, within=1.2, refill=lambda: killed.trial("assessment"))
    killed.finish("worker", OPEN_JOBS)
    killed.kill_at_events(times=KILLS_IN_EVENTS, within=0.5)
    killed.finish("events", STALE)

    assert hit >= (KILLS_IN_IMPORTS + KILLS_IN_ASSESSMENTS) * 0.85, "nearly every kill must hit a worker at work"
    assert killed.number("SELECT count(*) FROM procrastinate_jobs WHERE status = 'failed'") == 0
    assert killed.fingerprint() == calm.fingerprint()


@pytest.mark.slow
def test_after_a_kill_the_job_is_back_within_a_minute(install: Install, tmp_path: Path) -> None:
    killed = install({})
    files = str(tmp_path / "files")
    killed.trial("make", files)
    killed.trial("imports", files)
    assert killed.kill_at_work(times=1, within=0.5, refill=lambda: None) == 1
    stuck = killed.number("SELECT max(id) FROM procrastinate_jobs WHERE queue_name = 'batch' AND status = 'doing'")
    with killed.running("worker"):
        again = f"SELECT count(*) FROM procrastinate_events WHERE job_id = {stuck} AND type = 'started'"  # noqa: S608
        assert killed.wait_until(lambda: killed.number(again) >= 2, seconds=BACK_WITHIN_SECONDS)
