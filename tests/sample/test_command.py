"""`kedun sample` on the command line: into a folder, into the database, and what it refuses."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from kedun.cli import sample
from kedun.facts.models import CURRENT
from kedun.sample.company import MADE
from kedun.sample.refusals import FolderNotEmpty, NowhereToGo

SMALL = ("--customers", "20", "--months", "6", "--seed", "7", "--until", "2026-03-31")


def run(*arguments: str) -> Result:
    app = typer.Typer()
    app.callback()(lambda: None)
    sample.register(app)
    return CliRunner().invoke(app, ["sample", *arguments])


def test_into_a_folder(tmp_path: Path) -> None:
    result = run(*SMALL, "--out", str(tmp_path / "company"), "--json")
    document = json.loads(result.stdout)
    assert document["format"] == 1
    assert (document["start"], document["until"]) == ("2025-09-01", "2026-03-31")
    assert set(document["rows"]) == set(MADE)
    assert document["rows"]["customer"] == 20
    assert (tmp_path / "company" / "truth.parquet").exists()


def test_the_last_day_is_today_by_the_clock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEDUN_NOW", "2026-01-14T17:00:00+00:00")
    result = run("--customers", "3", "--months", "1", "--out", str(tmp_path), "--json")
    assert json.loads(result.stdout)["until"] == "2026-01-15"


def test_a_start_stands_instead_of_the_months(tmp_path: Path) -> None:
    result = run(*SMALL, "--start", "2026-02-01", "--out", str(tmp_path), "--json")
    assert json.loads(result.stdout)["start"] == "2026-02-01"


@pytest.mark.parametrize(
    ("language", "words"), [("zh", "示例公司：20 家客户"), ("en", "The sample company: 20 customers")]
)
def test_people_read_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, words: str) -> None:
    monkeypatch.setenv("KEDUN_LANG", language)
    result = run(*SMALL, "--out", str(tmp_path))
    assert words in result.stdout
    assert str(tmp_path) in result.stdout


@pytest.mark.django_db(transaction=True)
def test_into_the_database_twice_adds_nothing() -> None:
    first, again = (json.loads(run(*SMALL, "--into-database", "--json").stdout) for _ in range(2))
    rows = sum(first["rows"].values())
    assert first["stored"] == {"added": rows, "changed": 0, "unchanged": 0}
    assert again["stored"] == {"added": 0, "changed": 0, "unchanged": rows}
    assert CURRENT["invoice"]._default_manager.count() == first["rows"]["invoice"]


@pytest.mark.parametrize("arguments", [(), ("--out", "somewhere", "--into-database")], ids=["nowhere", "both"])
def test_it_goes_to_one_place(arguments: Sequence[str]) -> None:
    assert isinstance(run(*SMALL, *arguments).exception, NowhereToGo)


def test_a_folder_with_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    assert isinstance(run(*SMALL, "--out", str(tmp_path)).exception, FolderNotEmpty)
