"""A list of customers as a workbook: texts stay texts whatever they begin with, numbers stay numbers."""

import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import IO, Final, Literal

import xlsxwriter  # type: ignore[import-untyped]

from kedun.intake.formulas import guarded
from kedun.kernel.words import Language, Words

Cell = str | int | float | Decimal | None
Form = Literal["text", "amount", "number", "share", "day"]

MOST_ROWS: Final = 50_000
"""Rows that a workbook may hold: some ten seconds of writing."""

WIDTHS: Final[Mapping[Form, int]] = {"text": 18, "amount": 16, "number": 12, "share": 12, "day": 12}
FORMATS: Final[Mapping[Form, str]] = {
    "text": "@",
    "amount": "#,##0.00",
    "number": "General",
    "share": "0.0%",
    "day": "@",
}


@dataclass(frozen=True, slots=True)
class Heading:
    """A column of the workbook."""

    label: str
    form: Form


@dataclass(frozen=True, slots=True)
class Origin:
    """What a workbook says of itself on its second sheet."""

    lines: Sequence[tuple[str, str]]
    language: Language


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet of a workbook."""

    title: str
    headings: Sequence[Heading]
    lines: Iterable[Sequence[Cell]]


_SHEET, _ABOUT = Words("客户", "Customers"), Words("说明", "About")


def write(headings: Sequence[Heading], lines: Iterable[Sequence[Cell]], origin: Origin) -> IO[bytes]:
    """Write a workbook of one list row by row into a temporary file, which stands at its beginning when it is given."""
    return write_tables([Table(_SHEET.say(origin.language), headings, lines)], origin)


def write_tables(tables: Iterable[Table], origin: Origin) -> IO[bytes]:
    """Write a workbook of several sheets, the last of which says what it is; as `write` does."""
    held = tempfile.TemporaryFile()  # noqa: SIM115 - whoever sends the file closes it
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(held, options) as book:
        for table in tables:
            _add(book, table)
        about = book.add_worksheet(_ABOUT.say(origin.language))
        for number, told in enumerate(origin.lines):
            for column, text in enumerate(told):
                about.write_string(number, column, guarded(text))
    held.seek(0)
    return held


def _add(book: xlsxwriter.Workbook, table: Table) -> None:
    formats = [book.add_format({"num_format": FORMATS[heading.form]}) for heading in table.headings]
    bold = book.add_format({"bold": True, "bottom": 1})
    sheet = book.add_worksheet(table.title)
    sheet.freeze_panes(1, 2)
    for column, heading in enumerate(table.headings):
        sheet.set_column(column, column, WIDTHS[heading.form])
    for column, heading in enumerate(table.headings):
        sheet.write_string(0, column, guarded(heading.label), bold)
    for number, line in enumerate(table.lines, start=1):
        for column, cell in enumerate(line):
            if isinstance(cell, str):
                sheet.write_string(number, column, guarded(cell), formats[column])
            elif cell is not None:
                sheet.write_number(number, column, float(cell), formats[column])
