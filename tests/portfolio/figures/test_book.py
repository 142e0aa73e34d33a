"""A small book worked by hand: every figure of a day, and how far the data must reach back."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from kedun.kernel.days import to_day
from kedun.portfolio.figures.ageing import Movement
from kedun.portfolio.figures.book import MOST_MONTHS, REACHES, Book, Counts, days_looked_at
from kedun.portfolio.figures.shares import spread
from kedun.portfolio.figures.turnover import Countback, Stretch

DAY = to_day(date(2025, 6, 30))
"""The end of June, a month of 30 days; May has 31."""

BOOK = Book(
    as_of=DAY,
    movements=[
        Movement(DAY - 10, DAY - 365, 400),  # owed a year ago
        Movement(DAY - 10, DAY - 90, -100),
        Movement(DAY - 10, DAY, -200),  # 100 left, ten days overdue
        Movement(DAY + 5, DAY, 500),
        Movement(None, DAY, 0),
    ],
    sales={DAY - 400: 999, DAY - 364: 1_000, DAY - 89: 300, DAY - 20: 200, DAY: 500},
    written_off=20,
    debtors=spread([450, 150], 10),
    regions=spread([400, 200], 10),
    churn=Counts(base=10, cases=3),
    defaults=Counts(base=8, cases=1),
    data_from=DAY - 730,
)
"""600 owed, 500 of it not due; 2,000 sold in the year, 1,000 in the quarter, 700 in June."""

EXPECTED = {
    "dso": Fraction(600 * 365, 2_000),
    "dso_average": Fraction(500 * 365, 2_000),  # (400 + 600) / 2
    "dso_3_months": Fraction(600 * 90, 1_000),
    "dso_countback": Fraction(600 * 30, 700),  # within June
    "best_possible_dso": Fraction(500 * 365, 2_000),
    "average_days_delinquent": Fraction(100 * 365, 2_000),
    # 300 ninety days ago + 1,000 / 3 sold a month: (633.3 - 600) / (633.3 - 500)
    "collection_effectiveness": Fraction(100, 3) / Fraction(400, 3),
    "turnover_year_end": Fraction(2_000, 600),
    "turnover_average": Fraction(2_000, 500),
    "turnover_days_year_end": Fraction(365 * 600, 2_000),
    "turnover_days_average": Fraction(365 * 500, 2_000),
    "overdue_share": Fraction(1, 6),
    "top_1_share": Fraction(3, 4),
    "top_5_share": Fraction(1),
    "top_10_share": Fraction(1),
    "hhi": Fraction(450**2 + 150**2, 600**2),
    "top_1_region_share": Fraction(2, 3),
    "hhi_regions": Fraction(5, 9),
    "churn_rate": Fraction(3, 10),
    "bad_debt_rate": Fraction(1, 100),
    "default_rate": Fraction(1, 8),
}


def test_every_figure_is_as_worked_by_hand() -> None:
    assert BOOK.figures() == EXPECTED
    assert BOOK.receivable == 600
    assert {bucket: amount for bucket, amount in BOOK.ageing.items() if amount} == {"not_due": 500, "1_30": 100}


def test_months_are_counted_back_from_the_day() -> None:
    middle = replace(BOOK, as_of=DAY - 10, data_from=DAY - 89)
    assert middle.stretches() == [Stretch(20, 200), Stretch(31, 0), Stretch(30, 300)]
    assert len(replace(BOOK, data_from=0).stretches()) == MOST_MONTHS
    assert replace(BOOK, data_from=None).stretches() == []
    more = replace(BOOK, sales={DAY: 500}, data_from=DAY)
    assert more.counted_back == Countback(Fraction(30), is_more=True)
    assert replace(BOOK, movements=[]).figures()["dso_countback"] is None


@pytest.mark.parametrize("key", REACHES)
def test_a_figure_needs_data_that_reach_back(key: str) -> None:
    days = REACHES[key]  # type: ignore[index]
    assert replace(BOOK, data_from=DAY - days).figures()[key] is not None  # type: ignore[index]
    assert replace(BOOK, data_from=DAY - days + 1).figures()[key] is None  # type: ignore[index]


def test_without_data_there_is_no_figure() -> None:
    empty = replace(BOOK, data_from=None)
    assert set(empty.figures().values()) == {None}
    assert empty.ageings == []


def test_ages_are_looked_at_from_where_the_data_begin() -> None:
    assert len(replace(BOOK, data_from=DAY - 89).ageings) == 3
    assert len(BOOK.ageings) == 13


def test_what_is_likely_to_be_lost() -> None:
    """Nothing of the book grew more than 90 days old, so nothing says what is lost in the end; then 40 do."""
    assert {each.loss_rate for each in BOOK.matrix} == {None}
    aged = replace(BOOK, movements=[*BOOK.movements, Movement(DAY - 100, DAY - 30, 40)])
    assert aged.matrix[4].loss_rate == Fraction(20, 40)  # 20 written off of the 40 that grew 91 to 120 days old
    assert aged.matrix[4].loss == 20


def test_the_days_looked_at_hold_every_day_that_a_figure_asks_for() -> None:
    assert {DAY - 365, DAY - 360, DAY - 90, DAY} <= set(days_looked_at(DAY))
    assert days_looked_at(DAY) == sorted(days_looked_at(DAY))
