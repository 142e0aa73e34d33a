"""The demo makes its company once, goes on where it was killed, and keeps away from other people's data."""

import json
import signal
import time
from datetime import UTC, date, datetime
from pathlib import Path

import psycopg
import pytest

from kedun.accounts.company.actions import set_company
from kedun.accounts.company.queries import company
from kedun.cli import demo_company, demo_state
from kedun.cli.demo_state import Demo, DemoPerson, NotTheDemo
from kedun.facts.models import Batch
from kedun.kernel.clock import FixedClock
from kedun.kernel.days import to_date, to_day
from kedun.supervisor import status
from tests.cli.conftest import PATIENCE, Kedun, Started, started

SMALL = ("demo", "--customers", "40", "--months", "2")


def asked(url: str, query: str) -> object:
    with psycopg.connect(url) as connection:
        row = connection.execute(query.encode()).fetchone()
        return row[0] if row else None


def log_in(server: Started, email: str, password: str) -> int:
    """Log in as the front end does; gives the status."""
    return server.post("/_allauth/browser/v1/auth/login", {"email": email, "password": password})


def test_a_small_demo_is_made_served_and_started_again(data: Path) -> None:
    with started(data, *SMALL) as server:
        ready = server.ready()
        roles = {each["role"] for each in ready["people"]}
        assert len(roles) == 13
        assert ready["demo"] is True
        assert (data / "demo-password").stat().st_mode & 0o777 == 0o600
        assert log_in(server, "sales@demo.kedun", ready["password"]) == 200
        assert log_in(server, "ceo@demo.kedun", "wrong") == 400
        url = status(data).url
        assert url
        assert asked(url, "SELECT count(*) FROM assessments_assessment") == 40
        made = demo_state.read(data)
        assert made
        assert len(made.assessed) == 3, "two month-ends within the company's days, and today"
        assert asked(url, "SELECT count(*) FROM accounts_team") == 2
        ownerless = "SELECT count(*) FROM facts_customer c LEFT JOIN accounts_name_in_files n ON n.name = c.owner WHERE n.name IS NULL"
        assert asked(url, ownerless) == 0
        assert asked(url, "SELECT value->>'name' FROM accounts_setting WHERE key = 'company'") == demo_company.NAME
        batches = asked(url, "SELECT max(id) FROM facts_batch")
        assert server.told(signal.SIGTERM) == 0
    assert status(data).url is None
    with started(data, *SMALL) as server:
        assert server.ready()["password"] == ready["password"]
        url = status(data).url
        assert url
        assert asked(url, "SELECT max(id) FROM facts_batch") == batches
        assert server.told(signal.SIGINT) == 0
    with started(data, "run") as server:
        assert server.ready()["error"]["code"] == "is_the_demo"


def test_a_demo_that_was_killed_half_way_goes_on(data: Path) -> None:
    with started(data, *SMALL) as server:
        until = time.monotonic() + PATIENCE
        while not (data / "demo.json").exists():
            assert time.monotonic() < until
        pid = status(data).server
        assert pid
        server.process.kill()
        server.process.wait()
    with started(data, *SMALL) as server:
        assert len(server.ready()["people"]) >= 13
        url = status(data).url
        assert url
        assert asked(url, "SELECT count(*) FROM assessments_assessment") == 40


@pytest.mark.django_db
def test_somebody_elses_data_is_left_alone(tmp_path: Path) -> None:
    assert demo_company._remembered(tmp_path) is None
    Batch.objects.create(id=1, source="erp", actor="me", at=datetime(2026, 1, 1, tzinfo=UTC), kinds={})
    with pytest.raises(NotTheDemo, match="data of your own"):
        demo_company._remembered(tmp_path)
    demo_state.write(tmp_path, Demo(customers=1, months=1, until=TODAY))
    assert demo_company._remembered(tmp_path)


def test_a_database_of_ones_own_is_not_filled_with_a_made_up_company(
    kedun: Kedun, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://elsewhere/ledger")
    refused = kedun("demo", "--lang", "en")
    assert refused.code == 3
    assert "env -u DATABASE_URL" in refused.err


TODAY = to_day(date(2026, 11, 22))


def test_a_year_of_month_ends_and_today_are_assessed() -> None:
    new = Demo(customers=1, months=24, until=TODAY, start=TODAY - 730)
    days = [to_date(day).isoformat() for day in new.days_to_assess(TODAY)]
    assert days[0] == "2025-11-30"
    assert days[-2:] == ["2026-10-31", "2026-11-22"]
    assert len(days) == 13


@pytest.mark.parametrize(
    ("assessed", "today", "days"),
    [
        pytest.param((), TODAY, ["2026-09-30", "2026-10-31", "2026-11-22"], id="none before the company began"),
        pytest.param((to_day(date(2026, 9, 30)),), TODAY, ["2026-10-31", "2026-11-22"], id="what was done is not done again"),
        pytest.param((TODAY,), TODAY, [], id="nothing on the same day"),
        pytest.param((TODAY,), TODAY + 9, ["2026-11-30", "2026-12-01"], id="what has passed since"),
        pytest.param((), to_day(date(2026, 10, 31)), ["2026-09-30", "2026-10-31"], id="today is a month's end"),
    ],
)  # fmt: skip
def test_only_days_that_are_still_to_do_are_assessed(assessed: tuple[int, ...], today: int, days: list[str]) -> None:
    demo = Demo(customers=1, months=2, until=TODAY, start=to_day(date(2026, 9, 15)), assessed=assessed)
    assert [to_date(day).isoformat() for day in demo.days_to_assess(today)] == days


def test_the_company_lives_on_when_its_last_day_lies_a_week_back() -> None:
    demo = Demo(customers=1, months=2, until=TODAY, is_stored=True)
    assert demo.up_to(TODAY + 7) == demo
    assert demo.up_to(TODAY + 8) == Demo(customers=1, months=2, until=TODAY + 8, is_stored=False)


def test_a_past_day_is_assessed_in_the_night_after_it() -> None:
    now = FixedClock(datetime(2026, 11, 22, 9, tzinfo=UTC))
    assert demo_state.evening_of(to_day(date(2026, 9, 30)), now).at == datetime(2026, 9, 30, 18, 5, tzinfo=UTC)
    assert demo_state.evening_of(TODAY, now).at == now.at


def test_what_a_folder_remembers_is_read_as_it_was_written(tmp_path: Path) -> None:
    assert demo_state.read(tmp_path) is None
    assert not demo_state.is_demo(tmp_path)
    person = DemoPerson("sales@demo.kedun", "刘怡", "sales")
    demo = Demo(customers=5, months=2, until=9, start=3, is_stored=True, assessed=(7, 9), people=(person,))
    demo_state.write(tmp_path, demo)
    assert demo_state.read(tmp_path) == demo
    assert json.loads((tmp_path / "demo.json").read_text())["customers"] == 5


def test_every_folder_has_a_password_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    first = demo_state.password(tmp_path)
    assert first == demo_state.password(tmp_path)
    assert len(first) >= 27
    assert first != demo_state.password(tmp_path / "other")


@pytest.mark.django_db
def test_a_name_that_somebody_gave_the_company_stays() -> None:
    demo_company.name_company()
    assert company().name == demo_company.NAME
    set_company("person:1", name="我们", notify_address="a@example.com")
    demo_company.name_company()
    assert (company().name, company().notify_address) == ("我们", "a@example.com")
