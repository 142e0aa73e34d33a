"""Exports of registries, courts and vendors: what their headings say of all rows, ends of periods, rows that found nothing."""

import re
import unicodedata
from collections.abc import Mapping, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from kedun.facts.kinds import KINDS
from kedun.intake.headings import heading_of, plain
from kedun.intake.public_words import FILE_WORDS, NO_RECORD, TELLING
from kedun.kernel.days import Day

CHECKED_ON = "checked_on"
CHECK_SCOPES: Mapping[str, str] = {
    "customer": "registry",
    **{kind.name: kind.check_scope for kind in KINDS.values() if kind.check_scope is not None},
}
"""Kinds whose files may say on which day somebody looked, with the scope of that check."""

ENDS = frozenset({"licence_ends_on", "closed_on"})
"""Days that end a period; a cell may hold the whole period."""

DESCRIBING = frozenset({"title", "topic", "case_status", "rating"})
"""Fields that may be told in several columns of one file: the first one counts."""

_SHAREHOLDERS = frozenset(["股东名称", "股东", "股东发起人", "出资人", "投资人", "发起人"])
_EXECUTIVES = frozenset(["主要人员"])
_BEFORE_END = re.compile(
    r"^(?:.*(?:至|到|~|～|—)\s*|\d{4}([-/.])\d{1,2}\1\d{1,2}\s*[-–]\s*(?=\d{4}\1)|\d{4}年\d{1,2}月\d{1,2}日\s*[-–]\s*(?=\S))"
)
_BETWEEN_NAMES = re.compile(r"[、；;\n]+")


def implied(kind_name: str, headings: Sequence[str], *, file_name: str = "") -> Mapping[str, str]:
    """Give what holds for every row of a file by its headings, else by its name: whose list it is."""
    told = [heading_of(heading).bare for heading in headings]
    if kind_name == "relation":
        found = "shareholder" if _SHAREHOLDERS & set(told) else "executive" if _EXECUTIVES & set(told) else ""
        return {"relation_type": found} if found else {}
    if kind_name != "legal_event":
        return {}
    name = plain(file_name)
    by_name = next((code for word, code in FILE_WORDS.items() if word in name), "")
    code = by_name or next((code for word, code in TELLING.items() if word in told), "")
    return {"event_type": code} if code else {}


def ends_of(texts: pa.Array) -> pa.Array:
    """Give the ends of periods such as 2010-05-01至2030-04-30; other texts stay."""
    encoded = texts.dictionary_encode()
    ends = [_BEFORE_END.sub("", text) for text in encoded.dictionary.to_pylist()]
    return pa.array(ends, pa.string()).take(encoded.indices)


def names_in_cell(text: str) -> list[str]:
    """Give the names that one cell lists, each once."""
    return list(dict.fromkeys(name for each in _BETWEEN_NAMES.split(text) if (name := each.strip())))


def says_nothing(text: str) -> bool:
    """Tell whether a cell of a record says that there is none."""
    return not text or plain(text) in NO_RECORD or not plain(text)


def found_nothing(kind_name: str, columns: Mapping[str, pa.Array]) -> frozenset[int]:
    """Give the positions of the rows in which no column of the record itself says anything.

    `columns`: the texts of the kind's own fields; a file without any of them only says that somebody looked.
    """
    if kind_name not in CHECK_SCOPES or kind_name == "customer" or not columns:
        return frozenset()
    silent = [pc.fill_null(_silent(texts), True) for texts in columns.values()]
    empty = silent[0]
    for each in silent[1:]:
        empty = pc.and_(empty, each)
    return frozenset(pc.indices_nonzero(empty).to_pylist())


def _silent(texts: pa.Array) -> pa.Array:
    encoded = texts.dictionary_encode()
    told = [says_nothing(unicodedata.normalize("NFKC", text).strip()) for text in encoded.dictionary.to_pylist()]
    return pa.array(told, pa.bool_()).take(encoded.indices)


def closing_days(closed_on: pa.Array, status: pa.Array, seen_on: pa.Array, *, today: Day) -> pa.Array:
    """Give closing days: a case that is told as closed, without a day, was closed by the day on which this was seen."""
    is_closed = pc.fill_null(pc.equal(status, "case_closed"), False)
    seen = pc.fill_null(seen_on, today)
    return pc.if_else(pc.and_(is_closed, pc.is_null(closed_on)), seen, closed_on)
