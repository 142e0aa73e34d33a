"""What is no API: the front end, health, headers, the key of signatures, clearing away."""

import re
import stat
import subprocess
import sys
import threading
from functools import partial
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import Error, connection
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.fixtures import Settings

from kedun.accounts.jobs import clear_away
from kedun.pipeline.store import begin_listening
from kedun.web import pages
from kedun.web.secret import FILE, secret_key
from kedun.web.settings import database
from tests.web.browser import Browser
from tests.web.clients import client_of, person_of, stranger


@pytest.fixture
def built(tmp_path: Path, settings: Settings) -> Path:
    """A front end as its build leaves it."""
    (tmp_path / "index.html").write_text("<!doctype html><title>客盾</title>", encoding="utf-8")
    settings.WEB_DIST = settings.WHITENOISE_ROOT = tmp_path
    return tmp_path


@pytest.mark.parametrize("path", ["/", "/login", "/customers/KH000001", "/settings/people", "/x.y"])
def test_every_page_is_the_front_end(built: Path, path: str) -> None:
    response = Client().get(path)
    assert (response.status_code, response.headers["Cache-Control"]) == (200, "no-cache")
    assert "客盾" in response.content.decode()
    assert Client().head(path).status_code == 200


def test_a_front_end_that_was_not_built_is_told(tmp_path: Path, settings: Settings) -> None:
    settings.WEB_DIST = settings.WHITENOISE_ROOT = tmp_path
    response = Client().get("/")
    assert (response.status_code, response.json()["code"]) == (503, "front_end_missing")


@pytest.mark.parametrize("path", ["/assets/gone.js", "/static/x", "/api", "/_allauth/app/v1/config", "/_allauth/x"])
def test_no_page_stands_in_for_a_missing_file(built: Path, path: str) -> None:
    assert Client().get(path).status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/health", "/api/v1/me", "/api/v1/nothing", "/_allauth/browser/v1/config"])
def test_every_answer_says_what_browsers_may_do_with_it(built: Path, path: str) -> None:
    headers = Client().get(path).headers
    policy = dict(part.strip().split(" ", 1) for part in headers["Content-Security-Policy"].split(";"))
    assert policy["script-src"] == policy["default-src"] == "'self'"
    assert (policy["object-src"], policy["frame-ancestors"], policy["base-uri"]) == ("'none'",) * 3
    assert (headers["X-Content-Type-Options"], headers["X-Frame-Options"]) == ("nosniff", "DENY")
    assert (headers.get("Cache-Control") == "no-store") == path.startswith(("/api", "/_allauth"))
    assert "Strict-Transport-Security" not in headers


@pytest.mark.django_db
def test_over_https_browsers_are_told_to_stay_there(settings: Settings) -> None:
    settings.IS_HTTPS = True
    assert "max-age=31536000" in Client().get("/health").headers["Strict-Transport-Security"]


@pytest.mark.django_db
def test_cookies_are_closed_to_scripts_and_other_sites() -> None:
    alice = person_of("sales")
    alice.set_password("a long walk home")
    alice.save()
    browser = Browser()
    browser.log_in(alice, "a long walk home")
    cookie = browser.client.cookies["kedun_session"]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/")
    assert browser.client.cookies["csrftoken"]["samesite"] == "Lax"


def test_another_host_is_refused(settings: Settings) -> None:
    settings.ALLOWED_HOSTS = ["kedun.example.com"]
    response = Client().get("/health", HTTP_HOST="evil.example.com")
    assert (response.status_code, response.json()["code"]) == (400, "bad_request")


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody asked for the program's health within the last second, and every answer is new."""
    monkeypatch.setattr(pages, "_last_look", pages._LastLook())
    monkeypatch.setattr(pages, "LOOK_SECONDS", 0.0)


@pytest.mark.django_db
def test_the_database_is_asked_for_its_health_once_a_second(
    looked: None, monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    monkeypatch.setattr(pages, "LOOK_SECONDS", 1.0)
    for now, queries in ((100.0, 1), (100.9, 0), (101.0, 1)):
        monkeypatch.setattr(pages, "monotonic", partial(float, now))
        with django_assert_num_queries(queries):
            for _ in range(20):
                assert Client().get("/health").json()["status"] == "degraded"


@pytest.mark.django_db
def test_strangers_are_told_one_word_of_the_programs_health(looked: None) -> None:
    boss, seller = client_of("administrator").client, client_of("sales").client

    def told(client: Client, **meta: str) -> set[str]:
        return set(client.get("/health", **meta).json())  # type: ignore[arg-type]  # of the environment

    more = {"format", "status", "database", "workers", "workers_seen", "events_heard_seconds", "waiting_seconds"}
    assert told(Client()) == told(Client(), REMOTE_ADDR="::1") == more
    assert told(Client(), REMOTE_ADDR="203.0.113.9") == {"format", "status"}
    assert told(Client(), HTTP_X_FORWARDED_FOR="127.0.0.1") == {"format", "status"}, "our own proxy is no administrator"
    assert told(seller, REMOTE_ADDR="203.0.113.9") == {"format", "status"}
    assert told(boss, REMOTE_ADDR="203.0.113.9") == more


@pytest.mark.django_db
def test_health_tells_whether_workers_and_the_event_process_live(looked: None) -> None:
    assert Client().get("/health").json()["status"] == "degraded"
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO procrastinate_workers DEFAULT VALUES")
    without = Client().get("/health").json()
    assert (without["status"], without["events_heard_seconds"]) == ("degraded", None)
    begin_listening()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_clear_snapshot()")  # the test is one transaction, which sees one state of it
    told = Client().get("/health").json()
    assert (told["status"], told["database"], told["workers"]) == ("ok", True, 1)
    assert told["workers_seen"].endswith("Z")
    assert 0 <= told["events_heard_seconds"] < 5
    assert told["waiting_seconds"] is None


@pytest.mark.django_db
def test_health_is_down_without_a_database(looked: None, monkeypatch: pytest.MonkeyPatch) -> None:
    class Away:
        def cursor(self) -> None:
            raise Error("gone")

    monkeypatch.setattr(pages, "connection", Away())
    response = Client().get("/health")
    assert (response.status_code, response.json()) == (503, {"format": 1, "status": "down"})


def test_faults_outside_the_api_are_told_with_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("ours")

    monkeypatch.setattr(pages, "_index", fail)
    response = Client(raise_request_exception=False).get("/")
    assert (response.status_code, response.json()["code"]) == (500, "broke_down")
    assert re.fullmatch(r"[0-9a-f]{8}", response.json()["params"]["id"])


# The key of signatures


def test_the_key_is_made_once_and_read_by_its_owner_only(tmp_path: Path) -> None:
    made = secret_key(None, tmp_path)
    assert (secret_key(None, tmp_path), len(made) >= 64) == (made, True)
    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600
    assert [place.name for place in tmp_path.iterdir()] == [FILE]


def test_many_who_start_at_once_agree_on_the_key(tmp_path: Path) -> None:
    ready, found = threading.Barrier(8), []

    def start() -> None:
        ready.wait(timeout=10)
        found.append(secret_key(None, tmp_path))

    threads = [threading.Thread(target=start) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=10)
    assert (len(found), len(set(found))) == (8, 1)


def test_a_key_that_others_could_read_is_closed_to_them(tmp_path: Path) -> None:
    secret_key(None, tmp_path)
    (tmp_path / FILE).chmod(0o644)
    secret_key(None, tmp_path)
    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600


def test_without_a_folder_the_key_is_of_this_process_only(tmp_path: Path) -> None:
    assert secret_key(None, tmp_path / "none") != secret_key(None, tmp_path / "none")
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(
    "key", ["", "short", "changeme" * 8, "django-insecure-" + "abcdefghijklmnopqrstuvwxyz" * 2, "ab" * 40]
)
def test_default_and_weak_keys_are_refused(tmp_path: Path, key: str) -> None:
    with pytest.raises(ImproperlyConfigured):
        secret_key(key, tmp_path)


def test_a_stated_key_counts(tmp_path: Path) -> None:
    stated = "q8Zr2mV5xK1pT7wN4cJ9bH3dL6gF0sYa"
    assert secret_key(stated, tmp_path) == stated
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_the_program_does_not_start_with_a_default_key(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "kedun.web.manage", "check"],
        env={"KEDUN_SECRET_KEY": "changeme", "PYTHONPATH": "src", "PATH": "/usr/bin:/bin"},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode != 0, "KEDUN_SECRET_KEY is short or well known" in done.stderr) == (True, True)


def test_the_address_of_a_database_is_read() -> None:
    found = database("postgresql://u%40x:p%2Fw@db.example.com:5433/kedun", pool="2-6")
    assert (found["USER"], found["PASSWORD"], found["HOST"], found["PORT"]) == ("u@x", "p/w", "db.example.com", "5433")
    assert (found["OPTIONS"]["pool"]["min_size"], found["OPTIONS"]["pool"]["max_size"]) == (2, 6)
    assert database("postgresql://postgres@/kedun?host=/run/pg")["HOST"] == "/run/pg"


@pytest.mark.django_db
def test_what_has_served_its_time_is_cleared_away() -> None:
    client = client_of("sales")
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO accounts_cache VALUES ('old', 'x', now() - interval '1 day')")
        clear_away(timestamp=0)
        assert client.get("/me").status == 200
        cursor.execute("UPDATE django_session SET expire_date = now() - interval '1 day'")
        clear_away(timestamp=0)
        clear_away(timestamp=0)
        cursor.execute("SELECT (SELECT count(*) FROM accounts_cache), (SELECT count(*) FROM django_session)")
        assert cursor.fetchone() == (0, 0)
    assert stranger().get("/me").status == 401
