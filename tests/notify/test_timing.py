"""When something is sent again, and when a digest is due."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from kedun.accounts.company.queries import Calendar
from kedun.kernel.days import Day, to_day
from kedun.notify.timing import MOST_ATTEMPTS, digest_boundary, next_try
from tests.notify.builders import NOON

WEEK = Calendar(weekend=(6, 7), holidays=frozenset(), workdays=frozenset(), revision=0)


def always(day: Day) -> bool:
    return True


@pytest.mark.parametrize(
    ("attempts", "minutes"),
    [(1, 1), (2, 5), (3, 30), (4, 120), (5, 360), (6, 720), (7, 1440), (8, None), (9, None)],
)
def test_waits_grow_and_end(attempts: int, minutes: int | None) -> None:
    assert next_try(attempts, NOON) == (None if minutes is None else NOON + timedelta(minutes=minutes))
    assert MOST_ATTEMPTS == 8


@pytest.mark.parametrize(
    ("now", "due"),
    [
        pytest.param(datetime(2026, 3, 2, 0, 29, 59, tzinfo=UTC), datetime(2026, 3, 1, 0, 30, tzinfo=UTC), id="a second before"),
        pytest.param(datetime(2026, 3, 2, 0, 30, tzinfo=UTC), datetime(2026, 3, 2, 0, 30, tzinfo=UTC), id="half past eight in Shanghai"),
        pytest.param(datetime(2026, 3, 2, 15, 59, tzinfo=UTC), datetime(2026, 3, 2, 0, 30, tzinfo=UTC), id="late in the evening"),
        pytest.param(datetime(2026, 3, 2, 16, 1, tzinfo=UTC), datetime(2026, 3, 2, 0, 30, tzinfo=UTC), id="after midnight there"),
    ],
)  # fmt: skip
def test_a_digest_is_due_at_half_past_eight(now: datetime, due: datetime) -> None:
    assert digest_boundary(now, is_worked=always) == due


def test_another_time_zone_has_another_morning() -> None:
    summer = datetime(2026, 7, 1, 7, 0, tzinfo=UTC)
    assert digest_boundary(summer, is_worked=always, zone="Europe/Berlin") == datetime(2026, 7, 1, 6, 30, tzinfo=UTC)


MONDAY = to_day(date(2026, 3, 2))


@pytest.mark.parametrize(
    ("calendar", "due"),
    [
        pytest.param(WEEK, date(2026, 3, 2), id="a Monday"),
        pytest.param(replace(WEEK, holidays=frozenset({MONDAY})), date(2026, 2, 27), id="a holiday after a weekend"),
        pytest.param(replace(WEEK, weekend=(1, 7), workdays=frozenset({MONDAY})), date(2026, 3, 2), id="worked all the same"),
        pytest.param(replace(WEEK, weekend=(1,)), date(2026, 3, 1), id="another weekend"),
        pytest.param(replace(WEEK, weekend=(1, 2, 3, 4, 5, 6, 7)), date(2026, 3, 2), id="a calendar without a worked day"),
    ],
)  # fmt: skip
def test_a_digest_is_due_on_days_that_are_worked(calendar: Calendar, due: date) -> None:
    noon = datetime(2026, 3, 2, 4, tzinfo=UTC)
    assert digest_boundary(noon, is_worked=calendar.is_worked) == datetime(
        due.year, due.month, due.day, 0, 30, tzinfo=UTC
    )
