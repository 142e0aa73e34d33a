"""The commands of the intake, as a person types them."""

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import typer
from typer.testing import CliRunner, Result

from kedun.cli import intake
from kedun.cli.files import FileIsThere
from kedun.cli.session import Choices, choose
from kedun.facts.models import CURRENT
from kedun.intake.models import Import
from kedun.kernel.refusals import Refusal
from kedun.kernel.words import Language
from tests.intake.files import FIRST, HEADINGS, csv_bytes

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the person works; the data folder lies in it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KEDUN_DATA", str(tmp_path / "data"))
    return tmp_path


def _run(*words: str, language: Language = "en") -> Result:
    app = typer.Typer()
    intake.register(app)
    choose(Choices(data=Path("data").absolute(), language=language))
    return CliRunner().invoke(app, list(words))


def _json(*words: str) -> Any:
    # Any: what a command prints is what the test is about.
    result = _run(*words, "--json")
    assert result.exception is None, result.exception
    document = json.loads(result.stdout)
    assert document["format"] == 1
    return document


def _ledger(folder: Path, *rows: list[str], name: str = "ledger.csv") -> str:
    (folder / name).write_bytes(csv_bytes([HEADINGS, *rows]))
    return name


def test_import_prints_the_promised_document(folder: Path) -> None:
    file = _ledger(folder, FIRST, ["C2", "A-2", "x", "", "1", ""])
    entry = _json("import", file)["files"][0]
    assert (entry["file"], entry["kind"], entry["read"], entry["rejected"]) == ("ledger.csv", "invoice", 2, 1)
    assert entry["date_formats"] == {"InvoiceDate": "%Y-%m-%d", "DueDate": "%Y-%m-%d", "SettledDate": "%Y-%m-%d"}
    assert entry["kinds"] == {
        kind: {"added": 1, "changed": 0, "unchanged": 0, "retracted": 0} for kind in ("customer", "invoice", "payment")
    }


@pytest.mark.parametrize(("language", "said"), [("zh", "拒收 1 行"), ("en", "2 rows read, 1 rejected")])
def test_import_tells_people_what_came_of_it_and_what_next(folder: Path, language: Language, said: str) -> None:
    result = _run("import", _ledger(folder, FIRST, ["C2", "A-2", "x", "", "1", ""]), language=language)
    assert result.exit_code == 0
    assert said in result.stdout
    assert "kedun rejects export" in result.stdout


def test_a_dry_run_says_so_and_writes_nothing(folder: Path) -> None:
    file = _ledger(folder, FIRST)
    assert _json("import", file, "--dry-run")["files"][0]["dry_run"] is True
    assert "nothing written" in " ".join(_run("import", file, "--dry-run").stdout.split())
    assert not Import.objects.exists()


def test_of_several_files_a_refused_one_does_not_stop_the_others(folder: Path) -> None:
    (folder / "bad.csv").write_bytes(b"foo,bar\n1,2\n")
    result = _run("import", "bad.csv", _ledger(folder, FIRST), "--json")
    assert result.exit_code == 2
    files = json.loads(result.stdout)["files"]
    assert [entry.get("kind") for entry in files] == [None, "invoice"]
    assert files[0]["error"]["code"] == "kind_not_recognised"
    assert "bad.csv" in _run("import", "bad.csv", "bad.csv").output


@pytest.mark.parametrize(
    ("words", "code"),
    [
        pytest.param(["import", "none.csv"], "file_missing", id="no such file"),
        pytest.param(["import", "bad.csv"], "kind_not_recognised", id="one refused file"),
        pytest.param(["import", "bad.csv", "--kind", "unicorns"], "kind_unknown", id="no such kind"),
        pytest.param(["import", "bad.csv", "--through", "tomorrow"], "day_not_readable", id="no day"),
        pytest.param(["import", "bad.csv", "--date-format", "foo"], "date_format_invalid", id="no column"),
        pytest.param(["import", "bad.csv", "--date-format", "foo=bar"], "date_format_invalid", id="no format"),
        pytest.param(["import", "bad.csv", "--currency", "yuan"], "currency_unknown", id="no currency"),
        pytest.param(["import", "bad.csv", "--map", "gbk.yaml"], "map_file_invalid", id="a map file that is not UTF-8"),
        pytest.param(["rejects", "export", "a.pdf"], "ending_not_known", id="no spreadsheet"),
        pytest.param(["rejects", "export", "a.csv", "--import", "7"], "import_missing", id="no such import"),
        pytest.param(["rejects", "correct", "7", "1", "a=b"], "reject_missing", id="no such reject"),
        pytest.param(["rejects", "replay", "bad.csv"], "rejects_file_unreadable", id="not a file of rejects"),
        pytest.param(["template", "unicorns"], "kind_unknown", id="no such template"),
    ],
)
def test_refusals(folder: Path, words: list[str], code: str) -> None:
    (folder / "bad.csv").write_bytes(b"foo,bar\n1,2\n")
    (folder / "gbk.yaml").write_bytes("kind: 发票".encode("gb18030"))
    refusal = _run(*words).exception
    assert isinstance(refusal, Refusal)
    assert refusal.code() == code


def test_options_state_what_the_headings_do_not(folder: Path) -> None:
    (folder / "map.yaml").write_text(
        "columns: {Konto: customer, Beleg: document_no, Datum: issue_on, Summe: amount}", "utf-8"
    )
    (folder / "a.csv").write_bytes(csv_bytes([["Konto", "Beleg", "Datum", "Summe"], ["C1", "A-1", "3/4/2024", "5"]]))
    options = [
        "--map",
        "map.yaml",
        "--kind",
        "invoices",
        "--date-format",
        "Datum=%d/%m/%Y",
        "--currency",
        "EUR",
        "--through",
        "2024-06-30",
    ]
    entry = _json("import", "a.csv", *options)["files"][0]
    assert entry["date_formats"] == {"Datum": "%d/%m/%Y"}
    assert CURRENT["invoice"]._default_manager.values_list("currency", "issue_on").get() == ("EUR", 19_816)


def test_an_import_may_be_left_to_the_worker(folder: Path) -> None:
    file = _ledger(folder, FIRST)
    assert _json("import", file, "--no-wait")["files"][0]["state"] == "waiting"
    assert "1" in _run("import", file, "--no-wait").stdout
    assert Import.objects.get().state == "waiting"


def test_rejects_are_listed_exported_corrected_and_replayed(folder: Path) -> None:
    _run("import", _ledger(folder, FIRST, ["C2", "A-2", "x", "", "=1", ""], ["C3", "A-3"]))
    listed = _json("rejects", "list")["rejects"]
    assert [(each["row"], each["code"]) for each in listed] == [(3, "invalid_date"), (4, "too_few_cells")]
    assert "A-2" not in _run("rejects", "list").stdout
    assert _json("rejects", "export", "out.xlsx")["rows"] == 2
    book = openpyxl.load_workbook("out.xlsx")
    page = book.worksheets[0]
    assert [cell.value for cell in page[1]] == ["Import", "Row", "Reason", *HEADINGS]
    assert page["H2"].value == "'=1"
    page["F2"], page["H2"] = "2024-01-31", "12.50"
    book.save("out.xlsx")
    assert _json("rejects", "replay", "out.xlsx") == {"format": 1, "replayed": 1, "still_rejected": 1, "not_waiting": 0}
    assert "0" in _run("rejects", "replay", "out.xlsx").stdout
    number = str(Import.objects.get().id)
    assert _json("rejects", "correct", number, "4", "InvoiceDate=2024-01-31", "InvoiceAmount=3")["replayed"] == 1
    assert "0" in _run("rejects", "export", "none.csv").stdout
    assert sorted(CURRENT["invoice"]._default_manager.values_list("amount_minor", flat=True)) == [300, 1250, 10_000]


def test_corrections_must_name_a_column(folder: Path) -> None:
    _run("import", _ledger(folder, FIRST, ["C2", "A-2", "x", "", "1", ""]))
    number = str(Import.objects.get().id)
    for words, code in ((["x"], "correction_not_readable"), (["Colour=red"], "heading_unknown")):
        refusal = _run("rejects", "correct", number, "3", *words).exception
        assert isinstance(refusal, Refusal)
        assert refusal.code() == code


def test_rejects_can_be_dismissed(folder: Path) -> None:
    _run("import", _ledger(folder, FIRST, ["C2", "A-2", "x", "", "1", ""]))
    number = str(Import.objects.get().id)
    assert _json("rejects", "dismiss", number, "3") == {"format": 1, "dismissed": 1}
    assert "0" in _run("rejects", "dismiss", number, "3", language="zh").stdout


def test_templates_are_written(folder: Path) -> None:
    assert _json("template", "invoices")["kind"] == "invoice"
    assert _run("template", "客户", "--format", "csv", language="zh").exit_code == 0
    assert _run("template", "orders", "--out", "o.csv").exit_code == 0
    assert _run("template", "risk_assessment", language="zh").exit_code == 0
    assert {path.name for path in folder.iterdir()} == {"invoice.xlsx", "客户.csv", "o.csv", "风险评估.xlsx"}


@pytest.mark.parametrize("words", [["template", "invoices", "--out", "mine.xlsx"], ["rejects", "export", "mine.xlsx"]])
def test_what_somebody_worked_on_is_not_written_over(folder: Path, words: list[str]) -> None:
    (folder / "mine.xlsx").write_bytes(b"an afternoon of work")
    refusal = _run(*words).exception
    assert isinstance(refusal, FileIsThere)
    assert (folder / "mine.xlsx").read_bytes() == b"an afternoon of work"
    assert _run(*words, "--force").exit_code == 0
    assert openpyxl.load_workbook(folder / "mine.xlsx")


def test_nobody_waits_for_a_worker_that_does_not_run(folder: Path) -> None:
    assert "./kedun run" in _run("import", _ledger(folder, FIRST), "--no-wait").stdout


def test_the_same_file_again_names_the_import_that_keeps_its_rejects(folder: Path) -> None:
    file = _ledger(folder, FIRST, ["C2", "A-2", "x", "", "1", ""])
    _run("import", file)
    told = " ".join(_run("import", file).stdout.split())
    first, newest = Import.objects.order_by("id").values_list("id", flat=True)
    assert f"--import {newest}," in told
    assert _json("rejects", "export", "out.csv", "--import", str(newest))["rows"] == 1
    assert _json("rejects", "export", "first.csv", "--import", str(first))["rows"] == 0


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        pytest.param([FIRST, ["C2", "A-2", "x", "", "1", ""]], "look at the rejected rows above", id="some"),
        pytest.param([["C2", "A-2", "2024-01-31", "", "q", ""]], "most rows would be rejected", id="most"),
    ],
)
def test_a_dry_run_points_at_its_rejects_first(folder: Path, rows: list[list[str]], said: str) -> None:
    assert said in " ".join(_run("import", _ledger(folder, *rows), "--dry-run").stdout.split())


@pytest.mark.parametrize(("words", "said"), [([], "continues where"), (["--dry-run"], "wrote nothing")])
def test_a_stopped_import_says_what_is_kept(
    folder: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], said: str
) -> None:
    def stop(_: Path) -> bytes:
        raise KeyboardInterrupt

    file = _ledger(folder, FIRST)
    monkeypatch.setattr(Path, "read_bytes", stop)
    result = _run("import", file, *words)
    assert result.exit_code == 130
    assert said in " ".join(result.output.split())
