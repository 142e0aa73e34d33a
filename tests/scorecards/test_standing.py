"""The standing grade: margin and minimum stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kedun.expressions import Type, Value
from kedun.facts.steps import closures, extend, in_layers
from kedun.indicators.definition import Label
from kedun.scorecards.definition import Grade, GradeBand, Grading
from kedun.scorecards.standing import DAYS_STOOD, EARLIER_GRADE, STANDING, Standing, next_standing, standing_texts

NAME = Label(zh="级", en="grade")
GRADING = Grading(
    bands=(
        GradeBand(grade="high", below=60, label=NAME),
        GradeBand(grade="medium", below=80, label=NAME),
        GradeBand(grade="low", label=NAME),
    ),
    unrated=NAME,
    margin=2,
    minimum_stay_days=30,
)


@pytest.mark.parametrize(
    ("before", "raw", "score", "after"),
    [
        pytest.param(None, "high", 5000, ("high", 100), id="the first grade is taken as it is"),
        pytest.param(("medium", 10), "medium", 7000, ("medium", 10), id="nothing changed"),
        pytest.param(("medium", 10), "high", 5900, ("medium", 10), id="worse, but within the margin"),
        pytest.param(("medium", 10), "high", 5800, ("medium", 10), id="worse, at the margin"),
        pytest.param(("medium", 10), "high", 5799, ("high", 100), id="worse, beyond the margin"),
        pytest.param(("medium", 99), "high", 5799, ("high", 100), id="a worse grade does not wait"),
        pytest.param(("medium", 70), "low", 8200, ("low", 100), id="better by the margin after the stay"),
        pytest.param(("medium", 70), "low", 8199, ("medium", 70), id="better, but within the margin"),
        pytest.param(("medium", 71), "low", 8200, ("medium", 71), id="better, a day before the stay ends"),
        pytest.param(("high", 10), "low", 6150, ("high", 10), id="two steps better, within the first margin"),
        pytest.param(("high", 10), "low", 8000, ("medium", 100), id="two steps better, but only one beyond the margin"),
        pytest.param(("high", 10), "low", 8200, ("low", 100), id="two steps better, both beyond the margin"),
        pytest.param(("low", 10), "high", 5000, ("high", 100), id="two steps worse"),
        pytest.param(("low", 10), "high", 5999, ("medium", 100), id="two steps worse, but only one beyond the margin"),
        pytest.param(("low", 10), "unrated", None, ("unrated", 100), id="no score any more"),
        pytest.param(("unrated", 10), "unrated", None, ("unrated", 10), id="still no score"),
        pytest.param(("unrated", 99), "low", 9000, ("low", 100), id="the first score after none"),
    ],
)
def test_next_standing(before: tuple[str, int] | None, raw: str, score: int | None, after: tuple[str, int]) -> None:
    stood = Standing(*before) if before else None
    assert next_standing(stood, raw_grade=raw, score=score, as_of=100, grading=GRADING) == Standing(*after)


@given(
    score=st.none() | st.integers(0, 10_000),
    earlier=st.none() | st.tuples(st.sampled_from(["high", "medium", "low", "unrated"]), st.integers(0, 60)),
    margin=st.integers(0, 50),
    stay=st.integers(0, 60),
    bounds=st.lists(st.integers(1, 100), max_size=3, unique=True).map(sorted),
)
def test_the_steps_say_the_same_as_the_fold(
    score: int | None, earlier: tuple[str, int] | None, margin: int, stay: int, bounds: list[int]
) -> None:
    grades: tuple[Grade, ...] = ("high", "medium", "low", "unrated")
    bands = tuple(
        GradeBand(grade=grade, below=below, label=NAME) for grade, below in zip(grades, [*bounds, None], strict=False)
    )
    grading = Grading(bands=bands, unrated=NAME, margin=margin, minimum_stay_days=stay)
    raw = "unrated" if score is None else bands[sum(score >= below * 100 for below in bounds)].grade
    before = None if earlier is None else Standing(earlier[0], 100 - earlier[1])
    row: dict[str, Value] = {
        "grade": raw,
        "score_hundredths": score,
        EARLIER_GRADE: before.grade if before else "",
        DAYS_STOOD: earlier[1] if earlier else None,
    }
    types: dict[str, Type] = {
        "grade": "text",
        "score_hundredths": "integer",
        EARLIER_GRADE: "text",
        DAYS_STOOD: "integer",
    }
    extend(row, closures(in_layers(standing_texts(grading), types, mode="row", shipped=True)))
    assert row[STANDING] == next_standing(before, raw_grade=raw, score=score, as_of=100, grading=grading).grade
