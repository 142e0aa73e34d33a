"""A company written into a folder can be read back, by machines and by Excel."""

import csv
import hashlib
import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from kedun.facts.kinds import KINDS
from kedun.kernel.days import to_day
from kedun.kernel.progress import Remembered
from kedun.sample import Company, generate, write_folder
from kedun.sample.company import MADE
from kedun.sample.refusals import FolderNotEmpty


@pytest.fixture(scope="module")
def little() -> Company:
    return generate(customers=60, months=14, seed=5, until=to_day(date(2026, 3, 31)))


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_every_kind_has_a_file_with_chinese_headings(little: Company, tmp_path: Path) -> None:
    write_folder(little, tmp_path / "out")
    for kind in MADE:
        declared = KINDS[kind]
        path = tmp_path / "out" / f"{kind}.csv"
        with path.open(encoding="utf-8-sig", newline="") as file:
            headings = next(csv.reader(file))
        owner = ["客户编号"] if declared.of_customer and kind != "customer" else []
        assert headings == ["编号", *owner, "登记日期", *(field.label.zh for field in declared.fields)]
        assert len(rows(path)) == little.tables[kind].num_rows
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")


def test_amounts_days_and_yes_read_as_people_write_them(little: Company, tmp_path: Path) -> None:
    write_folder(little, tmp_path)
    table = little.tables["invoice"].to_pylist()
    for written, row in zip(rows(tmp_path / "invoice.csv"), table, strict=True):
        assert int(Decimal(written["含税金额"]) * 100) == row["amount_minor"]
        assert len(written["含税金额"].split(".")[1]) == 2
        assert to_day(date.fromisoformat(written["开票日期"])) == row["issue_on"]
        assert written["有争议"] == ("是" if row["is_disputed"] else "否")
        assert written["合同号"] == (row["contract_no"] or "")
    negative = [row["净利润"] for row in rows(tmp_path / "statement.csv") if row["净利润"].startswith("-")]
    assert negative
    assert all(Decimal(each) < 0 for each in negative)


def test_the_manifest_names_every_file_with_its_digest(little: Company, tmp_path: Path) -> None:
    progress = Remembered()
    manifest = write_folder(little, tmp_path, arguments={"seed": 5}, progress=progress)
    assert manifest == json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["format"] == 1
    assert manifest["arguments"] == {"seed": 5}
    files = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))["files"]
    assert {each["file"] for each in files} | {"manifest.json"} == {path.name for path in tmp_path.iterdir()}
    for each in files:
        assert hashlib.sha256((tmp_path / each["file"]).read_bytes()).hexdigest() == each["sha256"]
    assert progress.done == len(MADE)


def test_the_truth_is_a_file_of_its_own(little: Company, tmp_path: Path) -> None:
    write_folder(little, tmp_path)
    assert pq.read_table(tmp_path / "truth.parquet").equals(little.truth)


def test_the_same_company_gives_the_same_files(little: Company, tmp_path: Path) -> None:
    assert write_folder(little, tmp_path / "a") == write_folder(little, tmp_path / "b")


def test_a_folder_with_files_is_left_alone(little: Company, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(FolderNotEmpty):
        write_folder(little, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
