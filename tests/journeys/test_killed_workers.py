"""The worker is killed a hundred times while it imports and assesses: nothing is lost, nothing is doubled."""

import json
import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
from psycopg import sql

ROOT = Path(__file__).parents[2]
NOW = "2026-09-30T12:00:00+00:00"
KILLS_IN_IMPORTS, KILLS_IN_ASSESSMENTS = 60, 40
BACK_WITHIN_SECONDS = 60
FEWEST_WAITING = 4
WORKER = ("-m", "kedun.web.manage", "procrastinate", "worker", "--queues", "batch,maintenance", "--concurrency", "2")
OPEN_JOBS = "SELECT count(*) FROM procrastinate_jobs WHERE queue_name = 'batch' AND status IN ('todo', 'doing')"
WAITING_JOBS = "SELECT count(*) FROM procrastinate_jobs WHERE queue_name = 'batch' AND status = 'todo'"
STARTS = (
    "SELECT count(*) FROM procrastinate_events e JOIN procrastinate_jobs j ON j.id = e.job_id"
    " WHERE e.type = 'started' AND j.queue_name = 'batch'"
)


@dataclass(frozen=True)
class Installation:
    """A database and a data folder of their own."""

    url: str
    data: Path

    def environment(self) -> dict[str, str]:
        return {
            **{name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")},
            "DATABASE_URL": self.url,
            "KEDUN_DATA": str(self.data),
            "KEDUN_NOW": NOW,
            "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT))),
        }

    def run(self, *arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, *arguments], env=self.environment(), cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def trial(self, *arguments: str) -> str:
        return self.run("-m", "tests.journeys.trial_company", *arguments)

    def number(self, statement: str) -> int:
        with psycopg.connect(self.url) as connection:
            row = connection.execute(statement.encode()).fetchone()
        assert row is not None
        return int(row[0])

    def wait_until(self, is_so: Callable[[], bool], *, seconds: float) -> bool:
        """Look ten times a second until something is so; say whether it came to be."""
        with psycopg.connect(self.url, autocommit=True) as connection:
            for _ in range(int(seconds * 10)):
                if is_so():
                    return True
                connection.execute("SELECT pg_sleep(0.1)")
        return False

    def pause(self, seconds: float) -> None:
        with psycopg.connect(self.url) as connection:
            connection.execute("SELECT pg_sleep(%s)", [seconds])

    @contextmanager
    def worker(self) -> Iterator[None]:
        """Keep a worker running; it is killed at the end."""
        process = subprocess.Popen(
            [sys.executable, *WORKER],
            env=self.environment(),
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            yield
        finally:
            process.kill()
            process.wait()

    def kill_at_work(self, *, times: int, within: float, chance: random.Random, refill: Callable[[], object]) -> int:
        """Start a worker and kill it within some seconds of a job's start, again and again; count the kills that hit one."""
        hit = 0
        for _ in range(times):
            if self.number(WAITING_JOBS) < FEWEST_WAITING:
                refill()
            before = self.number(STARTS)
            with self.worker():
                hit += self.wait_until(partial(self.has_more_starts_than, before), seconds=20)
                self.pause(chance.uniform(0, within))
        return hit

    def has_more_starts_than(self, before: int) -> bool:
        return self.number(STARTS) > before

    def finish(self) -> None:
        with self.worker():
            assert self.wait_until(lambda: self.number(OPEN_JOBS) == 0, seconds=5 * BACK_WITHIN_SECONDS)


@pytest.fixture
def installations(tmp_path: Path) -> Iterator[tuple[Installation, Installation]]:
    """Two fresh installations on the test server: one to be killed, one to be left alone."""
    from django.db import connection

    given = connection.settings_dict
    names = [f"kill_{os.getpid()}", f"calm_{os.getpid()}"]
    server = f"postgresql://{given['USER']}@/postgres?host={given['HOST']}" + (
        f"&port={given['PORT']}" if given["PORT"] else ""
    )
    parts = urlsplit(server)
    with psycopg.connect(server, autocommit=True) as admin:
        for name in names:
            admin.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            made = [Installation(urlunsplit(parts._replace(path=f"/{name}")), tmp_path / name) for name in names]
            for each in made:
                each.data.mkdir()
                each.run("-m", "kedun.web.manage", "migrate", "-v0")
            yield made[0], made[1]
        finally:
            for name in names:
                admin.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


@pytest.mark.slow
def test_a_hundred_kills_lose_nothing_and_double_nothing(
    installations: tuple[Installation, Installation], tmp_path: Path
) -> None:
    killed, calm = installations
    files = str(tmp_path / "files")
    calm.trial("make", files)
    calm.trial("at-once", files)
    chance = random.Random(11)  # noqa: S311 - when to kill, not a secret

    hit = killed.kill_at_work(
        times=KILLS_IN_IMPORTS, within=1.2, chance=chance, refill=lambda: killed.trial("imports", files)
    )
    killed.finish()
    hit += killed.kill_at_work(
        times=KILLS_IN_ASSESSMENTS, within=3, chance=chance, refill=lambda: killed.trial("assessment")
    )
    killed.finish()

    assert hit >= (KILLS_IN_IMPORTS + KILLS_IN_ASSESSMENTS) * 0.9, "nearly every kill must hit a worker at work"
    assert killed.number("SELECT count(*) FROM procrastinate_jobs WHERE status = 'failed'") == 0
    assert json.loads(killed.trial("fingerprint")) == json.loads(calm.trial("fingerprint"))


@pytest.mark.slow
def test_after_a_kill_the_job_is_back_within_a_minute(
    installations: tuple[Installation, Installation], tmp_path: Path
) -> None:
    killed, _ = installations
    files = str(tmp_path / "files")
    killed.trial("make", files)
    killed.trial("imports", files)
    assert killed.kill_at_work(times=1, within=0.5, chance=random.Random(1), refill=lambda: None) == 1  # noqa: S311
    stuck = killed.number("SELECT max(id) FROM procrastinate_jobs WHERE queue_name = 'batch' AND status = 'doing'")
    with killed.worker():
        again = f"SELECT count(*) FROM procrastinate_events WHERE job_id = {stuck} AND type = 'started'"  # noqa: S608
        assert killed.wait_until(lambda: killed.number(again) >= 2, seconds=BACK_WITHIN_SECONDS)
