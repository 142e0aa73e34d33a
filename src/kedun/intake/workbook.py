"""Reads Excel workbooks: dates and numbers keep the exact value the cell holds."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from kedun.intake.archive import check_archive
from kedun.intake.limits import Limits
from kedun.intake.refusals import (
    FileEmpty,
    PasswordProtected,
    SheetMissing,
    TooManyColumns,
    TooManyRows,
    WorkbookDamaged,
)
from kedun.intake.sheet import GUIDE_SHEETS, IsKnown, NumberedRow, Sheet, assemble, numbered

Cell = int | float | str | bool | time | date | datetime | timedelta

EXACT_BELOW = 10**15
"""A cell's number is a double: whole numbers from here on have lost digits."""
ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")


def read_workbook(raw: bytes, *, is_zip: bool, sheet: str, limits: Limits, is_known: IsKnown) -> Sheet:
    """Read one sheet of a workbook: the named one, else the first visible one that holds anything.

    Raises: the refusals of `check_archive` and `assemble`; PasswordProtected, WorkbookDamaged, SheetMissing.
    """
    _check(raw, is_zip=is_zip, limits=limits)
    with _faults_named():
        chosen, unread = _chosen_sheet(CalamineWorkbook.from_filelike(io.BytesIO(raw)), sheet)
    height, width = (chosen.end[0] + 1, chosen.end[1] + 1) if chosen.end else (0, 0)
    if width > limits.columns:
        raise TooManyColumns(columns=width, limit=limits.columns)
    if height > limits.rows + 1:
        raise TooManyRows(limit=limits.rows)
    read = assemble(_rows(chosen), limits=limits, is_known=is_known, is_native=True)
    return replace(read, is_native=True, name=chosen.name, unread=unread)


def sheet_names(raw: bytes, *, is_zip: bool, limits: Limits) -> tuple[str, ...]:
    """Give the names of the visible sheets, but for a template's guide.

    Raises: the refusals of `check_archive`; PasswordProtected, WorkbookDamaged.
    """
    _check(raw, is_zip=is_zip, limits=limits)
    with _faults_named():
        names = _readable(CalamineWorkbook.from_filelike(io.BytesIO(raw)))
    return tuple(name for name in names if name not in GUIDE_SHEETS)


def _check(raw: bytes, *, is_zip: bool, limits: Limits) -> None:
    if is_zip:
        check_archive(raw, limits)
    elif ENCRYPTED_PACKAGE in raw:
        raise PasswordProtected


@contextmanager
def _faults_named() -> Iterator[None]:
    """Turn the reader's faults into refusals."""
    try:
        yield
    except PasswordError as error:
        raise PasswordProtected from error
    except CalamineError as error:
        raise WorkbookDamaged(detail=str(error)[:200]) from error
    except BaseException as error:
        # A fault inside the reader's Rust code arrives as a PanicException, which is no Exception and has no import.
        if type(error).__name__ != "PanicException":
            raise
        raise WorkbookDamaged(detail="damaged") from error


def _readable(workbook: CalamineWorkbook, wanted: str = "") -> list[str]:
    return [
        each.name
        for each in workbook.sheets_metadata
        if each.typ == SheetTypeEnum.WorkSheet and (each.visible == SheetVisibleEnum.Visible or each.name == wanted)
    ]


def _chosen_sheet(workbook: CalamineWorkbook, wanted: str) -> tuple[CalamineSheet, tuple[str, ...]]:
    """Give the sheet to read, and, where none is named, the others that hold rows."""
    names = _readable(workbook, wanted)
    if wanted:
        if wanted not in names:
            raise SheetMissing(sheet=wanted, sheets=", ".join(names))
        return workbook.get_sheet_by_name(wanted), ()
    for position, name in enumerate(names):
        sheet = workbook.get_sheet_by_name(name)
        if sheet.end is not None:
            return sheet, tuple(other for other in names[position + 1 :] if _has_rows(workbook, other))
    raise FileEmpty


def _has_rows(workbook: CalamineWorkbook, name: str) -> bool:
    """Tell whether a sheet holds rows below a first one; one that cannot be read may hold some."""
    if name in GUIDE_SHEETS:
        return False
    try:
        sheet = workbook.get_sheet_by_name(name)
    except CalamineError:
        return True
    return sheet.start is not None and sheet.end is not None and sheet.end[0] > sheet.start[0]


def _rows(sheet: CalamineSheet) -> Iterator[NumberedRow]:
    return numbered([text_of(cell) for cell in row] for row in sheet.iter_rows())


def text_of(cell: Cell) -> str:
    """Write a cell as text: numbers in full, days in ISO form, instants with their time."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, (int, float)):
        return number_text(cell)
    if isinstance(cell, datetime):
        is_midnight = cell.time() == time()
        return cell.date().isoformat() if is_midnight else cell.replace(microsecond=0).isoformat(" ")
    return cell.isoformat() if isinstance(cell, (date, time)) else str(cell)


def number_text(number: float) -> str:
    """Write a cell's number with the 15 digits that a spreadsheet shows, never in scientific notation below 10^15."""
    if abs(number) >= EXACT_BELOW:
        return format(number, ".15g")
    if number == int(number):
        return str(int(number))
    return format(Decimal(format(number, ".15g")), "f")
