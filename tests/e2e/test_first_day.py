"""A team of fifteen with one Excel file: import, correct two rows, choose signals, see first alerts, export, take it back."""

import re
from collections.abc import Mapping
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Visit
from tests.e2e.site import ROOT, Site
from tests.e2e.visitor import PHONE, Language, Visitor, mostly

pytestmark = pytest.mark.slow

LEDGER = ROOT / "docs" / "tutorial" / "ledger.csv"
CUSTOMERS, INVOICES, WRONG = 6, 48, 2
WORDS: Mapping[Language, Mapping[str, str]] = {
    "zh-CN": {
        "import": "导入文件", "start": "开始导入", "amount": "第 18 行的“金额”", "day": "第 31 行的“开票日期”",
        "correct": "导入改正后的 2 行", "choose": "就用这些", "see": "去处理预警", "export": "导出", "undo": "撤销导入",
        "undone": "已撤销", "nobody": "还没有客户", "found": "发票",
    },
    "en": {
        "import": "Import a file", "start": "Start import", "amount": '"金额" in row 18', "day": '"开票日期" in row 31',
        "correct": "Import 2 corrected rows", "choose": "Use these", "see": "Handle the alerts", "export": "Export",
        "undo": "Undo import", "undone": "Undone", "nobody": "No customers yet", "found": "Invoice",
    },
}  # fmt: skip


def import_ledger(page: Page, words: Mapping[str, str]) -> None:
    page.locator("input[type=file]").first.set_input_files(LEDGER)
    start = page.get_by_role("button", name=words["start"])
    expect(start).to_be_enabled()
    expect(page.get_by_role("main")).to_contain_text(str(INVOICES))
    start.click()
    expect(page).to_have_url(re.compile(r"/imports/\d+$"))


def exported(visitor: Visitor, words: Mapping[str, str], folder: Path) -> list[tuple[object, ...]]:
    """Press export on the page shown and read the workbook's rows."""
    with visitor.page.expect_download() as download:
        visitor.page.get_by_role("link", name=words["export"]).click()
    path = folder / "exported.xlsx"
    download.value.save_as(path)
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    return [tuple(row) for row in sheet.iter_rows(values_only=True)]


@pytest.mark.parametrize("language", mostly("zh-CN"))
def test_from_one_file_to_the_first_alerts(
    empty_office: Site, visiting: Visit, tmp_path: Path, language: Language
) -> None:
    words = WORDS[language]
    visitor = visiting(empty_office, "administrator", language=language)
    page = visitor.open("/setup")
    if language == "en":
        page.get_by_role("button", name="English").click()
    page.get_by_role("link", name=words["import"]).click()
    import_ledger(page, words)

    page.get_by_label(words["amount"]).fill("12000")
    page.get_by_label(words["day"]).fill("2026-06-05")
    assert visitor.barriers() == []
    page.get_by_role("button", name=words["correct"]).click()
    expect(page.get_by_label(words["amount"])).to_have_count(0)

    visitor.open("/setup")
    page.get_by_role("button", name=words["choose"]).click()
    page.get_by_role("link", name=words["see"]).click()
    rows = page.get_by_role("main").locator("tbody tr")
    expect(rows.first).to_be_visible()
    assert visitor.barriers() == []
    alerts = exported(visitor, words, tmp_path)
    assert len(alerts) > WRONG, "the ledger has customers who pay late"

    visitor.open("/customers")
    expect(rows).to_have_count(CUSTOMERS)
    customers = exported(visitor, words, tmp_path)
    assert {f"C00{number}" for number in range(1, CUSTOMERS + 1)} <= {str(cell) for row in customers for cell in row}


def test_an_import_can_be_taken_back(empty_office: Site, visiting: Visit) -> None:
    words = WORDS["zh-CN"]
    visitor = visiting(empty_office, "administrator")
    page = visitor.open("/imports/new")
    import_ledger(page, words)
    page.get_by_role("button", name=words["undo"]).click()
    page.get_by_role("dialog").get_by_role("button", name=words["undo"]).click()
    expect(page.get_by_role("main")).to_contain_text(words["undone"])
    visitor.open("/customers")
    expect(page.get_by_text(words["nobody"])).to_be_visible()


def test_the_sheets_of_a_starter_workbook_are_imported_one_after_the_other(
    office: Site, visiting: Visit, tmp_path: Path
) -> None:
    visitor = visiting(office, "administrator")
    page = visitor.open("/imports/new")
    with page.expect_download() as download:
        page.get_by_role("link", name="客户信息").click()
    assert download.value.suggested_filename == "客户信息.xlsx"
    filled = tmp_path / "客户信息.xlsx"
    download.value.save_as(filled)
    book = openpyxl.load_workbook(filled)
    sheets: Mapping[str, Mapping[str, str | int]] = {
        "客户": {"客户编号": "Q1", "客户名称*": "起步一号"},
        "信用额度": {"客户编号*": "Q1", "额度类型*": "固定额度", "额度*": 50000},
    }
    for name, cells in sheets.items():
        headings = [cell.value for cell in book[name][2]]
        for heading, value in cells.items():
            book[name].cell(row=4, column=headings.index(heading) + 1, value=value)
    book.save(filled)

    page.locator("input[type=file]").first.set_input_files(filled)
    page.get_by_role("button", name="开始导入").click()
    page.get_by_role("link", name="导入“信用额度”").click()
    expect(page.get_by_role("main")).to_contain_text("Q1")
    page.get_by_role("button", name="开始导入").click()
    expect(page.get_by_role("link", name="导入“合同”")).to_be_visible()
    expect(page.get_by_role("link", name="导入“信用额度”")).to_have_count(0)
    assert visitor.barriers() == []


def test_a_signal_takes_three_taps_on_a_phone(demo: Site, visiting: Visit) -> None:
    visitor = visiting(demo, "sales", size=PHONE)
    page = visitor.open("/signals/new")
    whom = page.get_by_role("region", name="哪家客户？").get_by_role("button")
    expect(whom.first).to_be_visible()
    whom.first.tap()
    what = page.get_by_role("region", name="发现了什么？").get_by_role("button")
    expect(what.first).to_be_visible()
    assert visitor.barriers() == []
    what.first.tap()
    page.get_by_role("button", name="上报", exact=True).tap()
    expect(page.get_by_role("main")).to_contain_text("已上报")
    assert visitor.overflow() == 0
    page = visitor.open("/signals?mine=true")
    expect(
        page.get_by_role("main").get_by_text("张", exact=False).or_(page.get_by_role("listitem")).first
    ).to_be_visible()


def test_on_a_phone_an_import_can_be_started_with_the_thumb(office: Site, visiting: Visit) -> None:
    visitor = visiting(office, "administrator", size=PHONE)
    page = visitor.open("/imports/new")
    page.locator("input[type=file]").first.set_input_files(LEDGER)
    start = page.get_by_role("button", name=WORDS["zh-CN"]["start"])
    expect(start).to_be_enabled()
    button, places = start.bounding_box(), page.get_by_role("navigation").last.bounding_box()
    assert button is not None
    assert places is not None
    assert button["y"] + button["height"] <= places["y"]
    assert visitor.overflow() == 0
    assert visitor.barriers() == []
