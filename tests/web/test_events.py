"""The event process, as the server runs it: a fact becomes an alert at once; it ends cleanly, or with its database."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from django.db import connection

from kedun.alerts.models import Alert
from kedun.kernel.clock import clock, today
from kedun.pipeline.queries import events
from kedun.pipeline.store import NAME
from tests.pipeline.small_house import bill, customer, receive

pytestmark = pytest.mark.django_db(transaction=True)


def wait_until(is_so: Callable[[], bool], *, seconds: float) -> bool:
    """Look a hundred times a second until something is so; say whether it came to be."""
    for _ in range(int(seconds * 100)):
        if is_so():
            return True
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_sleep(0.01)")
    return False


def listens() -> bool:
    return events().heard_ago is not None


@contextmanager
def event_process() -> Iterator[subprocess.Popen[str]]:
    given = connection.settings_dict
    url = f"postgresql://{given['USER']}@/{given['NAME']}?host={given['HOST']}" + (
        f"&port={given['PORT']}" if given["PORT"] else ""
    )
    environment = {**os.environ, "DATABASE_URL": url, "PYTHONPATH": os.pathsep.join(["src", ".", *sys.path])}
    process = subprocess.Popen(
        [sys.executable, "-m", "kedun.web.events"], env=environment, stderr=subprocess.PIPE, text=True
    )
    try:
        assert wait_until(listens, seconds=30), "it says who it is once it listens"
        yield process
    finally:
        process.kill()
        process.wait()
        assert process.stderr is not None
        process.stderr.close()


def test_a_fact_becomes_an_alert_at_once_and_a_word_ends_the_process() -> None:
    late = today(clock()) - 31
    with event_process() as process:
        receive({"invoice": (late - 400, today(clock()))}, customer=[customer("A")], invoice=[bill("A", due_on=late)])
        assert wait_until(Alert.objects.filter(rule_key="overdue_30_days").exists, seconds=60)
        alert = Alert.objects.get(rule_key="overdue_30_days")
        assert alert.fact_at is not None
        assert (alert.opened_at - alert.fact_at).total_seconds() < 5
        assert wait_until(lambda: events().waiting is None, seconds=5), "nobody waits any more"
        heard_ago = events().heard_ago
        assert heard_ago is not None
        assert heard_ago < 5
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=20) == 0
    assert not listens()


def test_it_ends_when_its_database_connection_goes_away() -> None:
    with event_process() as process:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = %s", [NAME])
        assert process.wait(timeout=20) == 1
        assert process.stderr is not None
        assert "the database went away" in process.stderr.read()
