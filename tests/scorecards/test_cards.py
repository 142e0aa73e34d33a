"""Cards, value, grade and matrix as steps: every policy for missing readings, every edge, every refusal."""

from dataclasses import replace
from typing import Any, Literal

import pytest

from kedun.expressions import Value
from kedun.facts.steps import closures, extend
from kedun.indicators.definition import DefinitionUnreadable, Label
from kedun.kernel.refusals import Refusal
from kedun.scorecards.definition import (
    Bin,
    Card,
    GradeBand,
    Grading,
    Item,
    Matrix,
    Quadrant,
    Tier,
    ValueCard,
    read_card,
    read_grading,
    read_matrix,
    read_value_card,
)
from kedun.scorecards.place import BandsNotAscending, MatrixHasGaps, Placing
from kedun.scorecards.score import BinsNotAscending, BoundRefused, UnknownIndicator

NAME = Label(zh="名", en="name")
LATE = Item(indicator="days_late", weight=3, bins=(Bin(points=100, up_to=0), Bin(points=40, up_to=30), Bin(points=0)))
SHARE = Item(indicator="share", weight=1, bins=(Bin(points=90, up_to=0.5), Bin(points=10)))
CARD = Card(label=NAME, items=(LATE, SHARE), signal_cap=20)
WORTH = ValueCard(
    card=Card(
        label=NAME, items=(Item(indicator="revenue", weight=1, bins=(Bin(points=30, up_to=1000), Bin(points=90))),)
    ),
    tiers=(Tier(tier="ordinary", below=60, label=NAME), Tier(tier="high", label=NAME)),
)
GRADING = Grading(
    bands=(GradeBand(grade="high", below=60, label=NAME), GradeBand(grade="low", label=NAME)), unrated=NAME
)
MATRIX = Matrix(
    quadrants={
        "star": Quadrant(label=NAME, cells=(("high", "low"),)),
        "ordinary": Quadrant(label=NAME, cells=(("ordinary", "low"),)),
        "key_watch": Quadrant(label=NAME, cells=(("high", "high"),)),
        "improve_or_exit": Quadrant(label=NAME, cells=(("ordinary", "high"),)),
    }
)
PLACING = Placing(CARD, WORTH, GRADING, MATRIX)
KNOWN: dict[str, Any] = {
    "days_late": "real", "share": "real", "revenue": "integer", "signal_fading_points": "integer",
}  # fmt: skip


def placed(placing: Placing = PLACING, **readings: Value) -> dict[str, Value]:
    row: dict[str, Value] = {name: readings.get(name) for name in KNOWN}
    extend(row, closures(placing.layers(KNOWN)))
    return row


@pytest.mark.parametrize(
    ("days_late", "share", "score", "low", "high", "coverage"),
    [
        pytest.param(0.0, 0.5, 9750, 9750, 9750, 1.0, id="best bins: (3·100 + 90) / 4 = 97.5"),
        pytest.param(30.0, 0.51, 3250, 3250, 3250, 1.0, id="upper bound belongs to the bin: (120 + 10) / 4 = 32.5"),
        pytest.param(30.5, 0.0, 2250, 2250, 2250, 1.0, id="beyond the last bound: 90 / 4 = 22.5"),
        pytest.param(None, 0.0, 9000, 2250, 9750, 0.25, id="a missing item's weight is spread, the range stays open"),
        pytest.param(0.0, None, 10000, 7750, 9750, 0.75, id="the other one missing"),
        pytest.param(None, None, None, 250, 9750, 0.0, id="no data is not good data"),
    ],
)
def test_score_and_range(
    days_late: float | None, share: float | None, score: int | None, low: int, high: int, coverage: float
) -> None:
    row = placed(days_late=days_late, share=share)
    assert (row["score_hundredths"], row["score_low_hundredths"], row["score_high_hundredths"]) == (score, low, high)
    assert row["health_coverage"] == coverage
    assert row["score"] == (None if score is None else score / 100)


@pytest.mark.parametrize(
    ("policy", "refuse_below", "expected"),
    [
        pytest.param("spread", 0, 9000, id="spread: 90 / 1"),
        pytest.param("neutral", 0, 6000, id="neutral: (3·50 + 90) / 4 = 60"),
        pytest.param("worst", 0, 2250, id="worst: (3·0 + 90) / 4 = 22.5"),
        pytest.param("spread", 250, 9000, id="coverage exactly at the least one"),
        pytest.param("spread", 251, None, id="coverage below the least one"),
    ],
)
def test_missing_reading(
    policy: Literal["spread", "neutral", "worst"], refuse_below: int, expected: int | None
) -> None:
    card = replace(CARD, missing=policy, refuse_below_permille=refuse_below)
    assert placed(replace(PLACING, card=card), share=0.1)["score_hundredths"] == expected


@pytest.mark.parametrize(
    ("neutral", "score"),
    [
        pytest.param(50, 6250, id="within the item's points: (3·50 + 100) / 4"),
        pytest.param(10, 5500, id="never less than its least, 40: (3·40 + 100) / 4"),
        pytest.param(95, 7750, id="never more than its most, 70: (3·70 + 100) / 4"),
    ],
)
def test_neutral_points_stay_within_the_points_of_an_item(neutral: int, score: int) -> None:
    narrow = replace(LATE, bins=(Bin(points=70, up_to=0), Bin(points=40)))
    sure = replace(SHARE, bins=(Bin(points=100),))
    card = replace(CARD, items=(narrow, sure), missing="neutral", neutral_points=neutral)
    row = placed(replace(PLACING, card=card), share=0.1)
    assert (row["score_low_hundredths"], row["score_high_hundredths"]) == (5500, 7750)
    assert row["score_hundredths"] == score


@pytest.mark.parametrize(
    ("bound", "share", "points"),
    [
        pytest.param(0.3333334, 0.3333334, 90, id="seven decimals: at the bound"),
        pytest.param(0.3333334, 0.33333341, 10, id="seven decimals: beyond it"),
        pytest.param(1e-7, 1e-7, 90, id="a tiny bound is not zero"),
        pytest.param(1e-7, 1.1e-7, 10, id="beyond a tiny bound"),
        pytest.param(-0.25, -0.25, 90, id="a bound below zero"),
        pytest.param(30.0, 30.0, 90, id="a whole bound written as a decimal"),
        pytest.param(10**18, 1e18, 90, id="a large whole bound"),
    ],
)
def test_bounds_keep_all_their_digits(bound: float, share: float, points: int) -> None:
    item = replace(SHARE, bins=(Bin(points=90, up_to=bound), Bin(points=10)))
    assert placed(with_items(item), share=share)["health_point_share"] == points


@pytest.mark.parametrize(
    ("bound", "written"),
    [
        pytest.param(0.1 + 0.2, "0.30000000000000004", id="seventeen digits"),
        pytest.param(1e-16, "0.0000000000000001", id="sixteen decimals"),
        pytest.param(10**19, "10000000000000000000", id="beyond 64 bits"),
        pytest.param(float("inf"), "Infinity", id="infinite"),
        pytest.param(float("nan"), "NaN", id="not a number"),
    ],
)
def test_a_bound_that_the_language_cannot_hold_is_refused(bound: float, written: str) -> None:
    with pytest.raises(BoundRefused) as refused:
        placed(with_items(replace(SHARE, bins=(Bin(points=90, up_to=bound), Bin(points=10)))))
    assert refused.value.params == {"indicator": "share", "bound": written, "limit": 15}
    assert refused.value.say("zh") == f"share 的分箱上界 {written} 无效：上界须为不超过 15 位的普通数字。"
    assert refused.value.say("en").startswith(f"A bin of share ends at {written}: ")


def test_rounding_is_half_up() -> None:
    thirds = replace(CARD, items=(replace(LATE, weight=2), SHARE))
    assert placed(replace(PLACING, card=thirds), days_late=0.0, share=0.0)["score_hundredths"] == 9667  # 290 / 3


@pytest.mark.parametrize(
    ("fading", "points", "score"),
    [
        pytest.param(None, 0, 9750, id="no signals supplied"),
        pytest.param(16_650, 16, 8150, id="16.65 points count as 16"),
        pytest.param(50_000, 20, 7750, id="the cap"),
        pytest.param(-5_000, 0, 9750, id="signals never add"),
    ],
)
def test_signals_deduct(fading: int | None, points: int, score: int) -> None:
    row = placed(days_late=0.0, share=0.0, signal_fading_points=fading)
    assert (row["signal_points"], row["score_hundredths"]) == (points, score)


def test_score_is_never_below_zero() -> None:
    row = placed(days_late=99.0, share=1.0, signal_fading_points=20_000)
    assert (row["score_hundredths"], row["score_low_hundredths"]) == (0, 0)


@pytest.mark.parametrize(
    ("days_late", "revenue", "grade", "tier", "quadrant"),
    [
        pytest.param(0.0, 1001, "low", "high", "star", id="star"),
        pytest.param(0.0, 1000, "low", "ordinary", "ordinary", id="ordinary"),
        pytest.param(99.0, 1001, "high", "high", "key_watch", id="key watch"),
        pytest.param(99.0, 1000, "high", "ordinary", "improve_or_exit", id="improve or exit"),
        pytest.param(None, 1001, "unrated", "high", "unplaced", id="unrated"),
        pytest.param(0.0, None, "low", "unknown", "unplaced", id="of unknown value"),
    ],
)
def test_place(days_late: float | None, revenue: int | None, grade: str, tier: str, quadrant: str) -> None:
    row = placed(days_late=days_late, share=None, revenue=revenue)
    assert (row["grade"], row["value_tier"], row["quadrant"]) == (grade, tier, quadrant)


def test_a_score_of_sixty_is_not_high_risk() -> None:
    sixty = replace(CARD, items=(Item(indicator="days_late", weight=1, bins=(Bin(points=60),)),))
    assert placed(replace(PLACING, card=sixty), days_late=1.0)["grade"] == "low"


def test_a_book_without_signals_has_no_deduction() -> None:
    known = {name: type_ for name, type_ in KNOWN.items() if name != "signal_fading_points"}
    row: dict[str, Value] = {"days_late": 0.0, "share": 0.0, "revenue": 5}
    extend(row, closures(PLACING.layers(known)))
    assert row["signal_points"] == 0


def with_items(*items: Item) -> Placing:
    return replace(PLACING, card=replace(CARD, items=items))


@pytest.mark.parametrize(
    ("placing", "refusal"),
    [
        pytest.param(
            with_items(replace(LATE, bins=(Bin(points=1, up_to=3),))), BinsNotAscending, id="no open last bin"
        ),
        pytest.param(
            with_items(replace(LATE, bins=(Bin(points=1), Bin(points=2)))), BinsNotAscending, id="two open bins"
        ),
        pytest.param(
            with_items(replace(LATE, bins=(Bin(points=1, up_to=3), Bin(points=2, up_to=3), Bin(points=3)))),
            BinsNotAscending,
            id="equal bounds",
        ),
        pytest.param(with_items(replace(LATE, indicator="nothing")), UnknownIndicator, id="unknown indicator"),
        pytest.param(
            replace(PLACING, grading=replace(GRADING, bands=(GRADING.bands[1], GRADING.bands[0]))),
            BandsNotAscending,
            id="no open grade",
        ),
        pytest.param(
            replace(PLACING, matrix=Matrix(quadrants={"star": MATRIX.quadrants["star"]})), MatrixHasGaps, id="gaps"
        ),
        pytest.param(
            replace(PLACING, matrix=Matrix(quadrants={**MATRIX.quadrants, "again": MATRIX.quadrants["star"]})),
            MatrixHasGaps,
            id="a cell placed twice",
        ),
    ],
)
def test_refusals(placing: Placing, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        placing.layers(KNOWN)


@pytest.mark.parametrize("reader", [read_card, read_value_card, read_grading, read_matrix])
def test_unreadable_documents_name_the_place(reader: Any) -> None:
    with pytest.raises(DefinitionUnreadable) as refused:
        reader({"nonsense": 1})
    assert refused.value.params["place"]
