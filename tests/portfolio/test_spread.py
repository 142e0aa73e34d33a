"""Bars of readings: every reading in just one of them, side by side, with ends open only where readings lie beyond."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kedun.portfolio.making.spread import MOST_VALUES, Bar, spread


@pytest.mark.parametrize(
    ("values", "bars"),
    [
        pytest.param([], [], id="no reading"),
        pytest.param([3.0, 1.0, 3.0], [Bar(1.0, 1.0, 1), Bar(3.0, 3.0, 2)], id="few values, a bar each"),
        pytest.param(
            [-999.0, *(float(each) for each in range(1, 59)), 999.0],
            [Bar(None, 5.0, 5), *(Bar(5.0 * each, 5.0 * (each + 1), 5) for each in range(1, 11)), Bar(55.0, None, 5)],
            id="bars of a width that people read, open where a few readings lie far off",
        ),
        pytest.param(
            [0.0] * 700 + [float(each) for each in range(1, 14)],
            [Bar(0.0, 2.0, 701), *(Bar(2.0 * each, 2.0 * each + 2, 2) for each in range(1, 7))],
            id="nearly all alike: the ends are where readings end",
        ),
    ],
)
def test_readings_are_counted_by_bars(values: Sequence[float], bars: Sequence[Bar]) -> None:
    assert list(spread(values)) == bars


@given(st.lists(st.floats(min_value=-1e12, max_value=1e12, allow_subnormal=False), min_size=MOST_VALUES + 1))
def test_every_reading_lies_in_one_bar(values: list[float]) -> None:
    bars = spread(values)
    assert sum(each.customers for each in bars) == len(values)
    assert len(bars) <= 3 * MOST_VALUES
    for before, after in pairwise(bars):
        if before.low != before.high:
            assert before.high == after.low
