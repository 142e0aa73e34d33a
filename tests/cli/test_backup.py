"""A backup holds everything: restored elsewhere, a past day is assessed to the same digest."""

import json
import subprocess
import sys
import tarfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import psycopg
import pytest

from kedun.supervisor import running_database, status
from kedun.supervisor.processes import python_environment
from tests.cli.conftest import Kedun

PAST = "2026-08-31"


def kedun_alone(data: Path, *arguments: str, code: int = 0, **environment: str) -> Mapping[str, Any]:
    """Run a command in a process of its own, since it opens the database of a folder; give its document."""
    command = [sys.executable, "-m", "kedun.cli", *arguments, "--json", "--data", str(data), "--lang", "en"]
    done = subprocess.run(command, env=python_environment(environment), capture_output=True, text=True, check=False)
    assert done.returncode == code, done.stderr + done.stdout
    document: Mapping[str, Any] = json.loads(done.stdout)
    return document


def test_a_restored_backup_assesses_a_past_day_to_the_same_digest(data: Path, tmp_path: Path) -> None:
    kedun_alone(data, "sample", "--customers", "30", "--months", "6", "--until", "2026-10-31", "--into-database")
    ledger = tmp_path / "客户.csv"
    ledger.write_text("客户编号,客户名称\nX1,甲公司\n", encoding="utf-8")
    kedun_alone(data, "import", str(ledger), "--kind", "customer")
    before = kedun_alone(data, "assess", "--as-of", PAST)
    file = tmp_path / "备份 1.tar.gz"
    made = kedun_alone(data, "backup", str(file))
    assert (made["originals"], made["bytes"]) == (1, file.stat().st_size)
    with tarfile.open(file) as inside:
        assert {"secret-key", "database.dump", "manifest.json"} <= set(inside.getnames())
    new = tmp_path / "new"
    restored = kedun_alone(new, "restore", str(file))
    assert (restored["rows"], restored["originals"]) == (made["rows"], 1)
    assert (new / "secret-key").read_text() == (data / "secret-key").read_text()
    after = kedun_alone(new, "assess", "--as-of", PAST, "--dry-run")
    assert (after["digest"], after["customers"]) == (before["digest"], before["customers"])
    assert status(new).url is None
    assert not list(tmp_path.glob(".*"))
    refused = kedun_alone(new, "restore", str(file), code=3)
    assert refused["error"]["code"] == "folder_not_empty_for_restore"
    assert kedun_alone(data, "backup", str(file), code=3)["error"]["code"] == "backup_exists"
    moved_to_a_database_of_ones_own(new, file, tmp_path, before)


def moved_to_a_database_of_ones_own(server: Path, file: Path, folder: Path, before: Mapping[str, Any]) -> None:
    """Restore a backup into the database that DATABASE_URL names, and back up from there."""
    with running_database(server) as running:
        with psycopg.connect(running, autocommit=True) as connection:
            connection.execute("CREATE DATABASE own")
        own = running.replace("/kedun?", "/own?")
        kedun_alone(folder / "third", "restore", str(file), DATABASE_URL=own)
        after = kedun_alone(folder / "third", "assess", "--as-of", PAST, "--dry-run", DATABASE_URL=own)
        assert (after["digest"], after["customers"]) == (before["digest"], before["customers"])
        again = kedun_alone(folder / "third", "backup", str(folder / "again.tar.gz"), DATABASE_URL=own)
        assert again["originals"] == 1
        refused = kedun_alone(folder / "fourth", "restore", str(file), code=3, DATABASE_URL=own)
        assert refused["error"]["code"] == "database_not_empty"


def test_a_refused_restore_leaves_nothing(kedun: Kedun, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("no backup")
    refused = kedun("restore", "notes.txt", "--data", "new", "--lang", "en")
    assert refused.code == 2
    assert "is not a whole backup" in refused.err
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]
    missing = kedun("restore", "missing.tar.gz", "--data", "new", "--lang", "en")
    assert missing.code == 2
    assert "No such file" in missing.err


@pytest.mark.django_db
def test_a_database_that_is_not_empty_is_not_restored_into(kedun: Kedun, tmp_path: Path) -> None:
    import hashlib

    from tests.cli.test_archive import made

    content = b"never read"
    entry = {"name": "database.dump", "size": len(content), "sha256": hashlib.sha256(content).hexdigest()}
    manifest = {"format": 1, "kedun": "0", "rows": {}, "migrations": [], "files": [entry]}
    made(tmp_path / "b.tar.gz", manifest, ("database.dump", content))
    assert kedun("restore", "b.tar.gz", "--data", "new", "--json").document()["error"]["code"] == "database_not_empty"
    newer = {**manifest, "migrations": ["facts.9999_from_the_future"]}
    made(tmp_path / "n.tar.gz", newer, ("database.dump", content))
    assert kedun("restore", "n.tar.gz", "--data", "new", "--json").document()["error"]["code"] == "backup_is_newer"
    assert not (tmp_path / "new").exists()
