"""People come into a house that has been lived in: an older database is brought up to date."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest

ROOT = Path(__file__).parents[2]
BEFORE_PEOPLE = (
    ("facts", "0002_main_legal_entity"),
    ("alerts", "0002_history_and_size"),
    ("assessments", "0001_initial"),
    ("definitions", "0002_immutable"),
    ("intake", "0001_initial"),
    ("outbox", "0001_initial"),
    ("procrastinate", "0041_post_retry_failed_job"),
    ("accounts", "0002_append_only"),
)
"""How the tables of version 0.1 without log-in stood."""


@pytest.fixture
def url() -> Iterator[str]:
    """An empty database beside the one of the tests."""
    given = os.environ["DATABASE_URL"]
    name = f"kedun_migrated_{os.getpid()}"
    with psycopg.connect(given, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
        yield urlsplit(given)._replace(path=f"/{name}").geturl()
        connection.execute(f'DROP DATABASE "{name}"')


MIGRATE = """
import sys
import django
from django.core.management import call_command
django.setup()
for target in sys.argv[1:]:
    call_command("migrate", *target.split(), verbosity=0)
"""


def migrate(url: str, *targets: str) -> None:
    """Bring the tables to some states, one after the other; "" is the newest of all."""
    done = subprocess.run(
        [sys.executable, "-c", MIGRATE, *targets],
        env={**os.environ, "DATABASE_URL": url, "PYTHONPATH": "src", "DJANGO_SETTINGS_MODULE": "kedun.web.settings"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.slow
def test_a_database_without_people_is_brought_up_to_date(url: str) -> None:
    migrate(url, *(f"{stage} {name}" for stage, name in BEFORE_PEOPLE))
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(
            "INSERT INTO accounts_audit (at, actor, verb, subject, params) VALUES (now(), 'a', 'b', '', '{}')"
        )
        migrate(url, "")
        kept = connection.execute(
            "SELECT count(*), (SELECT count(*) FROM accounts_person) FROM accounts_audit"
        ).fetchone()
    assert kept == (1, 0)
