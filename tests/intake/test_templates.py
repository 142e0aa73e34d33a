"""Templates: recognised as they are, their example skipped, and once filled in they import."""

import csv
import io

import openpyxl
import pytest

from kedun.facts.kinds import KINDS
from kedun.intake.plan import make_plan
from kedun.intake.planned import Options, Plan
from kedun.intake.recognition import Stated, recognise
from kedun.intake.refusals import NoDataRows
from kedun.intake.templates import STARTERS, columns_of, starter, template
from kedun.kernel.words import Language
from tests.intake.files import plan_of, sheet_of

LANGUAGES: tuple[Language, ...] = ("zh", "en")


def _filled(name: str, language: Language, file_format: str, *, key: str = "K-1") -> bytes:
    """The template with one row as a person would write it: the example under a number of its own."""
    columns = columns_of(KINDS[name], language)
    row = [key, *(column.example(language) for column in columns[1:])]
    if file_format == "csv":
        lines = list(csv.reader(io.StringIO(template(name, language, "csv").decode("utf-8-sig"))))
        text = io.StringIO(newline="")
        csv.writer(text).writerows([*lines, row])
        return text.getvalue().encode("utf-8-sig")
    book = openpyxl.load_workbook(io.BytesIO(template(name, language, "xlsx")))
    page = book.worksheets[0]
    for number, cell in enumerate(row, 1):
        page.cell(4, number, cell)
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def _plan(raw: bytes, file_format: str) -> Plan:
    sheet = sheet_of(raw, f"a.{file_format}")
    return make_plan(sheet, recognise(sheet.headings, stated=Stated()), Options())


@pytest.mark.parametrize("file_format", ["csv", "xlsx"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", KINDS)
def test_a_filled_template_imports_as_it_is(name: str, language: Language, file_format: str) -> None:
    plan = _plan(_filled(name, language, file_format), file_format)
    assert plan.kind == name
    assert plan.rejects == ()
    assert plan.tables[name]["external_id"].to_pylist() == ["K-1"]
    fields = {field.name for field in KINDS[name].fields}
    assert fields <= set(plan.tables[name].column_names)
    assert all(plan.tables[name][field].null_count == 0 for field in fields)
    assert plan.read == 1


@pytest.mark.parametrize("file_format", ["csv", "xlsx"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", KINDS)
def test_a_template_imports_with_its_record_ids_left_empty(name: str, language: Language, file_format: str) -> None:
    plan = _plan(_filled(name, language, file_format, key=""), file_format)
    assert (plan.kind, plan.rejects, plan.read) == (name, (), 1)
    assert all(plan.tables[name]["external_id"].to_pylist())


def test_a_record_id_missing_in_some_rows_is_still_a_reject() -> None:
    headings = ["编号", "客户编号", "发票号", "开票日期", "含税金额"]
    rows = [["K1", "C1", "A-1", "2024-01-10", "1"], ["", "C1", "A-2", "2024-01-10", "1"]]
    plan, _ = plan_of([headings, *rows])
    assert [(each.row, each.problems[0].column) for each in plan.rejects] == [(3, "编号")]


@pytest.mark.parametrize("name", KINDS)
def test_the_guide_asks_for_no_record_id_in_either_language(name: str) -> None:
    for language, no in zip(LANGUAGES, ("否", "no"), strict=True):
        rows = list(openpyxl.load_workbook(io.BytesIO(template(name, language, "xlsx"))).worksheets[1].values)
        assert not str(rows[1][0]).endswith("*")
        assert rows[1][1] == no


@pytest.mark.parametrize("name", KINDS)
def test_an_english_template_holds_no_chinese(name: str) -> None:
    for page in openpyxl.load_workbook(io.BytesIO(template(name, "en", "xlsx"))).worksheets:
        assert not [
            cell for row in page.values for cell in row if any("\u4e00" <= each <= "\u9fff" for each in str(cell))
        ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_template_holds_no_rows(language: Language) -> None:
    with pytest.raises(NoDataRows):
        sheet_of(template("invoice", language, "xlsx"), "a.xlsx")


def test_a_workbook_has_lists_to_choose_from_and_a_guide() -> None:
    book = openpyxl.load_workbook(io.BytesIO(template("ticket", "zh", "xlsx")))
    assert book.sheetnames == ["工单", "说明"]
    lists = [rule.formula1 for rule in book.worksheets[0].data_validations.dataValidation]
    assert lists == ['"投诉,服务请求"']
    guide = [[cell.value for cell in row] for row in book["说明"].iter_rows()]
    assert guide[0] == ["列", "必填", "怎样填写", "示例"]
    assert ["提出日期*", "是", "日期，如 2024-03-05", "2024-03-05"] in guide


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", STARTERS)
def test_every_sheet_of_a_starter_workbook_is_the_template_of_its_kind(name: str, language: Language) -> None:
    raw = starter(name, language)
    *sheets, guide = openpyxl.load_workbook(io.BytesIO(raw)).worksheets
    label, kinds = STARTERS[name]
    assert label.say(language)
    assert len(sheets) == len(kinds)
    explained = [row[0] for row in guide.values]
    for sheet, kind in zip(sheets, kinds, strict=True):
        alone, _ = openpyxl.load_workbook(io.BytesIO(template(kind, language, "xlsx"))).worksheets
        assert list(sheet.values) == list(alone.values)
        assert sheet.title == alone.title
        assert sheet.title in explained
        assert {column.heading for column in columns_of(KINDS[kind], language)} <= set(explained)
