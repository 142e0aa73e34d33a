"""What every test stands on: a real PostgreSQL, the real ledger, and hypothesis without chance."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from kedun.cli.session import choose
from kedun.supervisor import throwaway_database
from kedun.supervisor.cluster import make_ready
from kedun.supervisor.folder import prepared

ROOT = Path(__file__).parents[1]
REAL_DATA = ROOT.parent / "shared" / "data"

settings.register_profile(
    "ci", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=False
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

_session = ExitStack()


def pytest_configure(config: pytest.Config) -> None:
    """Start PostgreSQL once for the whole run, in the process that starts the others; they get its URL by environment."""
    _hash_at_once()
    if os.environ.get("DATABASE_URL") or hasattr(config, "workerinput"):
        return
    folder = Path(tempfile.mkdtemp(prefix="kedun-tests-"))
    _session.callback(shutil.rmtree, folder, ignore_errors=True)
    url = _session.enter_context(throwaway_database(folder))
    os.environ["DATABASE_URL"] = url
    _session.callback(os.environ.pop, "DATABASE_URL", None)
    _point_django_at(url)


def _hash_at_once() -> None:
    """Make people of tests without the quarter of a second that a password costs; servers of their own hash as usual."""
    from django.conf import settings as django_settings

    quick = "django.contrib.auth.hashers.MD5PasswordHasher"
    django_settings.PASSWORD_HASHERS = [quick, *django_settings.PASSWORD_HASHERS]


def _point_django_at(url: str) -> None:
    """Django has read its settings by now, and no connection has been made yet."""
    from django.conf import settings as django_settings

    from kedun.web.settings import database

    django_settings.DATABASES["default"].update(database(url))


def pytest_unconfigure() -> None:
    _session.close()


@pytest.fixture(autouse=True)
def nothing_chosen() -> Iterator[None]:
    """A test may choose global options; the next one starts without."""
    yield
    choose(None)


@pytest.fixture(scope="session")
def real_data() -> Path:
    """The folder with real ledgers beside the repository; tests that need it are skipped where it is absent."""
    if not REAL_DATA.is_dir():
        pytest.skip(f"no real data in {REAL_DATA}")
    return REAL_DATA


@pytest.fixture
def short_folder() -> Iterator[Path]:
    """An empty folder with a short path."""
    with tempfile.TemporaryDirectory(prefix="kedun-") as folder:
        yield Path(folder)


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database that was made and never used, to be copied. It does not wait for the disk: processes die in tests,
    the machine does not.
    """
    folder = prepared(tmp_path_factory.mktemp("made"))
    make_ready(folder, unsafe_but_fast=True)
    with (folder.cluster / "postgresql.conf").open("a", encoding="utf-8") as settings_file:
        settings_file.write("fsync = off\n")
    return folder.cluster


def with_database(data: Path, made_once: Path) -> Path:
    """Make a data folder with an empty database of its own."""
    data.mkdir(mode=0o700)
    subprocess.run(["cp", "-a", made_once, data], check=True)
    return data
