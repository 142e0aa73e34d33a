"""The standing grade: the raw grade with a margin and a minimum stay, so that nobody flaps between two grades."""

from dataclasses import dataclass

from kedun.kernel.days import Day
from kedun.scorecards.definition import Grading
from kedun.scorecards.score import HUNDRED


@dataclass(frozen=True, slots=True)
class Standing:
    """A grade that stands since a day."""

    grade: str
    since: Day


def next_standing(
    before: Standing | None, *, raw_grade: str, score: int | None, as_of: Day, grading: Grading
) -> Standing:
    """Fold one assessment into the standing grade.

    It follows the raw grade when there was none, when either is unrated, or when the score lies beyond the cut-off
    by the margin and the old grade has stood for its minimum stay. A worse grade does not wait for the stay: risk first.
    Unit: score in hundredths of a point.
    """
    if before is None or score is None or "unrated" in (before.grade, raw_grade):
        return before if before and before.grade == raw_grade else Standing(raw_grade, as_of)
    if raw_grade == before.grade or not _beyond_margin(before.grade, raw_grade, score, grading):
        return before
    is_worse = _rank(raw_grade, grading) < _rank(before.grade, grading)
    has_stayed = as_of - before.since >= grading.minimum_stay_days
    return Standing(raw_grade, as_of) if is_worse or has_stayed else before


def _rank(grade: str, grading: Grading) -> int:
    return [band.grade for band in grading.bands].index(grade)  # type: ignore[arg-type]


def _beyond_margin(old: str, new: str, score: int, grading: Grading) -> bool:
    """Tell whether the score has left the old grade's band by at least the margin."""
    rank = _rank(old, grading)
    margin = grading.margin * HUNDRED
    if _rank(new, grading) < rank:
        below = grading.bands[rank - 1].below
        return below is not None and score < below * HUNDRED - margin
    below = grading.bands[rank].below
    return below is not None and score >= below * HUNDRED + margin
