"""Days as integers, months' ends, and due days by terms."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from kedun.kernel.days import (
    FIRST_DAY,
    LAST_DAY,
    due_by_terms,
    is_month_end,
    month_end,
    month_ends_before,
    to_date,
    to_day,
    worked_day_after,
)


@pytest.mark.parametrize(
    ("on", "day"),
    [
        pytest.param(date(1970, 1, 1), 0, id="the first day is zero"),
        pytest.param(date(1969, 12, 31), -1, id="days before it are negative"),
        pytest.param(date(2024, 3, 1), 19_783, id="after a leap day"),
        pytest.param(date(1900, 1, 1), FIRST_DAY, id="the first day a fact may carry"),
        pytest.param(date(2199, 12, 31), LAST_DAY, id="the last one"),
    ],
)
def test_days_and_dates(on: date, day: int) -> None:
    assert to_day(on) == day
    assert to_date(day) == on


@pytest.mark.parametrize(
    ("on", "end"),
    [
        pytest.param("2024-02-10", "2024-02-29", id="February of a leap year"),
        pytest.param("2025-02-28", "2025-02-28", id="February of another year"),
        pytest.param("2025-12-01", "2025-12-31", id="December"),
    ],
)
def test_month_end(on: str, end: str) -> None:
    day = to_day(date.fromisoformat(on))
    assert to_date(month_end(day)).isoformat() == end
    assert is_month_end(day) == (on == end)


@pytest.mark.parametrize(
    ("from_month_end", "due"),
    [pytest.param(False, "2025-03-12", id="30 days"), pytest.param(True, "2025-03-30", id="月结 30")],
)
def test_due_by_terms(from_month_end: bool, due: str) -> None:
    issued = to_day(date(2025, 2, 10))
    assert to_date(due_by_terms(issued, terms_days=30, from_month_end=from_month_end)).isoformat() == due


@pytest.mark.parametrize("until", [date(2025, 3, 1), date(2024, 3, 31), date(2024, 2, 29), date(2026, 1, 31)])
def test_month_ends_before_a_day_follow_each_other_without_a_gap(until: date) -> None:
    ends = [to_date(day) for day in month_ends_before(to_day(until), 12)]
    assert len(ends) == 12
    assert all((each + timedelta(days=1)).day == 1 for each in ends)
    assert all(27 < (later - each).days < 32 for each, later in pairwise(ends))
    assert ends[-1] < until <= ends[-1] + timedelta(days=31)


def test_the_tenth_working_day() -> None:
    assert worked_day_after(100, 10, is_worked=lambda day: day % 7 < 5) == 100 + 14
    assert worked_day_after(100, 10, is_worked=lambda _: False, within=90) == 190
