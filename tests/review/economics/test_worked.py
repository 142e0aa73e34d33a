"""Working minutes between two instants: nine to six, on worked days, in the company's zone."""

from datetime import UTC, datetime

import pytest

from kedun.kernel.days import Day, to_date
from kedun.review.economics.worked import worked_minutes


def is_weekday(day: Day) -> bool:
    return to_date(day).isoweekday() < 6


@pytest.mark.parametrize(
    ("begun", "done", "minutes"),
    [
        pytest.param("16 10:00", "16 10:25", 25, id="within an hour"),
        pytest.param("16 03:00", "16 09:10", 10, id="opened at night"),
        pytest.param("16 17:30", "17 09:30", 60, id="over night"),
        pytest.param("13 17:00", "16 10:00", 120, id="over a weekend"),
        pytest.param("14 10:00", "15 12:00", 0, id="on a weekend"),
        pytest.param("16 19:00", "16 23:00", 0, id="after work"),
        pytest.param("16 10:00", "13 10:00", 0, id="before it began"),
    ],
)
def test_only_working_time_counts(begun: str, done: str, minutes: int) -> None:
    first, last = (
        datetime.strptime(f"2025-06-{text} +0800", "%Y-%m-%d %H:%M %z").astimezone(UTC) for text in (begun, done)
    )
    assert worked_minutes(first, last, is_weekday) == minutes
