"""Concentration, churn, bad debt: each equals the example of its source."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kedun.portfolio.figures.shares import Spread, herfindahl, rate, spread, top_share


def test_herfindahl() -> None:
    """The common example: shares of 30, 30, 20 and 20 per cent make 2,600 points."""
    found = spread([20, 30, 20, 30], 2)
    assert found == Spread(100, 2_600, (30, 30))
    assert herfindahl(found) == Fraction(2_600, 10_000)
    assert [top_share(found, count) for count in (1, 2)] == [Fraction(30, 100), Fraction(60, 100)]


def test_five_equal_debtors() -> None:
    """n equal shares make 1 / n: the index says how many equal debtors the book is like."""
    assert herfindahl(spread([7] * 5, 1)) == Fraction(1, 5)


def test_whoever_owes_nothing_has_no_share() -> None:
    assert spread([0, -5, 10], 3) == Spread(10, 100, (10,))
    nobody = spread([0], 3)
    assert (top_share(nobody, 1), herfindahl(nobody)) == (None, None)


@given(st.lists(st.integers(min_value=1, max_value=10**13), min_size=1, max_size=30))
def test_shares_lie_between_equal_parts_and_one(amounts: list[int]) -> None:
    found = spread(amounts, 3)
    index, top = herfindahl(found), top_share(found, 1)
    assert index is not None
    assert top is not None
    assert Fraction(1, len(amounts)) <= index <= top <= 1


def test_churn() -> None:
    """online-calculator.org: 45 of 98 lost: 46 %."""
    assert round(float(rate(45, 98) or 0), 2) == 0.46


@pytest.mark.parametrize(
    ("lost", "sold", "expected"),
    [
        pytest.param(1_000, 100_000, Fraction(1, 100), id="kpiexamples.operately.com: 1 %"),
        pytest.param(2_500, 50_000, Fraction(5, 100), id="savvycalculator.com: 5 %"),
        pytest.param(-10, 100, Fraction(-1, 10), id="more recovered than written off"),
        pytest.param(5, 0, None, id="nothing sold"),
    ],
)
def test_bad_debt_rate(lost: int, sold: int, expected: Fraction | None) -> None:
    assert rate(lost, sold) == expected


def test_default_rate_of_a_cohort() -> None:
    """isac.org: of 200 who entered a year, 12 defaulted in the time after: 6.0 per cent."""
    assert rate(12, 200) == Fraction(6, 100)
