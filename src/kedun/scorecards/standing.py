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
