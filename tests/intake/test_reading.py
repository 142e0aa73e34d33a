"""Reading files: encodings, delimiters, workbooks, headings below titles, and every limit."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

import openpyxl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kedun.intake.limits import DEFAULT_LIMITS, MIB, Limits, limits_of
from kedun.intake.plan import make_plan
from kedun.intake.planned import Options
from kedun.intake.reading import read_sheet
from kedun.intake.recognition import Stated, is_known, recognise
from kedun.intake.refusals import (
    CellTooLong,
    EncodingNotKnown,
    EndingNotKnown,
    FileEmpty,
    FileTooLarge,
    NoDataRows,
    NotWhatItsEndingSays,
    NulCharacters,
    PasswordProtected,
    QuoteNotClosed,
    SheetMissing,
    TooManyCells,
    TooManyColumns,
    TooManyRows,
    WorkbookDamaged,
    WorkbookDeclaresEntities,
    WorkbookHasTooManyParts,
    WorkbookPackedTooTightly,
    WorkbookUnpacksTooLarge,
)
from kedun.intake.sheet import with_rows
from kedun.kernel.refusals import Refusal
from tests.intake.files import FIRST, HEADINGS, SECOND, Cell, csv_bytes, sheet_of, xlsx_bytes, zip_bytes

CHINESE = [["客户名称", "行业"], ["华东机械有限公司", "制造"], ["南方贸易", "批发，零售"]]
SHEET_PART = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_encoding_and_delimiter_are_found(encoding: str, delimiter: str) -> None:
    sheet = sheet_of(csv_bytes(CHINESE, delimiter=delimiter, encoding=encoding))
    assert sheet.headings == ("客户名称", "行业")
    assert [sheet.cells(0), sheet.cells(1)] == [dict(zip(CHINESE[0], row, strict=True)) for row in CHINESE[1:]]
    assert (sheet.encoding, sheet.delimiter) == (encoding, delimiter)
    assert sheet.rows.to_pylist() == [2, 3]


def test_another_encoding_is_guessed_and_said_so() -> None:
    text = "customerID,invoiceNumber,region\n" + "Café,Société Générale,Orléans\n" * 30
    sheet = sheet_of(text.encode("cp1252"))
    assert sheet.encoding.endswith("?")
    assert sheet.cells(0)["invoiceNumber"].startswith("Soci")


def test_line_ends_in_quotes_stay_and_rows_are_counted_as_people_see_them() -> None:
    sheet = sheet_of(b'name,region\r\n"one\nline",x\r\n\r\n"a ""b""",y\r\n')
    assert sheet.rows.to_pylist() == [2, 4]
    assert sheet.columns[0].to_pylist() == ["one\nline", 'a "b"']


def test_uneven_rows_are_kept_aside_with_their_numbers() -> None:
    sheet = sheet_of(b"name,region\na,b\nc\nd,e,f\ng,h,,\n")
    assert [(each.row, each.problems[0].code) for each in sheet.ragged] == [(3, "too_few_cells"), (4, "too_many_cells")]
    assert sheet.ragged[1].cells == {"name": "d", "region": "e", "+1": "f"}
    assert sheet.rows.to_pylist() == [2, 5]
    assert sheet.read == 4


def test_headings_are_found_below_titles() -> None:
    sheet = sheet_of("应收账款明细表,,\n编制单位：华东,,\n\n客户编号,发票号,开票日期\nC1,A1,2024-01-01\n".encode())
    assert sheet.headings == ("客户编号", "发票号", "开票日期")
    assert sheet.rows.to_pylist() == [5]


def test_headings_that_repeat_or_lack_get_names_of_their_own() -> None:
    assert sheet_of(b"name,,name,region\na,b,c,d\n").headings == ("name", "(2)", "name (2)", "region")


def test_a_stated_separator_is_followed_and_stray_quotes_are_borne() -> None:
    sheet = sheet_of(b'sep=;\nname;region\nx"y;1,5\n"a"b;2\n')
    assert sheet.columns[0].to_pylist() == ['x"y', "ab"]


def test_a_workbook_keeps_numbers_dates_and_texts() -> None:
    moment = datetime(2024, 3, 5, 10, 30)  # noqa: DTZ001 - a cell of a workbook has no zone
    rows: list[list[Cell]] = [["发票清单"], ["客户编号", "发票号", "开票日期", "含税金额", "有争议", "备注"]]
    rows += [["00123", "20", date(2024, 3, 5), 0.1 + 0.2, True, moment], ["C2", 12345678901, 45356, -5, False, ""]]
    sheet = sheet_of(xlsx_bytes(rows, before=["空"]), "a.xlsx")
    assert sheet.name == "data"
    assert sheet.rows.to_pylist() == [3, 4]
    assert list(sheet.cells(0).values()) == ["00123", "20", "2024-03-05", "0.3", "TRUE", "2024-03-05 10:30:00"]
    assert list(sheet.cells(1).values()) == ["C2", "12345678901", "45356", "-5", "FALSE", ""]


def _workbook(pages: Mapping[str, Sequence[Sequence[Cell]]], *, merged: Sequence[tuple[str, str]] = ()) -> bytes:
    """A workbook with several sheets; `merged` are ranges of the first with their texts."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in pages.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(list(row))
    for cells, text in merged:
        book.worksheets[0][cells.partition(":")[0]] = text
        book.worksheets[0].merge_cells(cells)
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


ROWS = [["name", "region"], ["a", "b"]]


@pytest.mark.parametrize(
    ("others", "named", "unread"),
    [
        pytest.param({"一月": ROWS, "二月": ROWS}, "", ("一月", "二月"), id="others with rows"),
        pytest.param({"封底": [["the end"]], "empty": []}, "", (), id="others without rows"),
        pytest.param({"说明": ROWS, "Guide": ROWS}, "", (), id="a template's guide"),
        pytest.param({"一月": ROWS}, "first", (), id="a sheet that was asked for"),
    ],
)
def test_sheets_left_unread_are_named(
    others: Mapping[str, Sequence[Sequence[Cell]]], named: str, unread: tuple[str, ...]
) -> None:
    sheet = sheet_of(_workbook({"first": ROWS, **others}), "a.xlsx", sheet=named)
    assert (sheet.name, sheet.unread) == ("first", unread)
    assert with_rows(sheet, {2: {"name": "x", "region": "y"}}).unread == unread


def test_a_heading_merged_down_belongs_to_its_column() -> None:
    rows: list[list[Cell]] = [
        ["应收明细", None, None, None],
        ["客户", None, "发票", None],
        ["客户编号", "客户名称", "发票号码", None],
        ["C1", "甲公司", "A-1", "部分收款"],
    ]
    raw = _workbook({"data": rows}, merged=[("A1:D1", "应收明细"), ("D2:D3", "备注")])
    sheet = sheet_of(raw, "a.xlsx")
    assert sheet.headings == ("客户编号", "客户名称", "发票号码", "备注")
    assert sheet.ragged == ()
    assert sheet.cells(0)["备注"] == "部分收款"


def test_two_levels_of_headings_in_a_text_file() -> None:
    sheet = sheet_of("客户,,备注\n客户编号,客户名称,\nC1,甲公司,部分收款\n".encode())
    assert sheet.headings == ("客户编号", "客户名称", "备注")
    assert sheet.rows.to_pylist() == [3]
    below = "客户编号,客户名称,应收,\n,,发票金额,余额\nC1,甲公司,5,3\n"
    assert sheet_of(below.encode()).headings == ("客户编号", "客户名称", "发票金额", "余额")
    assert sheet_of(below.encode()).rows.to_pylist() == [3]
    assert sheet_of("表,,\n客户编号,客户名称,\nC1,甲公司,x\n".encode()).ragged[0].row == 3


def test_a_workbooks_cells_beyond_the_headings_are_a_column_of_their_own() -> None:
    rows: list[list[Cell]] = [["name", "region"], ["a", "b"], ["c", "d", None, "e"], ["f", "g", "h"]]
    sheet = sheet_of(xlsx_bytes(rows), "a.xlsx")
    assert sheet.headings == ("name", "region", "(3)", "(4)")
    assert [column.to_pylist() for column in sheet.columns] == [
        ["a", "c", "f"], ["b", "d", "g"], ["", "", "h"], ["", "e", ""],
    ]  # fmt: skip
    assert sheet.ragged == ()


def test_a_sheet_can_be_named() -> None:
    raw = xlsx_bytes([["name", "region"], ["a", "b"]], before=["first"], sheet="第二")
    assert sheet_of(raw, "a.xlsx", sheet="第二").name == "第二"
    with pytest.raises(SheetMissing):
        sheet_of(raw, "a.xlsx", sheet="third")


SMALL = Limits(
    file_bytes=MIB, rows=3, columns=4, cell_characters=100, cells=1_000, unpacked_bytes=200_000, ratio=100, parts=20
)
GOOD = csv_bytes([["name", "region"], ["a", "b"]])
XLSX = xlsx_bytes([["name", "region"], ["a", "b"]])


@pytest.mark.parametrize(
    ("raw", "name", "limits", "refusal"),
    [
        pytest.param(b"x" * (MIB + 1), "a.csv", SMALL, FileTooLarge, id="bytes"),
        pytest.param(csv_bytes([["name", "region"], *[["a", "b"]] * 4]), "a.csv", SMALL, TooManyRows, id="rows"),
        pytest.param(csv_bytes([["name"] * 5, ["a"] * 5]), "a.csv", SMALL, TooManyColumns, id="columns"),
        pytest.param(csv_bytes([["name", "region"], ["a", "b" * 101]]), "a.csv", SMALL, CellTooLong, id="characters of a cell"),
        pytest.param(csv_bytes([["name", "region"], ["a", "b" * 90_000]]), "a.csv", SMALL, CellTooLong, id="far more characters"),
        pytest.param(xlsx_bytes([["name", "region"], *[["a", "b"]] * 4]), "a.xlsx", SMALL, TooManyRows, id="rows of a workbook"),
        pytest.param(xlsx_bytes([["name"] * 5, ["a"] * 5]), "a.xlsx", SMALL, TooManyColumns, id="columns of a workbook"),
        pytest.param(zip_bytes([(f"{n}.xml", b"") for n in range(21)]), "a.xlsx", SMALL, WorkbookHasTooManyParts, id="parts"),
        pytest.param(zip_bytes([("a.xml", bytes(200_001))]), "a.xlsx", SMALL, WorkbookUnpacksTooLarge, id="unpacked bytes"),
        pytest.param(zip_bytes([("a.xml", bytes(2 * MIB))]), "a.xlsx", DEFAULT_LIMITS, WorkbookPackedTooTightly, id="ratio"),
        pytest.param(b"", "a.csv", SMALL, FileEmpty, id="no bytes"),
        pytest.param(b"\xef\xbb\xbf \n\n", "a.csv", SMALL, FileEmpty, id="nothing but a mark and blanks"),
        pytest.param(b",,,\n,,\n", "a.csv", SMALL, FileEmpty, id="nothing but delimiters"),
        pytest.param("　\n".encode(), "a.csv", SMALL, FileEmpty, id="a full-width space"),
        pytest.param(xlsx_bytes([]), "a.xlsx", SMALL, FileEmpty, id="an empty workbook"),
        pytest.param(b"name,region\n", "a.csv", SMALL, NoDataRows, id="headings only"),
        pytest.param(xlsx_bytes([["name", "region"]]), "a.xlsx", SMALL, NoDataRows, id="a workbook with headings only"),
        pytest.param(b"name,region\na\0,b\n", "a.csv", SMALL, NulCharacters, id="NUL"),
        pytest.param("name,region\na\0,b\n".encode("utf-16"), "a.csv", SMALL, NulCharacters, id="NUL in UTF-16"),
        pytest.param(b'name,region\na,"b\n', "a.csv", SMALL, QuoteNotClosed, id="a quotation mark without its other"),
        pytest.param(b"\xef\xbb\xbfname,\xff\xff\n", "a.csv", SMALL, EncodingNotKnown, id="marked UTF-8 that is not"),
        pytest.param(GOOD, "a.pdf", SMALL, EndingNotKnown, id="another ending"),
        pytest.param(GOOD, "name", SMALL, EndingNotKnown, id="no ending"),
        pytest.param(XLSX, "a.csv", SMALL, NotWhatItsEndingSays, id="a workbook called csv"),
        pytest.param(GOOD, "a.xlsx", SMALL, NotWhatItsEndingSays, id="text called xlsx"),
        pytest.param(XLSX, "a.xls", SMALL, NotWhatItsEndingSays, id="a new workbook called xls"),
        pytest.param(b"<html><table>", "a.xls", SMALL, NotWhatItsEndingSays, id="a web page called xls"),
        pytest.param(b"%PDF-1.7 ", "a.csv", SMALL, NotWhatItsEndingSays, id="a PDF called csv"),
        pytest.param(zip_bytes([("a.txt", b"a")]), "a.xlsx", SMALL, WorkbookDamaged, id="a zip that is no workbook"),
        pytest.param(XLSX[: len(XLSX) // 2], "a.xlsx", SMALL, WorkbookDamaged, id="half a workbook"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a.xls", SMALL, WorkbookDamaged, id="a broken old workbook"),
        pytest.param(
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
            "a.xlsx", SMALL, PasswordProtected, id="a workbook under a password",
        ),
        pytest.param(zip_bytes([(SHEET_PART, b'<c r="ZZ1"><v>1</v></c>')]), "a.xlsx", SMALL, TooManyColumns, id="a cell far to the right"),
        pytest.param(zip_bytes([(SHEET_PART, b'<c r="D999"><v>1</v></c>')]), "a.xlsx", SMALL, TooManyCells, id="a cell far below"),
        pytest.param(
            zip_bytes([(SHEET_PART, b'<!DOCTYPE x [<!ENTITY a "b">]>')]), "a.xlsx", SMALL, WorkbookDeclaresEntities, id="entities"
        ),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused(raw: bytes, name: str, limits: Limits, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal) as refused:
        sheet_of(raw, name, limits=limits)
    assert "{" not in refused.value.say("zh") + refused.value.say("en")


def test_stated_sizes_of_an_archive_are_not_believed() -> None:
    raw = bytearray(zip_bytes([("a.xml", bytes(300_000))]))
    size = (300_000).to_bytes(4, "little")
    assert raw.count(size) == 2
    lying = bytes(raw).replace(size, (10).to_bytes(4, "little"))
    with pytest.raises((WorkbookDamaged, WorkbookUnpacksTooLarge)):
        sheet_of(lying, "a.xlsx", limits=SMALL)


def test_an_archive_under_a_password_is_refused() -> None:
    raw = bytearray(XLSX)
    with zipfile.ZipFile(io.BytesIO(XLSX)) as archive:
        start = archive.start_dir
    raw[start + 8] |= 1
    with pytest.raises(PasswordProtected):
        sheet_of(bytes(raw), "a.xlsx")


def test_empty_cells_far_away_do_no_harm() -> None:
    assert (
        sheet_of(
            zip_bytes([(name, text.replace(b"</row>", b'<c r="ZZ1" s="1"/></row>')) for name, text in _parts(XLSX)]),
            "a.xlsx",
        ).read
        == 1
    )


def _parts(raw: bytes) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def test_the_limit_on_size_is_a_setting() -> None:
    assert limits_of({}).file_bytes == 200 * MIB
    assert limits_of({"KEDUN_IMPORT_MAX_MIB": "5"}).file_bytes == 5 * MIB
    assert limits_of({"KEDUN_IMPORT_MAX_MIB": "many"}) == DEFAULT_LIMITS
    assert (DEFAULT_LIMITS.rows, DEFAULT_LIMITS.columns, DEFAULT_LIMITS.cell_characters) == (2_000_000, 500, 10_000)
    assert (DEFAULT_LIMITS.unpacked_bytes, DEFAULT_LIMITS.ratio, DEFAULT_LIMITS.parts) == (200 * MIB, 100, 1_000)


def _take(raw: bytes, name: str) -> None:
    """Read, recognise and plan; only a refusal may come out."""
    try:
        sheet = read_sheet(raw, name=name, sheet="", limits=replace(DEFAULT_LIMITS, rows=500), is_known=is_known)
        plan = make_plan(sheet, recognise(sheet.headings, stated=Stated()), Options())
    except Refusal:
        return
    assert sum(table.num_rows for kind, table in plan.tables.items() if kind == plan.kind) <= plan.read


LEDGER = csv_bytes([HEADINGS, FIRST, SECOND])
_pieces = st.sampled_from(
    [
        b",",
        b"\n",
        b'"',
        b"\r",
        b";",
        b"\t",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"\0",
        b"-",
        b"1/2/2024",
        b"=1+1",
        "金额".encode("gb18030"),
    ]
)


@settings(max_examples=500)
@given(st.lists(st.tuples(st.integers(0, len(LEDGER)), _pieces | st.binary(max_size=4)), max_size=8))
@example([(0, b'"')])
def test_no_damage_to_a_csv_file_brings_anything_but_a_refusal(damage: list[tuple[int, bytes]]) -> None:
    raw = LEDGER
    for at, piece in damage:
        raw = raw[:at] + piece + raw[at + len(piece) // 2 :]
    _take(raw, "a.csv")


@settings(max_examples=300)
@given(st.binary(max_size=300))
def test_no_bytes_called_csv_bring_anything_but_a_refusal(raw: bytes) -> None:
    _take(raw, "a.csv")


WORKBOOK = xlsx_bytes([HEADINGS, FIRST, SECOND])


@settings(max_examples=150)
@given(st.integers(0, len(WORKBOOK) - 1), st.binary(min_size=1, max_size=6))
def test_no_damage_to_a_workbook_brings_anything_but_a_refusal(at: int, piece: bytes) -> None:
    _take(WORKBOOK[:at] + piece + WORKBOOK[at + len(piece) :], "a.xlsx")
