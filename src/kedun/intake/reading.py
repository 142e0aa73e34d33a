"""Reads a file by what it is, and refuses one that is not what its ending says."""

from collections.abc import Mapping

from kedun.intake.delimited import read_delimited
from kedun.intake.limits import Limits
from kedun.intake.refusals import EndingNotKnown, FileEmpty, FileTooLarge, NotWhatItsEndingSays, said
from kedun.intake.sheet import IsKnown, Sheet
from kedun.intake.workbook import ENCRYPTED_PACKAGE, read_workbook, sheet_names
from kedun.kernel.words import Words

TEXT = Words("文本", "text")
ZIP = Words(" Excel 工作簿（.xlsx）或 zip 压缩包", "an Excel workbook (.xlsx) or zip archive")
COMPOUND = Words("旧版 Excel 工作簿（.xls）", "an old Excel workbook (.xls)")
PICTURE = Words("图片", "a picture")
ENDINGS: Mapping[str, Words] = {
    ".csv": TEXT, ".tsv": TEXT, ".txt": TEXT, ".xlsx": ZIP, ".xlsm": ZIP, ".xls": COMPOUND,
}  # fmt: skip
ALLOWED = ".csv .tsv .txt .xlsx .xlsm .xls"
SIGNATURES: tuple[tuple[bytes, Words], ...] = (
    (b"PK\x03\x04", ZIP),
    (b"PK\x05\x06", ZIP),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", COMPOUND),
    (b"%PDF", Words(" PDF 文档", "a PDF document")),
    (b"\x1f\x8b", Words(" gzip 压缩包", "a gzip archive")),
    (b"Rar!", Words(" RAR 压缩包", "a RAR archive")),
    (b"7z\xbc\xaf", Words(" 7z 压缩包", "a 7z archive")),
    (b"\x89PNG", PICTURE),
    (b"\xff\xd8\xff", PICTURE),
    (b"SQLite format 3", Words("数据库", "a database")),
    (b"PAR1", Words(" Parquet 文件", "a Parquet file")),
)
MARKUP = (b"<!doctype", b"<html", b"<table", b"<?xml", b"<meta", b"<head", b"{\\rtf")


def ending_of(name: str) -> str:
    """Give a file name's ending in lower case, with its dot."""
    return f".{name.rpartition('.')[2].lower()}" if "." in name else ""


def content_of(raw: bytes) -> Words:
    """Say what a file holds by its first bytes."""
    start = raw[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(MARKUP):
        return Words(" HTML、XML 或 RTF", "HTML, XML or RTF")
    return next((found for signature, found in SIGNATURES if raw.startswith(signature)), TEXT)


def read_sheet(raw: bytes, *, name: str, sheet: str, limits: Limits, is_known: IsKnown) -> Sheet:
    """Read a file's bytes into a sheet of texts.

    Raises: FileTooLarge, FileEmpty, EndingNotKnown, NotWhatItsEndingSays, and the refusals of the readers.
    """
    found = _checked(raw, name=name, limits=limits)
    if found == TEXT:
        return read_delimited(raw, limits=limits, is_known=is_known)
    return read_workbook(raw, is_zip=found == ZIP, sheet=sheet, limits=limits, is_known=is_known)


def sheets_in(raw: bytes, *, name: str, limits: Limits) -> tuple[str, ...]:
    """Give the names of a workbook's visible sheets; none for a text file.

    Raises: what `read_sheet` refuses before it reads any cell.
    """
    found = _checked(raw, name=name, limits=limits)
    return () if found == TEXT else sheet_names(raw, is_zip=found == ZIP, limits=limits)


def _checked(raw: bytes, *, name: str, limits: Limits) -> Words:
    """Give what a file is, if it is what its ending says and not too large."""
    if len(raw) > limits.file_bytes:
        raise FileTooLarge(bytes=len(raw), limit=limits.file_bytes)
    if not raw.strip(b"\xef\xbb\xbf \t\r\n"):
        raise FileEmpty
    ending = ending_of(name)
    if ending not in ENDINGS:
        raise EndingNotKnown(ending=ending, allowed=ALLOWED)
    found = content_of(raw)
    is_locked = ENDINGS[ending] == ZIP and found == COMPOUND and ENCRYPTED_PACKAGE in raw
    if found != ENDINGS[ending] and not is_locked:
        raise NotWhatItsEndingSays(ending=ending, **said(found=found))
    return found
