"""Reads CSV: the encoding and the delimiter are found, quoted line ends kept, uneven rows handed back."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from kedun.intake.encodings import encoding_of
from kedun.intake.limits import Limits
from kedun.intake.refusals import CellTooLong, FileEmpty, NulCharacters, QuoteNotClosed
from kedun.intake.sheet import HEADING_ROWS, IsKnown, NumberedRow, Sheet, assemble

DELIMITERS = (",", ";", "\t", "|")
SAMPLE_CHARACTERS = 1 << 16
_STATED = re.compile(r"sep=([,;\t|:^~])\r?\n", re.IGNORECASE)


def read_delimited(raw: bytes, *, limits: Limits, is_known: IsKnown) -> Sheet:
    """Read a CSV file's bytes.

    Raises: EncodingNotKnown, NulCharacters, QuoteNotClosed and the refusals of `assemble`.
    """
    encoding = encoding_of(raw)
    if b"\0" in raw and encoding.name != "utf-16":
        raise NulCharacters
    delimiter = delimiter_of(_sample(raw, encoding.name), is_known)
    rows = _rows(raw, encoding=encoding.name, delimiter=delimiter, limits=limits)
    sheet = assemble(rows, limits=limits, is_known=is_known)
    name = f"{encoding.name}?" if encoding.is_guess else encoding.name
    return replace(sheet, encoding=name, delimiter=delimiter)


def _text(raw: bytes, encoding: str) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(raw), encoding=encoding, newline="")


def _sample(raw: bytes, encoding: str) -> str:
    return _text(raw, encoding).read(SAMPLE_CHARACTERS)


def delimiter_of(sample: str, is_known: IsKnown) -> str:
    """Find the delimiter: stated by `sep=`, else the one that shows most known headings, then the evenest rows."""
    if not sample.strip():
        raise FileEmpty
    stated = _STATED.match(sample)
    if stated:
        return stated.group(1)
    return max(DELIMITERS, key=lambda delimiter: _evidence(sample, delimiter, is_known))


def _evidence(sample: str, delimiter: str, is_known: IsKnown) -> tuple[int, float, int]:
    rows = [row for row in _sampled_rows(sample, delimiter) if row]
    widths = Counter(len(row) for row in rows)
    if not widths or max(widths) < 2:
        return (0, 0.0, 0)
    width, count = max(widths.items(), key=lambda item: (item[1] if item[0] > 1 else 0, item[0]))
    known = max(sum(is_known(cell) for cell in row) for row in rows[:HEADING_ROWS])
    return (known, count / len(rows), width)


def _sampled_rows(sample: str, delimiter: str) -> list[list[str]]:
    rows: list[list[str]] = []
    try:
        rows.extend(csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter))
    except csv.Error:
        return rows  # a sample may break off, or hold an overlong cell; the reading proper will tell
    return rows


def _rows(raw: bytes, *, encoding: str, delimiter: str, limits: Limits) -> Iterator[NumberedRow]:
    """Yield the records by number: as strict CSV, or, where a quotation mark stands oddly, as CSV programs bear it."""
    csv.field_size_limit(max(limits.cell_characters * 4, SAMPLE_CHARACTERS))
    reader = csv.reader(_text(raw, encoding), delimiter=delimiter, strict=True)
    number = 0
    try:
        for cells in reader:
            number += 1
            yield number, cells
    except csv.Error as error:
        _refuse(error, number + 1, limits)
    else:
        return
    yield from _lenient_rows(_text(raw, encoding), delimiter=delimiter, after=number, limits=limits)


def _lenient_rows(text: io.TextIOWrapper, *, delimiter: str, after: int, limits: Limits) -> Iterator[NumberedRow]:
    number = 0
    try:
        for cells in csv.reader(text, delimiter=delimiter):
            number += 1
            if number > after:
                yield number, cells
    except csv.Error as error:
        _refuse(error, number + 1, limits)
        raise QuoteNotClosed(row=number + 1) from error


def _refuse(error: csv.Error, row: int, limits: Limits) -> None:
    """Refuse what no reading can mend; return for a mere stray quotation mark."""
    told = str(error)
    if "unexpected end of data" in told:
        raise QuoteNotClosed(row=row) from error
    if "field larger than" in told:
        raise CellTooLong(row=row, limit=limits.cell_characters) from error
    if "NUL" in told:
        raise NulCharacters from error
