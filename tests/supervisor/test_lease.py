"""The database runs while somebody uses it, however the users come, go or die."""

import sys
from contextlib import ExitStack
from pathlib import Path

import pytest

from kedun.supervisor import running_database, status
from kedun.supervisor.folder import prepared
from kedun.supervisor.postgres import prepared_postgres
from tests.supervisor.conftest import (
    answers,
    asked,
    command,
    keeper_of,
    postmaster_of,
    running_on,
    script,
    until,
    until_nothing_runs_on,
)

HASTY = """
import sys
from pathlib import Path
import psycopg
from kedun.supervisor import running_database
sys.stdin.readline()
for _ in range(5):
    with running_database(Path(sys.argv[1])) as url, psycopg.connect(url) as connection:
        print(connection.execute("SELECT 1").fetchone()[0], end=" ", flush=True)
"""


def test_the_database_runs_for_the_block_and_keeps_what_was_stored(data: Path) -> None:
    with running_database(data) as url:
        asked(url, "CREATE TABLE kept AS SELECT 7 AS answer")
        assert asked(url, "SHOW server_encoding") == "UTF8"
        assert status(data).url == url
    assert running_on(data) == []
    assert status(data).url is None
    with running_database(data) as url:
        assert asked(url, "SELECT answer FROM kept") == 7


def test_spaces_chinese_and_a_long_path_do_no_harm(tmp_path: Path) -> None:
    folder = tmp_path / "客户 数据 (2026)" / ("long " * 25 + "'end'")
    assert len(str(folder)) > 134
    with running_database(folder) as url:
        assert answers(url)
    assert until_nothing_runs_on(folder) == []


def test_a_stated_database_is_used_as_it_is(new_data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://elsewhere/ledger")
    with running_database(new_data) as url:
        assert url == "postgresql://elsewhere/ledger"
    assert not new_data.exists()


def test_a_second_command_uses_the_first_ones_database_and_outlives_it(data: Path) -> None:
    with command(data) as first, command(data) as second:
        assert first.url == second.url
        assert first.let_go() == 0
        assert answers(second.url)
        assert second.let_go() == 0
    assert until_nothing_runs_on(data) == []


def test_the_last_command_returns_only_when_everything_is_cleaned_up(data: Path) -> None:
    with command(data) as only:
        socket = Path(only.url.partition("host=")[2])
        assert socket.is_dir()
        assert only.let_go() == 0
        assert running_on(data) == []
        assert not socket.exists()


def test_commands_that_start_and_end_at_the_same_time_all_find_a_database(new_data: Path) -> None:
    with ExitStack() as stack:
        hasty = [stack.enter_context(script(HASTY, new_data)) for _ in range(4)]
        for process in hasty:
            assert process.stdin
            process.stdin.write("now\n")
            process.stdin.flush()
        answered = [process.communicate()[0].split() for process in hasty]
    assert answered == [["1"] * 5] * 4


def test_a_killed_command_leaves_nothing(data: Path) -> None:
    with command(data) as killed:
        killed.kill()
    assert until_nothing_runs_on(data) == []


def test_a_killed_command_does_not_take_the_database_from_the_others(data: Path) -> None:
    with command(data) as killed, command(data) as other:
        killed.kill()
        assert answers(other.url)
        other.let_go()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells children that their parent died")
def test_a_killed_keeper_leaves_nothing_and_the_next_command_works(data: Path) -> None:
    with running_database(data) as url:
        asked(url, "CREATE TABLE kept AS SELECT 7 AS answer")
    with command(data) as orphaned:
        keeper_of(data).kill()
        assert until_nothing_runs_on(data) == []
        with running_database(data) as url:
            assert asked(url, "SELECT answer FROM kept") == 7
        orphaned.let_go()


def test_a_database_that_outlived_its_keeper_is_taken_over(data: Path) -> None:
    with prepared_postgres(prepared(data)) as forgotten:
        running = forgotten.start()
        forgotten.wait_until_ready(running)
        asked(forgotten.url, "CREATE TABLE kept AS SELECT 7 AS answer")
        with running_database(data) as url:
            assert running.wait(1) == 0
            assert url != forgotten.url
            assert asked(url, "SELECT answer FROM kept") == 7


def test_a_killed_postmaster_is_started_again_at_the_same_address(data: Path) -> None:
    with running_database(data) as url:
        asked(url, "CREATE TABLE kept AS SELECT 7 AS answer")
        killed = postmaster_of(data)
        killed.kill()
        killed.wait(10)
        until(lambda: answers(url), what="PostgreSQL starts again")
        assert asked(url, "SELECT answer FROM kept") == 7


def test_a_folder_left_by_a_start_that_was_killed_half_way_is_made_anew(new_data: Path) -> None:
    partial = new_data / "postgresql.partial"
    partial.mkdir(parents=True)
    (partial / "PG_VERSION").write_text("18")
    with running_database(new_data) as url:
        assert answers(url)
    assert not partial.exists()
