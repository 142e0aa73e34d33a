"""Rows of totals at the end of a list, or between its parts: they sum up other rows and are no data."""

from collections.abc import Iterable, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from kedun.intake.planned import Note, Work
from kedun.intake.rejects import Rejected

_WORDS = (
    "合计", "合 计", "合  计", "小计", "小 计", "总计", "总 计", "共计", "总额", "本页合计", "本页小计", "累计", "本月合计", "本年累计",
    "合计金额", "合计数", "Total", "Totals", "Subtotal", "Sub-total", "Sub total", "Grand total", "Sum",
)  # fmt: skip
_ENDS = ("", ":", "：", " :", " ：", "（元）", "(元)")
TOTALS = frozenset(
    text for word in _WORDS for end in _ENDS for text in (word + end, word.upper() + end, word.lower() + end, word.title() + end)
)  # fmt: skip
"""What the first filled cell of a row of totals says."""


def is_total(cells: Iterable[str]) -> bool:
    """Tell whether a row's first filled cell names a total."""
    return next((cell for cell in cells if cell), "") in TOTALS


def skip_totals(work: Work) -> None:
    """Take rows of totals out of a plan: those that would be rejected, or whose key is the word itself."""
    said = pa.array(sorted(TOTALS), pa.string())
    candidates: set[int] = set()
    for column in work.sheet.columns:
        candidates.update(pc.indices_nonzero(pc.is_in(column, value_set=said)).to_pylist())
    work.totals = frozenset(
        position
        for position in candidates
        if is_total(work.sheet.cells(position).values())
        and (position in work.columns.problems or _is_key(work, position))
    )
    skipped = len(work.totals) + len(work.sheet.ragged) - len(without_totals(work.sheet.ragged))
    if skipped:
        work.notes.append(Note("totals_skipped", {"rows": skipped}))


def _is_key(work: Work, position: int) -> bool:
    keys = [work.keys] if work.customers is None else [work.keys, work.customers]
    return any(each[position].as_py() in TOTALS for each in keys)


def without_totals(ragged: Sequence[Rejected]) -> list[Rejected]:
    """Leave out those rows with too few or too many cells that only name a total."""
    return [each for each in ragged if not is_total(each.cells.values())]
