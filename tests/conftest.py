"""What every test stands on: a real PostgreSQL, the real ledger, and hypothesis without chance."""

import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest
from hypothesis import HealthCheck, settings
from psycopg import sql
from pytest_django import DjangoDbBlocker
from pytest_django.plugin import blocking_manager_key

from kedun.cli.session import choose
from kedun.kernel.clock import DEFAULT_ZONE
from kedun.supervisor import throwaway_database
from kedun.supervisor.cluster import make_ready
from kedun.supervisor.folder import prepared
from kedun.supervisor.processes import python_environment

ROOT = Path(__file__).parents[1]
REAL_DATA = ROOT.parent / "shared" / "data"

settings.register_profile(
    "ci", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=False
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

MAIN = "main"
TEMPLATE = "KEDUN_TEST_TEMPLATE"
"""Names the database with all tables and nothing in them that the processes of a run copy theirs from."""
MAKE_TABLES = """
import sys
from pathlib import Path
from kedun.cli import session
session.choose(session.Choices(data=Path(sys.argv[1])))
with session.opened():
    pass
"""

_session = ExitStack()


def pytest_configure(config: pytest.Config) -> None:
    """Start PostgreSQL once for the whole run, in the process that starts the others; they get its URL by environment."""
    _hash_at_once()
    if hasattr(config, "workerinput"):
        return
    url = os.environ.get("DATABASE_URL") or _new_database()
    os.environ[TEMPLATE] = f"kedun_with_tables_{os.getpid()}"
    _session.callback(_drop_template, url, os.environ[TEMPLATE])
    _session.callback(os.environ.pop, TEMPLATE, None)


def _new_database() -> str:
    folder = Path(tempfile.mkdtemp(prefix="kedun-tests-"))
    _session.callback(shutil.rmtree, folder, ignore_errors=True)
    url = _session.enter_context(throwaway_database(folder))
    os.environ["DATABASE_URL"] = url
    _session.callback(os.environ.pop, "DATABASE_URL", None)
    _point_django_at(url)
    return url


def _drop_template(url: str, name: str) -> None:
    with psycopg.connect(url, autocommit=True) as at:
        at.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(name)))


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


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """Put back what migrations store and a test that commits emptied with all tables: tests run in any order."""
    yield
    marker = item.get_closest_marker("django_db")
    if (marker and marker.kwargs.get("transaction")) or "transactional_db" in getattr(item, "fixturenames", ()):
        from kedun.facts.models import LegalEntity

        with item.config.stash[blocking_manager_key].unblock():
            LegalEntity.objects.get_or_create(code=MAIN, defaults={"base_currency": "CNY", "time_zone": DEFAULT_ZONE})


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


@contextmanager
def made_by_one(name: str, folders: pytest.TempPathFactory) -> Iterator[Path]:
    """Give a place that all processes of a run share; whoever finds it empty fills it, and the others wait for that."""
    base = folders.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield shared / name


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database that was made and never used, to be copied. It does not wait for the disk: processes die in tests,
    the machine does not.
    """
    with made_by_one("made", tmp_path_factory) as place:
        if not place.exists():
            folder = prepared(tmp_path_factory.mktemp("made"))
            make_ready(folder, unsafe_but_fast=True)
            with (folder.cluster / "postgresql.conf").open("a", encoding="utf-8") as settings_file:
                settings_file.write("fsync = off\n")
            place.symlink_to(folder.cluster)
        return place.resolve()


@pytest.fixture(scope="session")
def with_tables(made_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with all tables, to be copied where it is not their making that is tested."""
    with made_by_one("with-tables", tmp_path_factory) as place:
        if not place.exists():
            data = with_database(tmp_path_factory.mktemp("with-tables") / "data", made_once)
            environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
            _make_tables(data, environment)
            place.symlink_to(data / made_once.name)
        return place.resolve()


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The name of a database beside that of the tests, to be copied by CREATE DATABASE; it has all tables."""
    url, name = os.environ["DATABASE_URL"], os.environ[TEMPLATE]
    with made_by_one("template", tmp_path_factory) as place:
        if not place.exists():
            with psycopg.connect(url, autocommit=True) as at:
                at.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(name)))  # of one that failed
                at.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
            address = urlsplit(url)._replace(path=f"/{name}").geturl()
            _make_tables(tmp_path_factory.mktemp("template"), {**os.environ, "DATABASE_URL": address})
            place.touch()
    return name


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    request: pytest.FixtureRequest,
    django_db_modify_db_settings_parallel_suffix: None,
    django_db_blocker: DjangoDbBlocker,
) -> None:
    """Of several processes none makes tables for itself."""
    from django.db import connection

    if "PYTEST_XDIST_WORKER" in os.environ:
        with django_db_blocker.unblock():
            connection.settings_dict["TEST"]["TEMPLATE"] = request.getfixturevalue("template")


def _make_tables(data: Path, environment: Mapping[str, str]) -> None:
    subprocess.run(
        [sys.executable, "-c", MAKE_TABLES, str(data)], env=python_environment() | dict(environment), check=True
    )


def with_database(data: Path, cluster: Path) -> Path:
    """Make a data folder with a database of its own, copied from one that was made."""
    data.mkdir(mode=0o700)
    subprocess.run(["cp", "-a", cluster, data], check=True)
    return data
