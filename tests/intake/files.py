"""Small files for tests, written as bytes."""

import csv
import io
import zipfile
from collections.abc import Sequence
from datetime import date, datetime

import xlsxwriter  # type: ignore[import-untyped]

from kedun.intake.limits import Limits
from kedun.intake.plan import make_plan
from kedun.intake.planned import Options, Plan
from kedun.intake.reading import read_sheet
from kedun.intake.recognition import Recognition, Stated, is_known, recognise
from kedun.intake.sheet import Sheet

Cell = str | int | float | bool | date | datetime | None
HEADINGS = ["customerID", "invoiceNumber", "InvoiceDate", "DueDate", "InvoiceAmount", "SettledDate"]
FIRST = ["C1", "A-1", "2024-01-10", "2024-02-10", "100.00", "2024-02-20"]
SECOND = ["C2", "A-2", "2024-01-31", "2024-03-01", "50.00", ""]


def csv_bytes(rows: Sequence[Sequence[str]], *, delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue().encode(encoding)


def xlsx_bytes(rows: Sequence[Sequence[Cell]], *, before: Sequence[str] = (), sheet: str = "data") -> bytes:
    """A workbook; `before` are empty sheets in front of the one with the rows."""
    held = io.BytesIO()
    with xlsxwriter.Workbook(held, {"in_memory": True, "default_date_format": "yyyy-mm-dd hh:mm"}) as workbook:
        for name in before:
            workbook.add_worksheet(name)
        page = workbook.add_worksheet(sheet)
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                if isinstance(cell, str):
                    page.write_string(number, column, cell)
                else:
                    page.write(number, column, cell)
    return held.getvalue()


def zip_bytes(parts: Sequence[tuple[str, bytes]]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return held.getvalue()


def sheet_of(raw: bytes, name: str = "file.csv", *, sheet: str = "", limits: Limits | None = None) -> Sheet:
    return read_sheet(raw, name=name, sheet=sheet, limits=limits or Limits(), is_known=is_known)


def plan_of(
    rows: Sequence[Sequence[str]], *, stated: Stated | None = None, options: Options | None = None
) -> tuple[Plan, Recognition]:
    sheet = sheet_of(csv_bytes(rows))
    recognition = recognise(sheet.headings, stated=stated or Stated())
    return make_plan(sheet, recognition, options or Options()), recognition
