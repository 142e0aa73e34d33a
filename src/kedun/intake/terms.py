"""Payment terms that an invoice row states (30天, 月结60, net 30): the due day where the row has none."""

import re
import unicodedata

import pyarrow as pa
import pyarrow.compute as pc

from kedun.intake.conversion import is_empty
from kedun.intake.planned import Note, Work
from kedun.intake.rejects import Problem
from kedun.kernel.days import LAST_DAY, Day, due_by_terms

Terms = tuple[int, bool]
"""Days, and whether they count from the end of the month."""

MOST_DAYS = 3_650
_COUNT = r"(\d{1,4})(?:\.0+)?"
_UNIT = r"(?:个?自然日|天|日|days?|d)?"
_FROM_ISSUE = re.compile(
    rf"(?:账期|信用期|开票后|发票后|发票日后|票后|票到|到票后|net|n|n/)?{_COUNT}{_UNIT}(?:账期|内|内付款|付款|后付款|net)?"
)
_FROM_MONTH_END = re.compile(rf"(?:月结|月末|月底|eom\+?|monthend\+?)(?:后)?(?:{_COUNT}{_UNIT})?(?:内|付款|账期)?")
_MONTH_END_LAST = re.compile(rf"(?:net|n)?{_COUNT}{_UNIT}(?:月结|eom|endofmonth|monthend)")
_AT_ONCE = frozenset({
    "现结", "现款", "现付", "即付", "见票即付", "货到付款", "款到发货", "预付", "预付款",
    "cash", "cod", "dueonreceipt", "uponreceipt", "immediate", "immediately", "prepaid",
})  # fmt: skip


def read_terms(text: str) -> Terms | None:
    """Read payment terms; None where they cannot be read."""
    said = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).lower().rstrip("。.")
    if said in _AT_ONCE:
        return 0, False
    found = _FROM_ISSUE.fullmatch(said)
    if found is not None:
        return _within(int(found[1]), from_month_end=False)
    found = _FROM_MONTH_END.fullmatch(said) or _MONTH_END_LAST.fullmatch(said)
    return None if found is None else _within(int(found[1] or 0), from_month_end=True)


def _within(days: int, *, from_month_end: bool) -> Terms | None:
    return (days, from_month_end) if days <= MOST_DAYS else None


def apply_terms(work: Work) -> None:
    """Give rows without a due day the one of their terms; blame terms that cannot be read where a due day is missing.

    Source: docs/why/indicators.md.
    """
    texts, issued = work.columns.get("terms"), work.columns.get("issue_on")
    if texts is None or issued is None:
        return
    stated = work.columns.get("stated_due_on")
    due = [None] * work.columns.size if stated is None else stated.to_pylist()
    lacking = pc.indices_nonzero(pc.and_(pa.array([day is None for day in due]), pc.invert(is_empty(texts))))
    computed = 0
    for position in lacking.to_pylist():
        text, issue_on = texts[position].as_py(), issued[position].as_py()
        due[position] = _due(text, issue_on)
        if due[position] is not None:
            computed += position not in work.columns.problems
        elif issue_on is not None:
            _blame_terms(work, position, text)
    work.columns.values["stated_due_on"] = pa.array(due, pa.int64())
    if computed:
        work.notes.append(Note("due_by_terms", {"rows": computed}))


def _due(text: str, issue_on: Day | None) -> Day | None:
    terms = read_terms(text)
    if terms is None or issue_on is None:
        return None
    due_on = due_by_terms(issue_on, terms_days=terms[0], from_month_end=terms[1])
    return due_on if due_on <= LAST_DAY else None


def _blame_terms(work: Work, position: int, text: str) -> None:
    column, due = work.recognition.column("terms"), work.recognition.column("stated_due_on")
    blamed = work.columns.problems.get(position, [])
    if due is not None and any(problem.column == due.heading for problem in blamed):
        return
    work.columns.blame(position, Problem(column.heading if column else "", text, "invalid_terms", {}))
