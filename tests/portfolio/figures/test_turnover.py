"""Days sales outstanding, turnover and collection effectiveness: each equals the example of its source."""

from fractions import Fraction

import pytest

from kedun.portfolio.figures.turnover import (
    Countback,
    Stretch,
    average,
    collection_effectiveness,
    countback,
    days_delinquent,
    days_sales,
    turnover,
    turnover_days,
)


def rounded(value: Fraction | None, digits: int) -> float | None:
    return None if value is None else round(float(value), digits)


def test_period_end() -> None:
    """studyzin.com: 328,800 owed, 4,192,200 sold in the year: turns 12.75 times, 28.62 days (they cut the last digit)."""
    assert rounded(days_sales(328_800, 4_192_200, 365), 3) == 28.627
    assert rounded(turnover(4_192_200, 328_800), 2) == 12.75
    assert turnover_days(turnover(4_192_200, 328_800)) == days_sales(328_800, 4_192_200, 365)


def test_average() -> None:
    """gaodun.com: 6,205,000 sold on credit, 335,000 owed on average: turns 18.52 times, 19.71 days."""
    owed = average(300_000, 370_000)
    assert rounded(turnover(6_205_000, owed), 2) == 18.52
    assert rounded(turnover_days(turnover(6_205_000, owed)), 2) == 19.71
    assert days_sales(owed, 6_205_000, 365) == turnover_days(turnover(6_205_000, owed))


def test_three_months() -> None:
    """docs.oracle.com, JD Edwards: 10,869 x 90 / (5,538 + 4,566 + 7,570) = 55.35."""
    assert rounded(days_sales(10_869, 5_538 + 4_566 + 7_570, 90), 2) == 55.35


def test_countback() -> None:
    """support.benjipays.com: 212 owed, 100, 80, 70 sold in months of 30 days: 60 + 32 / 70 x 30 = 73.7."""
    found = countback(212, [Stretch(30, 100), Stretch(30, 80), Stretch(30, 70)])
    assert found == Countback(Fraction(60) + Fraction(32 * 30, 70), is_more=False)
    assert rounded(found.days, 1) == 73.7


@pytest.mark.parametrize(
    ("receivable", "stretches", "expected"),
    [
        pytest.param(0, [Stretch(30, 10)], None, id="nothing owed"),
        pytest.param(-5, [Stretch(30, 10)], None, id="less than nothing owed"),
        pytest.param(5, [], None, id="nothing known"),
        pytest.param(10, [Stretch(30, 10)], Countback(Fraction(30), is_more=False), id="exactly a month"),
        pytest.param(11, [Stretch(30, 10)], Countback(Fraction(30), is_more=True), id="older than what is known"),
        pytest.param(
            5, [Stretch(30, 0), Stretch(31, 10)], Countback(Fraction(91, 2), is_more=False), id="a month without sales"
        ),
        pytest.param(
            5,
            [Stretch(30, -5), Stretch(31, 10)],
            Countback(Fraction(61), is_more=False),
            id="a month with more credited than sold",
        ),
        pytest.param(
            6,
            [Stretch(10, 3), Stretch(31, 31)],
            Countback(Fraction(13), is_more=False),
            id="a month begun ten days ago",
        ),
    ],
)
def test_countback_at_its_edges(receivable: int, stretches: list[Stretch], expected: Countback | None) -> None:
    assert countback(receivable, stretches) == expected


def test_best_possible() -> None:
    """growfin.ai: 10,000 owed, 2,000 of it overdue, 30,000 sold in 28 days: 8,000 / 30,000 x 28 = 7.47."""
    assert rounded(days_sales(10_000 - 2_000, 30_000, 28), 2) == 7.47


def test_days_delinquent() -> None:
    """creditguru.com: 45 - 12 = 33."""
    assert days_delinquent(Fraction(45), Fraction(12)) == 33
    assert days_delinquent(None, Fraction(12)) is None
    assert days_delinquent(Fraction(45), None) is None


def test_collection_effectiveness() -> None:
    """creditguru.com: January to March, 10,890 sold; 6,200 at first, 6,340 in the end, 3,590 of it not due: 55.9 %."""
    found = collection_effectiveness(begin=6_200, sales=10_890, months=3, end=6_340, end_current=3_590)
    assert found == Fraction(3_490, 6_240)
    assert rounded(found, 3) == 0.559


def test_collection_effectiveness_of_one_period() -> None:
    """gaviti.com: 100,000 at first, 1,000,000 sold, 120,000 in the end, 100,000 of it not due: 980,000 / 1,000,000."""
    assert collection_effectiveness(
        begin=100_000, sales=1_000_000, months=1, end=120_000, end_current=100_000
    ) == Fraction(98, 100)


def test_nothing_to_measure_is_no_figure() -> None:
    assert days_sales(100, 0, 365) is None
    assert days_sales(100, -1, 365) is None
    assert turnover(100, 0) is None
    assert turnover_days(None) is None
    assert turnover_days(Fraction(0)) is None
    assert collection_effectiveness(begin=0, sales=0, months=1, end=0, end_current=0) is None
