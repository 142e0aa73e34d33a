"""Looks into a workbook's zip archive before anything opens it: size, parts, ratio, and how far its cells reach."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from kedun.intake.limits import MIB, Limits
from kedun.intake.refusals import (
    PasswordProtected,
    TooManyCells,
    TooManyColumns,
    WorkbookDamaged,
    WorkbookDeclaresEntities,
    WorkbookHasTooManyParts,
    WorkbookPackedTooTightly,
    WorkbookUnpacksTooLarge,
)

ENCRYPTED_FLAG = 0x1
STEP = MIB
OVERLAP = 256
"""So many bytes of a step are looked at again with the next one, for a cell that lies across the border."""
RATIO_COUNTS_FROM = MIB
"""Below so many unpacked bytes nothing can be hidden, and a small honest workbook may pack well."""
_CELL = re.compile(rb"""<(?:\w+:)?c\s[^<>]*?\br\s*=\s*["']([A-Za-z]{1,7})(\d{1,10})["'][^<>]*?(/?)>""")
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


@dataclass(slots=True)
class _Reach:
    """How far the filled cells of one sheet reach."""

    columns: int = 0
    rows: int = 0

    def look(self, data: bytes) -> None:
        found = [(letters, int(digits)) for letters, digits, empty in _CELL.findall(data) if not empty]
        if found:
            self.columns = max(self.columns, max(map(column_number, {letters for letters, _ in found})))
            self.rows = max(self.rows, max(digits for _, digits in found))


def column_number(letters: bytes) -> int:
    """Count a column's letters: A is 1, Z is 26, AA is 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def check_archive(raw: bytes, limits: Limits) -> None:
    """Refuse an archive that would not fit, unpacking it piece by piece and trusting no stated size.

    Raises: WorkbookDamaged, PasswordProtected, WorkbookHasTooManyParts, WorkbookUnpacksTooLarge,
    WorkbookPackedTooTightly, WorkbookDeclaresEntities, TooManyColumns, TooManyCells.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            _check_directory(archive.infolist(), packed=len(raw), limits=limits)
            _check_contents(archive, packed=len(raw), limits=limits)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError, RuntimeError) as error:
        raise WorkbookDamaged(detail=str(error)[:200]) from error


def _check_directory(parts: list[zipfile.ZipInfo], *, packed: int, limits: Limits) -> None:
    if len(parts) > limits.parts:
        raise WorkbookHasTooManyParts(parts=len(parts), limit=limits.parts)
    if any(part.flag_bits & ENCRYPTED_FLAG for part in parts):
        raise PasswordProtected
    _check_size(sum(part.file_size for part in parts), packed=packed, limits=limits)


def _check_size(unpacked: int, *, packed: int, limits: Limits) -> None:
    if unpacked > limits.unpacked_bytes:
        raise WorkbookUnpacksTooLarge(limit=limits.unpacked_bytes)
    if unpacked > RATIO_COUNTS_FROM and unpacked > limits.ratio * packed:
        raise WorkbookPackedTooTightly(limit=limits.ratio)


def _check_contents(archive: zipfile.ZipFile, *, packed: int, limits: Limits) -> None:
    unpacked = 0
    for part in archive.infolist():
        reach = _Reach()
        is_markup = part.filename.endswith((".xml", ".rels", ".vml"))
        is_sheet = "worksheets/" in part.filename and part.filename.endswith(".xml")
        for step, size in _steps(archive, part):
            unpacked += size
            _check_size(unpacked, packed=packed, limits=limits)
            if is_markup and _DECLARATION.search(step):
                raise WorkbookDeclaresEntities
            if is_sheet:
                reach.look(step)
        _check_reach(reach, limits)


def _steps(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[tuple[bytes, int]]:
    """Yield a part's bytes in steps, each with the end of the step before it, and the number of new bytes."""
    with archive.open(part) as stream:
        before = b""
        while data := stream.read(STEP):
            yield before + data, len(data)
            before = data[-OVERLAP:]


def _check_reach(reach: _Reach, limits: Limits) -> None:
    if reach.columns > limits.columns:
        raise TooManyColumns(columns=reach.columns, limit=limits.columns)
    if reach.columns * reach.rows > limits.cells:
        raise TooManyCells(cells=reach.columns * reach.rows, limit=limits.cells)
