"""The doctor finds what is wrong and says what to do."""

import hashlib
import os
import shutil
import socket
import tempfile
from pathlib import Path
from types import SimpleNamespace

import psutil
import pytest
from django.db import connection

from kedun.cli import checks, session
from kedun.cli.session import Choices
from kedun.cli.web_build import State
from tests.cli.conftest import Kedun


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture(autouse=True)
def chosen(data: Path) -> None:
    session.choose(Choices(data=data, language="en"))


def test_nothing_to_complain_about_before_the_first_use(kedun: Kedun, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    told = kedun("doctor", "--json")
    document = told.document()
    levels = {check["name"]: check["level"] for check in document["checks"]}
    assert told.code == 0
    assert document["healthy"]
    assert levels["postgresql"] == levels["data_folder"] == levels["database"] == "ok"


def test_each_complaint_is_followed_by_what_to_do(
    kedun: Kedun, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    (tmp_path / "file").write_text("")
    told = kedun("doctor", "--data", "file", "--lang", "en")
    lines = told.out.splitlines()
    complaint = next(number for number, line in enumerate(lines) if line.startswith("FAIL Data folder"))
    assert told.code == 3
    assert lines[complaint + 1].strip() == "→ Choose another with --data or KEDUN_DATA."


@pytest.mark.parametrize(
    ("stamp", "level"),
    [("run {lock}", "ok"), ("run 0", "warn"), (None, "warn")],
    ids=["as locked", "another lock", "not started by ./kedun"],
)
def test_the_packages_are_compared_with_the_lock(tmp_path: Path, stamp: str | None, level: str) -> None:
    (tmp_path / "requirements.lock").write_text("yaml==1")
    (tmp_path / ".venv").mkdir()
    if stamp:
        digest = hashlib.sha256(b"yaml==1").hexdigest()
        (tmp_path / ".venv" / "kedun.stamp").write_text(stamp.format(lock=digest))
    assert checks.packages(tmp_path).level == level


@pytest.mark.parametrize(
    ("free", "level"), [(10, "ok"), (2, "warn"), (0.1, "fail")], ids=["plenty", "little", "next to nothing"]
)
def test_the_disks_free_space_is_judged(monkeypatch: pytest.MonkeyPatch, free: float, level: str) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _place: SimpleNamespace(free=int(free * checks.GIB)))
    assert checks.disk().level == level


@pytest.mark.parametrize(("free", "level"), [(4, "ok"), (0.5, "warn")], ids=["plenty", "little"])
def test_the_free_memory_is_judged(monkeypatch: pytest.MonkeyPatch, free: float, level: str) -> None:
    monkeypatch.setattr(psutil, "virtual_memory", lambda: SimpleNamespace(available=int(free * checks.GIB)))
    assert checks.memory().level == level


def test_a_deep_temporary_folder_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tempfile, "gettempdir", lambda: str(tmp_path / ("deep" * 30)))
    assert checks.socket_folder().level == "warn"


def test_a_browser_and_fonts_are_optional(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    assert "optional" in checks.browser().found.en
    monkeypatch.setattr(shutil, "which", lambda name: f"/bin/{name}" if name == "chromium" else None)
    assert checks.browser().found.en == "/bin/chromium"


@pytest.mark.parametrize(("alive", "level"), [(None, "ok"), (2, "ok"), (0, "fail")])
def test_workers_without_heartbeat_are_a_failure(alive: int | None, level: str) -> None:
    assert checks._workers(alive).level == level


@pytest.mark.parametrize(
    ("state", "level"), [("built", "ok"), ("changed", "warn"), ("absent", "warn")], ids=["built", "changed", "absent"]
)
def test_the_front_end_is_looked_for(state: State, level: str) -> None:
    assert checks.front_end(state).level == level


def test_a_port_that_is_taken_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        monkeypatch.setattr(checks, "PORT", other.getsockname()[1])
        assert checks.port().level == "warn"
    assert checks.port().level == "ok"


@pytest.mark.django_db
def test_a_stated_database_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://stated/for-this-test")
    monkeypatch.delenv("KEDUN_SMTP_URL", raising=False)
    found = [(found.name, found.level) for found in checks.stored()]
    assert found == [("database", "ok"), ("workers", "ok"), ("mail", "warn")]
    monkeypatch.setenv("KEDUN_SMTP_URL", "smtp://mail.example.com:2525")
    assert checks._mail().found.en == "mail.example.com:2525"
    assert "DATABASE_URL" in checks.postgresql().found.en
    assert checks._beating() == 0


@pytest.mark.django_db
def test_pending_migrations_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://stated/for-this-test")
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'accounts'")
    (found,) = checks.stored()
    assert (found.name, found.level) == ("database", "warn")
    assert os.environ["KEDUN_DATA"] == str(session.choices().data)
