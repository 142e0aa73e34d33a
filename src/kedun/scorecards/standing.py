"""The standing grade: the raw grade with a margin and a minimum stay, so that nobody flaps between two grades."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from kedun.kernel.days import Day
from kedun.scorecards.definition import Grading
from kedun.scorecards.score import HUNDRED

EARLIER_GRADE: Final = "earlier_grade"
DAYS_STOOD: Final = "days_stood"
STANDING: Final = "standing_grade"


@dataclass(frozen=True, slots=True)
class Standing:
    """A grade that stands since a day."""

    grade: str
    since: Day


def next_standing(
    before: Standing | None, *, raw_grade: str, score: int | None, as_of: Day, grading: Grading
) -> Standing:
    """Fold one assessment into the standing grade.

    It follows the raw grade when there was none, when either is unrated, or when the old one exists no more. Otherwise it moves to the grade that the
    score reaches even after the margin is taken off on the way up, or given on the way down; upwards only when the old
    grade has stood for its minimum stay. A worse grade does not wait: risk first.
    Unit: score in hundredths of a point.
    """
    grades: list[str] = [band.grade for band in grading.bands]
    if before is None or score is None or before.grade not in grades:
        return before if before and before.grade == raw_grade else Standing(raw_grade, as_of)
    old = grades.index(before.grade)
    margin = grading.margin * HUNDRED
    if (worse := _band(score + margin, grading)) < old:
        return Standing(grades[worse], as_of)
    better = _band(score - margin, grading)
    has_stayed = as_of - before.since >= grading.minimum_stay_days
    return Standing(grades[better], as_of) if better > old and has_stayed else before


def _band(score: int, grading: Grading) -> int:
    """Count the bands that a score lies above: 0 is the worst."""
    return sum(band.below is not None and score >= band.below * HUNDRED for band in grading.bands)


def standing_texts(grading: Grading) -> Mapping[str, str]:
    """Write `next_standing` as steps in the language, for many customers at once; the last of them gives the grade.

    Shape: over `earlier_grade` ("" for none), `days_stood` (null for none), `grade` and `score_hundredths`.
    """
    margin = grading.margin * HUNDRED
    stayed = f"{DAYS_STOOD} >= {grading.minimum_stay_days}"
    return {
        "old_band": _numbered(grading),
        "worse_band": _counted(grading, f"score_hundredths + {margin}"),
        "better_band": _counted(grading, f"score_hundredths - {margin}"),
        STANDING: (
            "CASE WHEN old_band IS NULL OR score_hundredths IS NULL THEN grade"
            f" WHEN worse_band < old_band THEN {_named(grading, 'worse_band')}"
            f" WHEN better_band > old_band AND {stayed} THEN {_named(grading, 'better_band')}"
            f" ELSE {EARLIER_GRADE} END"
        ),
    }


def _numbered(grading: Grading) -> str:
    first = {band.grade: number for number, band in reversed(list(enumerate(grading.bands)))}
    arms = " ".join(f"WHEN {EARLIER_GRADE} = '{grade}' THEN {number}" for grade, number in first.items())
    return f"CASE {arms} END"


def _named(grading: Grading, number: str) -> str:
    *lower, last = grading.bands
    arms = " ".join(f"WHEN {number} = {place} THEN '{band.grade}'" for place, band in enumerate(lower))
    return f"CASE {arms} ELSE '{last.grade}' END" if lower else f"'{last.grade}'"


def _counted(grading: Grading, score: str) -> str:
    bounds = [band.below * HUNDRED for band in grading.bands if band.below is not None]
    return " + ".join(f"CASE WHEN {score} >= {bound} THEN 1 ELSE 0 END" for bound in bounds) or "0"
