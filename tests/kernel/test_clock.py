"""The clock: the machine's own, or an instant named for a rehearsal; the day depends on the zone."""

from datetime import UTC, datetime, timedelta

import pytest

from kedun.kernel.clock import FixedClock, SystemClock, clock, today
from kedun.kernel.days import to_date


def test_the_machines_clock_tells_utc_and_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KEDUN_NOW", raising=False)
    used = clock()
    assert isinstance(used, SystemClock)
    assert used.now().utcoffset() == timedelta(0)
    assert used.now() <= used.now()


def test_a_rehearsal_stands_still_at_the_named_instant(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEDUN_NOW", "2026-03-31T23:30:00+08:00")
    assert clock() == FixedClock(datetime(2026, 3, 31, 15, 30, tzinfo=UTC))


@pytest.mark.parametrize(
    ("instant", "zone", "day"),
    [
        pytest.param("2026-03-31T15:59:59+00:00", "Asia/Shanghai", "2026-03-31", id="a second before midnight there"),
        pytest.param("2026-03-31T16:00:00+00:00", "Asia/Shanghai", "2026-04-01", id="midnight in Shanghai"),
        pytest.param("2026-03-31T16:00:00+00:00", "America/New_York", "2026-03-31", id="still yesterday in New York"),
    ],
)
def test_the_day_depends_on_the_zone(instant: str, zone: str, day: str) -> None:
    assert to_date(today(FixedClock(datetime.fromisoformat(instant)), zone)).isoformat() == day


def test_without_a_zone_it_is_the_day_in_shanghai() -> None:
    assert to_date(today(FixedClock(datetime(2026, 3, 31, 16, tzinfo=UTC)))).isoformat() == "2026-04-01"
