"""What a command needs around it: the global choices, and an open, migrated database."""

import getpass
import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

from kedun.kernel.refusals import Unavailable
from kedun.kernel.words import Language, Words
from kedun.supervisor import running_database


class DatabaseUnreachable(Unavailable):
    """The database cannot be reached: {reason}. Check DATABASE_URL, or leave it out to use the one that comes along."""

    zh = "无法连接数据库：{reason}。请检查 DATABASE_URL；不设置它则使用自带的数据库。"


SETTINGS = "kedun.web.settings"
MIGRATION_LOCK = 0x6B6564756E  # "kedun" in ASCII: one process at a time changes the tables


def spoken_language() -> Language:
    """Give the language of the environment: KEDUN_LANG, else what LANG says, else Chinese."""
    stated = os.environ.get("KEDUN_LANG", "")
    if stated in get_args(Language):
        return "en" if stated == "en" else "zh"
    system = os.environ.get("LC_ALL") or os.environ.get("LANG") or ""
    silent = system.split(".")[0] in {"", "C", "POSIX"}
    return "zh" if silent or system.startswith("zh") else "en"


def data_folder() -> Path:
    """Give the data folder of the environment: KEDUN_DATA, else kedun-data in the current folder."""
    return Path(os.environ.get("KEDUN_DATA") or "kedun-data").absolute()


@dataclass(frozen=True, slots=True)
class Choices:
    """The global options of the command that runs."""

    data: Path = field(default_factory=data_folder)
    language: Language = field(default_factory=spoken_language)
    is_data_chosen: bool = field(default_factory=lambda: bool(os.environ.get("KEDUN_DATA")))


_chosen: ContextVar[Choices | None] = ContextVar("chosen", default=None)
_closed: ContextVar[bool] = ContextVar("closed", default=False)


def choose(choices: Choices | None) -> None:
    """Remember the global options for the command that follows; None forgets them."""
    _chosen.set(choices)


def choices() -> Choices:
    """Give the global options of the running command; outside a command, those of the environment."""
    return _chosen.get() or Choices()


def actor() -> str:
    """Give the name by which the audit trail knows whoever runs this command."""
    try:
        return f"cli:{getpass.getuser()}"
    except (KeyError, OSError):  # a user id without a name, as in some containers
        return f"cli:{os.getuid()}"


def say(words: Words) -> str:
    """Give a text in the language the person chose."""
    return words.say(choices().language)


@contextmanager
def opened(*, migrated: bool = True) -> Iterator[None]:
    """Open the data folder's database for the block: PostgreSQL runs, Django is set up, tables are migrated.

    Django code may be imported inside the block only. Where Django is already set up (tests, the workers, an outer
    block), the block uses it as it stands. A command opens the database once: Django keeps its address for good.
    """
    from django.apps import apps

    assert not _closed.get(), "this process has already closed its database"
    os.environ["KEDUN_DATA"] = str(choices().data)
    if apps.ready:
        yield
        return
    with running_database(choices().data) as url:
        _set_up(url)
        try:
            if migrated:
                _migrated()
            yield
        finally:
            _close()
            _closed.set(True)


def _set_up(url: str) -> None:
    import django

    os.environ["DATABASE_URL"] = url  # for the settings, and for the processes this command starts
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    django.setup()


def _migrated() -> None:
    """Bring the tables up to date; the first contact with the database of somebody else.

    Raises: DatabaseUnreachable.
    """
    from django.core.exceptions import ImproperlyConfigured
    from django.db import OperationalError

    try:
        migrate_when_needed()
    except (OperationalError, ImproperlyConfigured) as error:
        raise DatabaseUnreachable(reason=" ".join(str(error).split())) from error


def _close() -> None:
    from django.db import connections

    connections.close_all()


def migrate_when_needed() -> bool:
    """Bring the tables up to date, one process at a time; say whether there was anything to do."""
    from django.core.management import call_command
    from django.db import connection

    if not pending_migrations():
        return False
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [MIGRATION_LOCK])
        try:
            call_command("migrate", verbosity=0, interactive=False)
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [MIGRATION_LOCK])
    return True


def pending_migrations() -> int:
    """Count the migrations that have not been applied to the database."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
