"""A command finds its database open and its tables up to date."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from kedun.cli.session import migrate_when_needed, opened, pending_migrations
from kedun.supervisor import status
from kedun.supervisor.processes import python_environment
from tests.conftest import with_database

COMMAND = """
import sys
from pathlib import Path
from kedun.cli import session
session.choose(session.Choices(data=Path(sys.argv[1])))
with session.opened():
    from django.db import connection
    with session.opened(), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) > 20 FROM django_migrations")
        print(cursor.fetchone()[0], session.pending_migrations(), session.migrate_when_needed())
try:
    with session.opened():
        pass
except AssertionError as bug:
    print(bug)
"""


def test_two_commands_on_a_new_folder_make_its_tables_once(
    tmp_path: Path, made_once: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    data = with_database(tmp_path / "data", made_once)
    command = [sys.executable, "-c", COMMAND, str(data)]
    runs = [
        subprocess.Popen(command, env=python_environment(), stdout=subprocess.PIPE, text=True) for _ in range(2)
    ]  # both meet an empty folder: one of them makes the tables, the other waits
    said = [process.communicate()[0].splitlines() for process in runs]
    assert said == [["True 0 False", "this process has already closed its database"]] * 2
    assert status(data).url is None


@pytest.mark.django_db
def test_where_django_is_set_up_its_connection_is_used() -> None:
    with opened(), connection.cursor() as cursor:
        cursor.execute("SELECT current_database()")
        name = cursor.fetchone()
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_database()")
        assert cursor.fetchone() == name


@pytest.mark.django_db
def test_tables_that_are_up_to_date_are_left_alone() -> None:
    assert pending_migrations() == 0
    assert migrate_when_needed() is False
