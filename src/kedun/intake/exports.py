"""Rejected rows as a file that people correct in a spreadsheet and hand back."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import xlsxwriter  # type: ignore[import-untyped]

from kedun.intake.formulas import guarded, unguarded
from kedun.intake.headings import plain
from kedun.intake.limits import Limits
from kedun.intake.reading import read_sheet
from kedun.intake.refusals import RejectsFileUnreadable
from kedun.kernel.words import Language, Words

FileFormat = Literal["xlsx", "csv"]

LEADING = (Words("导入号", "Import"), Words("行号", "Row"), Words("原因", "Reason"))
"""The first columns of the file; the columns of the original file follow."""
WIDEST = 60


@dataclass(frozen=True, slots=True)
class ExportedRow:
    """A rejected row as it is handed out: which it is, why it was rejected, and its cells as last corrected."""

    import_id: int
    row: int
    reason: str
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class CorrectedRow:
    """A row as a person hands it back."""

    import_id: int
    row: int
    cells: Mapping[str, str]


def table_of(rows: Sequence[ExportedRow], *, headings: Sequence[str], language: Language) -> list[list[str]]:
    """Lay rejected rows out: headings, then one line each; no cell can act as a formula."""
    extra = [name for row in rows for name in row.cells if name not in headings]
    names = [*headings, *dict.fromkeys(extra)]
    lines = [[*(words.say(language) for words in LEADING), *names]]
    lines += [
        [str(row.import_id), str(row.row), row.reason, *(row.cells.get(name, "") for name in names)] for row in rows
    ]
    return [[guarded(cell) for cell in line] for line in lines]


def exported(lines: Sequence[Sequence[str]], file_format: FileFormat) -> bytes:
    """Write lines as a workbook of texts, or as CSV that spreadsheet programs know for UTF-8."""
    return _workbook(lines) if file_format == "xlsx" else _delimited(lines)


def _delimited(lines: Sequence[Sequence[str]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, quoting=csv.QUOTE_ALL).writerows(lines)
    return text.getvalue().encode("utf-8-sig")


def _workbook(lines: Sequence[Sequence[str]]) -> bytes:
    held = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(held, options) as workbook:
        sheet = workbook.add_worksheet("rejects")
        text, bold = workbook.add_format({"num_format": "@"}), workbook.add_format({"bold": True, "num_format": "@"})
        for number, line in enumerate(lines):
            for column, cell in enumerate(line):
                sheet.write_string(number, column, cell, text if number else bold)
        sheet.freeze_panes(1, len(LEADING))
        for column, cells in enumerate(zip(*lines, strict=True)):
            sheet.set_column(column, column, min(max(len(cell) * 1.6 for cell in cells) + 2, WIDEST), text)
    return held.getvalue()


def _is_leading(cell: str) -> bool:
    return any(plain(cell) in {plain(words.zh), plain(words.en)} for words in LEADING)


def corrected_rows(raw: bytes, *, name: str, limits: Limits) -> tuple[CorrectedRow, ...]:
    """Read a file of rejected rows that a person has corrected.

    Raises: RejectsFileUnreadable, and the refusals of `read_sheet`.
    """
    sheet = read_sheet(raw, name=name, sheet="", limits=limits, is_known=_is_leading)
    given = [plain(heading) for heading in sheet.headings[: len(LEADING)]]
    fits = [given == [plain(words.say(language)) for words in LEADING] for language in ("zh", "en")]
    if not any(fits) or sheet.ragged:
        raise RejectsFileUnreadable(columns=", ".join(words.zh for words in LEADING))
    numbers, rows, _, *columns = (column.to_pylist() for column in sheet.columns)
    names = sheet.headings[len(LEADING) :]
    found = []
    for number, row, *cells in zip(numbers, rows, *columns, strict=True):
        if not (number.isdecimal() and row.isdecimal() and len(number) < 16 and len(row) < 16):
            raise RejectsFileUnreadable(columns=", ".join(words.zh for words in LEADING))
        kept = {unguarded(heading): unguarded(cell) for heading, cell in zip(names, cells, strict=True)}
        found.append(CorrectedRow(int(number), int(row), kept))
    return tuple(found)
