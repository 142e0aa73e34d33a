"""The mirror repeats PostgreSQL row for row, whole or not at all."""

import json
import logging
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
from django.db import connection

from kedun.facts import mirror
from kedun.facts.mirror import MirrorIncomplete, batch_of, ensure, is_damaged, of_batch
from kedun.facts.mirrored.changes import MirroredTable
from kedun.facts.mirrored.store import mirrored_tables
from kedun.facts.models import CURRENT, Batch
from tests.facts.deliveries import Facts, customer, deliver, invoice, payment, rate

NASTY = [
    "a,b",
    '"quoted"',
    "two\nlines",
    "cr\r\nlf",
    "\\N",
    "",
    "  spaced ",
    "\\.",
    "back\\slash",
    "汉字😀",
    '"',
    "\t",
    "NULL",
    "'",
]
BOOK: Facts = {
    "fx_rate": [rate("USD", 20_000, 700_000_000)],
    "customer": [customer(f"c{number}", owner=text) for number, text in enumerate(NASTY)],
    "invoice": [invoice("i1", "c1", is_disputed=True), invoice("i2", "c1", currency="USD", amount_minor=10**13)],
    "payment": [payment("p1", "c1", document_no="i1", amount_minor=50_00)],
    "person": [{"external_id": "x", "name": "张三"}],
}


def in_postgres(table: str, columns: str) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {columns} FROM {table}")  # noqa: S608
        return sorted(cursor.fetchall(), key=repr)


def in_mirror(path: Path, table: str, columns: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str(path), read_only=True) as opened:
        rows = opened.execute(f"SELECT {columns} FROM {table}").fetchall()  # noqa: S608
        return sorted(rows, key=repr)


@pytest.mark.django_db
def test_the_mirror_equals_postgresql_row_for_row(tmp_path: Path) -> None:
    deliver(BOOK)
    deliver({"invoice": [invoice("i1", "c1")], "payment": [payment("p1", "c1", document_no="i1", amount_minor=60_00)]})
    built = ensure(tmp_path / "mirrors")
    assert built.name == "mirror-2.duckdb"
    for table in mirrored_tables():
        names = ", ".join(f'"{column.name}"' for column in table.columns if column.name not in ("at", "kinds"))
        assert in_mirror(built, table.name, names) == in_postgres(table.name, names), table.name
    assert in_mirror(built, "facts_invoice_history", "count(*)") == [(1,)]


@pytest.mark.django_db
def test_columns_are_those_of_postgresql_with_three_types(tmp_path: Path) -> None:
    built = ensure(tmp_path)
    with duckdb.connect(str(built), read_only=True) as opened:
        types = {row[0]: row[1] for row in opened.execute("DESCRIBE facts_invoice").fetchall()}
    assert {types[name] for name in ("id", "issue_on", "amount_minor", "rollovers")} == {"BIGINT"}
    assert (types["document_no"], types["is_disputed"]) == ("VARCHAR", "BOOLEAN")


@pytest.mark.django_db
def test_persons_stay_out_of_the_mirror(tmp_path: Path) -> None:
    deliver(BOOK)
    assert CURRENT["person"]._default_manager.count() == 1
    with pytest.raises(duckdb.CatalogException):
        in_mirror(ensure(tmp_path), "facts_person", "*")


@pytest.mark.django_db
def test_a_mirror_that_is_there_is_not_built_again(tmp_path: Path) -> None:
    deliver(BOOK)
    built = ensure(tmp_path)
    before = built.stat().st_mtime_ns
    assert ensure(tmp_path) == built
    assert built.stat().st_mtime_ns == before


@pytest.mark.django_db
def test_the_last_two_mirrors_are_kept(tmp_path: Path) -> None:
    for number in range(3):
        deliver({"invoice": [invoice(f"i{number}")]})
        ensure(tmp_path)
    assert sorted(path.name for path in tmp_path.glob("*.duckdb")) == ["mirror-2.duckdb", "mirror-3.duckdb"]
    assert sorted(path.name for path in tmp_path.glob("*.json")) == ["mirror-2.json", "mirror-3.json"]


@pytest.mark.django_db
def test_a_mirror_of_another_database_under_the_same_number_is_replaced(tmp_path: Path) -> None:
    deliver({"invoice": [invoice("i1")]})
    ensure(tmp_path)
    Batch.objects.update(actor="somebody else")
    assert in_mirror(ensure(tmp_path), "facts_batch", "actor") == [("somebody else",)]


def leave_a_stray(folder: Path, batch: int) -> None:
    """Leave a mirror that another database built."""
    (folder / f"mirror-{batch}.duckdb").write_bytes(b"another database's")
    (folder / f"mirror-{batch}.json").write_text(json.dumps({"format": 1, "origin": "another database", "rows": {}}))


def mirrors(folder: Path) -> list[int]:
    return sorted(batch_of(path) for path in folder.glob("*.duckdb"))


@pytest.mark.django_db
def test_later_mirrors_of_another_database_do_not_drive_out_the_one_just_built(tmp_path: Path) -> None:
    for batch in (7, 8, 9):
        leave_a_stray(tmp_path, batch)
    deliver({"invoice": [invoice("i1")]})
    assert in_mirror(ensure(tmp_path), "facts_invoice", "external_id") == [("i1",)]
    assert mirrors(tmp_path) == [1, 9]
    deliver({"invoice": [invoice("i2")]})
    ensure(tmp_path)
    assert mirrors(tmp_path) == [1, 2]
    assert sorted(path.name for path in tmp_path.glob("*.json")) == ["mirror-1.json", "mirror-2.json"]


@pytest.mark.django_db
def test_a_mirror_of_ours_outlives_a_stray_under_a_later_number_that_we_have_too(tmp_path: Path) -> None:
    for number in range(3):
        deliver({"invoice": [invoice(f"i{number}")]})
        if number != 1:
            ensure(tmp_path)
    leave_a_stray(tmp_path, 2)
    deliver({"invoice": [invoice("i3")]})
    ensure(tmp_path)
    assert mirrors(tmp_path) == [3, 4]
    leave_a_stray(tmp_path, 3)
    deliver({"invoice": [invoice("i4")]})
    ensure(tmp_path)
    assert mirrors(tmp_path) == [4, 5]


@pytest.mark.django_db
def test_after_a_restore_the_mirror_of_the_older_state_is_built_and_stays(tmp_path: Path) -> None:
    for number in range(4):
        deliver({"invoice": [invoice(f"i{number}")]})
        ensure(tmp_path)
    Batch.objects.filter(id__gt=1).delete()
    CURRENT["invoice"]._default_manager.filter(known_from_batch__gt=1).delete()
    assert in_mirror(ensure(tmp_path), "facts_invoice", "external_id") == [("i0",)]
    assert mirrors(tmp_path) == [1, 4]


@pytest.mark.django_db
def test_what_a_crash_left_is_removed_be_it_a_file_or_a_folder(tmp_path: Path) -> None:
    spill = tmp_path / "building-spill"
    spill.mkdir()
    (spill / "duckdb_temp_storage-0.tmp").write_bytes(b"spilled")
    (tmp_path / "building-1.duckdb").write_bytes(b"half")
    deliver({"invoice": [invoice("i1")]})
    ensure(tmp_path)
    assert list(tmp_path.glob("building-*")) == []


@pytest.mark.django_db
def test_a_mirrors_name_tells_its_batch(tmp_path: Path) -> None:
    assert batch_of(ensure(tmp_path)) == 0
    deliver({"invoice": [invoice("i1")]})
    assert batch_of(ensure(tmp_path)) == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("harm", "what", "found"),
    [("DELETE FROM facts_invoice", "COUNT(*)", 0), ("UPDATE facts_invoice SET amount_minor = 1", "amount_minor", 1)],
    ids=["a row is missing", "an amount is another"],
)
def test_a_whole_copy_that_differs_from_the_database_is_refused(
    harm: str, what: str, found: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deliver({"invoice": [invoice("i1")]})
    loaded = mirror.load

    def load(opened: duckdb.DuckDBPyConnection, table: MirroredTable, text: Path, *, into: str) -> None:
        loaded(opened, table, text, into=into)
        if table.name == "facts_invoice":
            opened.execute(harm)

    monkeypatch.setattr(mirror, "load", load)
    with pytest.raises(MirrorIncomplete) as refused:
        ensure(tmp_path)
    expected = 1 if what == "COUNT(*)" else 100_00
    assert refused.value.params == {"table": "facts_invoice", "what": what, "found": found, "expected": expected}
    assert mirrors(tmp_path) == []


def cut_to(size: float) -> Callable[[bytes], bytes]:
    return lambda whole: whole[: int(len(whole) * size)]


def with_a_bit_turned_at(place: float) -> Callable[[bytes], bytes]:
    def turned(whole: bytes) -> bytes:
        at = min(int(len(whole) * place), len(whole) - 1)
        return whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]

    return turned


@pytest.mark.django_db
@pytest.mark.parametrize(
    "harm",
    [
        pytest.param(cut_to(0), id="empty"),
        pytest.param(cut_to(0.5), id="cut in half"),
        pytest.param(lambda whole: whole[:-1], id="a byte too short"),
        pytest.param(lambda whole: whole + b"x", id="a byte too long"),
        *(pytest.param(with_a_bit_turned_at(tenth / 10), id=f"a bit turned at {tenth} tenths") for tenth in range(11)),
    ],
)
def test_a_damaged_mirror_is_recognised_and_built_anew(
    harm: Callable[[bytes], bytes], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    deliver({"invoice": [invoice("i1")]})
    built = ensure(tmp_path)
    assert not is_damaged(built)
    built.write_bytes(harm(built.read_bytes()))
    assert is_damaged(built)
    assert of_batch(tmp_path, 1) is None
    with caplog.at_level(logging.WARNING):
        assert ensure(tmp_path) == built
    assert "mirror-1.duckdb is damaged and is not used" in caplog.text
    assert not is_damaged(built)
    assert in_mirror(built, "facts_invoice", "external_id") == [("i1",)]


@pytest.mark.django_db
def test_a_mirror_that_goes_is_damaged_too(tmp_path: Path) -> None:
    built = ensure(tmp_path)
    built.unlink()
    assert is_damaged(built)


KILLED = """
import os, signal, sys, django
django.setup()
from pathlib import Path
from kedun.facts import mirror
loaded = mirror.load
def load_and_die(opened, table, text, **into):
    loaded(opened, table, text, **into)
    if table.name == "facts_invoice":
        os.kill(os.getpid(), signal.SIGKILL)
mirror.load = load_and_die
mirror.ensure(Path(sys.argv[1]))
"""


def in_another_process(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a program on the database of this test."""
    host, name, user = (connection.settings_dict[key] for key in ("HOST", "NAME", "USER"))
    environment = {**os.environ, "DATABASE_URL": f"postgresql://{user}@/{name}?host={host}"}
    environment |= {"DJANGO_SETTINGS_MODULE": "kedun.web.settings", "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.run(
        [sys.executable, "-c", program, *arguments], env=environment, capture_output=True, text=True, check=False
    )


@pytest.mark.django_db(transaction=True)
def test_a_mirror_killed_half_way_leaves_nothing_that_readers_see(tmp_path: Path) -> None:
    deliver({"invoice": [invoice("i1")]})
    died = in_another_process(KILLED, str(tmp_path))
    assert died.returncode == -9, died.stderr
    assert list(tmp_path.glob("mirror-*.duckdb")) == []
    assert list(tmp_path.glob("building-*")) != []
    assert in_mirror(ensure(tmp_path), "facts_invoice", "external_id") == [("i1",)]
    assert list(tmp_path.glob("building-*")) == []
