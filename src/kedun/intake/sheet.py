"""A table of texts as it stands in a file: headings, columns, and the row numbers that people see."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice, zip_longest

import pyarrow as pa
import pyarrow.compute as pc

from kedun.intake.limits import Limits
from kedun.intake.refusals import (
    CellTooLong,
    FileEmpty,
    HeadingsMissing,
    NoDataRows,
    NulCharacters,
    TooManyColumns,
    TooManyRows,
)
from kedun.intake.rejects import Problem, Rejected

HEADING_ROWS = 20
"""The headings stand within so many rows that are not empty; above them are titles."""
CHUNK_ROWS = 2_000
"""So many rows wait as Python lists; of more, the collector of garbage looks through them longer than they take to read."""
BLANKS = " \t\r\n\v\f\u00a0\u3000\ufeff\u200b\u200c\u200d\u2060"
"""What is cut off both ends of every cell: spaces, full-width spaces and characters without width."""

GUIDE_SHEETS = frozenset({"说明", "Guide"})
"""A template's second sheet explains its columns; it is no data."""

EXAMPLE_MARKS = frozenset({"示例（导入时跳过）", "Example (skipped on import)"})
"""A template's example row begins with one of these; it is no data."""

NumberedRow = tuple[int, list[str]]
IsKnown = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows below the headings; `rows` holds their numbers in the file, the first row of the file being 1.

    `ragged` are the rows with too few or too many cells. `is_native` says that dates and numbers came as such, from
    a workbook, hence stand here in ISO form. `encoding` and `delimiter` are "" for workbooks. `unread` are the other
    visible sheets of the workbook that hold rows, where no sheet was named. `is_sample`: the file has more rows.
    """

    headings: tuple[str, ...]
    columns: tuple[pa.Array, ...]
    rows: pa.Array
    ragged: tuple[Rejected, ...] = ()
    is_native: bool = False
    encoding: str = ""
    delimiter: str = ""
    name: str = ""
    unread: tuple[str, ...] = ()
    is_sample: bool = False

    @property
    def read(self) -> int:
        """How many rows hold anything."""
        return len(self.rows) + len(self.ragged)

    def column(self, heading: str) -> pa.Array:
        """Give the column under a heading."""
        return self.columns[self.headings.index(heading)]

    def cells(self, position: int) -> dict[str, str]:
        """Give one row's cells under their headings."""
        pairs = zip(self.headings, self.columns, strict=True)
        return {heading: column[position].as_py() for heading, column in pairs}


def find_headings(rows: Sequence[NumberedRow], is_known: IsKnown) -> int | None:
    """Give the position of the row of headings: the one with most known headings, else the first with two texts."""
    known = [sum(is_known(cell) for cell in cells if cell.strip(BLANKS)) for _, cells in rows]
    filled = [sum(bool(cell.strip(BLANKS)) for cell in cells) for _, cells in rows]
    if known and max(known) > 0:
        return max(range(len(rows)), key=lambda position: (known[position], filled[position]))
    return next((position for position, count in enumerate(filled) if count >= 2), 0 if filled else None)


def assemble(numbered: Iterable[NumberedRow], *, limits: Limits, is_known: IsKnown, is_native: bool = False) -> Sheet:
    """Build a sheet from rows of cells; in a workbook (`is_native`) cells beyond the headings are a column without one.

    Raises: FileEmpty, HeadingsMissing, NoDataRows, TooManyRows, TooManyColumns, CellTooLong, NulCharacters.
    """
    stream = iter(numbered)
    filled = (row for row in stream if any(cell.strip(BLANKS) for cell in row[1]))
    first = list(islice(filled, HEADING_ROWS))
    if not first:
        raise FileEmpty
    found = find_headings(first, is_known)
    if found is None:
        raise HeadingsMissing(rows=HEADING_ROWS)
    texts = heading_cells(first, found)
    below = parts_below(first, found, is_known)
    headings = unique_headings(over(below, texts))
    if len(headings) > limits.columns:
        raise TooManyColumns(columns=len(headings), limit=limits.columns)
    gathered = _Gathered(headings, limits, is_native=is_native)
    is_sample = False
    for number, cells in chain(first[found + (2 if below else 1) :], stream):
        is_sample = gathered.count == limits.sample_rows > 0 and any(cell.strip(BLANKS) for cell in cells)
        if is_sample:
            break
        gathered.take(number, cells)
    return replace(gathered.sheet(), is_sample=is_sample)


def heading_cells(rows: Sequence[NumberedRow], found: int) -> list[str]:
    """Give the headings; where one is empty, that of the row right above, which a merged cell or a group holds.

    A row with a single text is a title, not headings.
    """
    number, cells = rows[found]
    if not found or rows[found - 1][0] != number - 1:
        return cells
    above = rows[found - 1][1]
    if sum(bool(cell.strip(BLANKS)) for cell in above) < 2:
        return cells
    return over(cells, above)


def parts_below(rows: Sequence[NumberedRow], found: int, is_known: IsKnown) -> list[str]:
    """Give the second level of headings: a row right below of which every text is a known heading, and not one alone."""
    number, headings = rows[found]
    if found + 1 >= len(rows) or rows[found + 1][0] != number + 1:
        return []
    cells = rows[found + 1][1]
    texts = [cell for cell in cells if cell.strip(BLANKS)]
    is_partial = len(texts) < sum(bool(cell.strip(BLANKS)) for cell in over(cells, headings))
    return cells if is_partial and len(texts) >= 2 and all(map(is_known, texts)) else []


def over(cells: Sequence[str], beneath: Sequence[str]) -> list[str]:
    """Lay one row over another: where it is empty, the other shows through."""
    pairs = zip_longest(cells, beneath, fillvalue="")
    return [cell if cell.strip(BLANKS) else other for cell, other in pairs]


def unique_headings(cells: Sequence[str]) -> tuple[str, ...]:
    """Give every column a heading of its own: empty ones are numbered, repeated ones counted."""
    texts = [cell.strip(BLANKS) for cell in cells]
    while texts and not texts[-1]:
        texts.pop()
    seen: Counter[str] = Counter()
    headings: list[str] = []
    for position, text in enumerate(texts, 1):
        name = text or f"({position})"
        seen[name] += 1
        headings.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return tuple(headings)


class _Gathered:
    """Collects rows into Arrow columns, chunk by chunk, so that a large file stays compact."""

    def __init__(self, headings: tuple[str, ...], limits: Limits, *, is_native: bool) -> None:
        self.headings = headings
        self.limits = limits
        self.is_native = is_native
        self.waiting: list[list[str]] = []
        self.numbers: list[int] = []
        self.all_numbers: list[pa.Array] = []
        self.chunks: list[list[pa.Array]] = [[] for _ in headings]
        self.ragged: list[Rejected] = []
        self.count = 0

    def take(self, number: int, cells: list[str]) -> None:
        cells = self.fitted(cells)
        width = len(self.headings)
        if not cells or (not cells[0].strip(BLANKS) and not any(cell.strip(BLANKS) for cell in cells)):
            return
        if cells[0] in EXAMPLE_MARKS:
            return
        self.count += 1
        if self.count > self.limits.rows:
            raise TooManyRows(limit=self.limits.rows)
        if len(cells) != width:
            self.ragged.append(ragged_row(self.headings, number, cells))
            return
        self.waiting.append(cells)
        self.numbers.append(number)
        if len(self.waiting) >= CHUNK_ROWS:
            self.flush()

    def fitted(self, cells: list[str]) -> list[str]:
        """Cut empty cells off behind the headings; a workbook's row is never uneven, so there it is a new column."""
        width = len(self.headings)
        if len(cells) == width:
            return cells
        surplus = [position for position, cell in enumerate(cells[width:], width + 1) if cell.strip(BLANKS)]
        if surplus and not self.is_native:
            return cells
        if surplus:
            self.widen(surplus[-1])
        cells = cells[: len(self.headings)]
        return [*cells, *[""] * (len(self.headings) - len(cells))] if self.is_native else cells

    def widen(self, width: int) -> None:
        self.flush()
        for position in range(len(self.headings) + 1, width + 1):
            self.headings = unique_headings([*self.headings, f"({position})"])
            self.chunks.append([pa.array([""] * len(numbers), pa.string()) for numbers in self.all_numbers])

    def flush(self) -> None:
        if not self.waiting:
            return
        numbers = pa.array(self.numbers, pa.int64())
        for chunks, texts in zip(self.chunks, zip(*self.waiting, strict=True), strict=True):
            chunks.append(checked_texts(texts, numbers, self.limits))
        self.all_numbers.append(numbers)
        self.waiting, self.numbers = [], []

    def sheet(self) -> Sheet:
        self.flush()
        if not self.count:
            raise NoDataRows
        columns = tuple(pa.concat_arrays(chunks) if chunks else pa.array([], pa.string()) for chunks in self.chunks)
        rows = pa.concat_arrays(self.all_numbers) if self.all_numbers else pa.array([], pa.int64())
        return Sheet(self.headings, columns, rows, tuple(self.ragged))


def checked_texts(texts: Sequence[str], numbers: pa.Array, limits: Limits) -> pa.Array:
    """Turn one column's cells into an Arrow array, trimmed.

    Raises: CellTooLong; NulCharacters, which no database text can hold.
    """
    try:
        column = pa.array(texts, pa.string())
    except (UnicodeEncodeError, pa.ArrowInvalid) as error:
        raise NulCharacters from error
    lengths = pc.utf8_length(column)
    if pc.max(lengths).as_py() > limits.cell_characters:
        position = pc.index(pc.greater(lengths, limits.cell_characters), True).as_py()
        raise CellTooLong(row=numbers[position].as_py(), limit=limits.cell_characters)
    if pc.any(pc.match_substring(column, "\0")).as_py():
        raise NulCharacters
    return pc.utf8_trim(column, characters=BLANKS)


def ragged_row(headings: Sequence[str], number: int, cells: Sequence[str]) -> Rejected:
    """Reject a row whose cells do not match the headings; cells beyond them are kept as +1, +2 …."""
    names = [*headings, *(f"+{extra}" for extra in range(1, len(cells) - len(headings) + 1))]
    code = "too_few_cells" if len(cells) < len(headings) else "too_many_cells"
    problem = Problem("", "", code, {"cells": len(cells), "expected": len(headings)})
    kept = {name: cell.strip(BLANKS).replace("\0", "") for name, cell in zip(names, cells, strict=False)}
    return Rejected(number, (problem,), kept)


def with_rows(sheet: Sheet, corrected: Mapping[int, Mapping[str, str]]) -> Sheet:
    """Put corrected rows in the place of those with the same numbers, ragged ones included."""
    if not corrected:
        return sheet
    numbers = sorted(corrected)
    keep = pc.invert(pc.is_in(sheet.rows, value_set=pa.array(numbers, pa.int64())))
    rows = pa.concat_arrays([sheet.rows.filter(keep), pa.array(numbers, pa.int64())])
    order = pc.sort_indices(rows)
    columns = tuple(
        pa.concat_arrays([column.filter(keep), _texts(corrected, numbers, heading)]).take(order)
        for heading, column in zip(sheet.headings, sheet.columns, strict=True)
    )
    ragged = tuple(each for each in sheet.ragged if each.row not in corrected)
    return replace(sheet, columns=columns, rows=rows.take(order), ragged=ragged)


def _texts(corrected: Mapping[int, Mapping[str, str]], numbers: Sequence[int], heading: str) -> pa.Array:
    return pa.array([corrected[number].get(heading, "").strip(BLANKS) for number in numbers], pa.string())


def numbered(rows: Iterable[list[str]]) -> Iterator[NumberedRow]:
    """Count rows from 1."""
    return enumerate(rows, 1)
