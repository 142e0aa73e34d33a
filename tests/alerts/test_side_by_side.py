"""Several workers and people at the same alerts at the same time."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from django.db import connection
from pytest_django import DjangoDbBlocker

from kedun.alerts import actions, queries
from kedun.alerts.decide import CustomerVerdict
from kedun.alerts.refusals import IllegalMove
from kedun.outbox.queries import waiting
from tests.alerts.builders import CLEAR, CLOCK, FIRED, TODAY, customer

CUSTOMERS = 40


def clean() -> None:
    """Empty the tables that this test fills."""
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE alerts_event, alerts_alert, facts_customer, outbox_outgoing, accounts_audit CASCADE")


@pytest.fixture
def committed(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """A database in which every thread sees what the others commit."""
    with django_db_blocker.unblock():
        clean()
        yield
        clean()
        connection.close()


def work(verdicts: list[CustomerVerdict]) -> actions.AlertCounts:
    """Apply verdicts as a worker of its own would."""
    try:
        return actions.apply_verdicts(verdicts, as_of=TODAY, known_at=5, clock=CLOCK)
    finally:
        connection.close()


def resolve(alert_id: int) -> bool:
    """Resolve an alert as a person in a process of her own would; gives whether she was faster than the worker."""
    try:
        actions.resolve(alert_id, reason="paid", note="Wired.", actor="alice", by_clock=CLOCK)
    except IllegalMove:
        return False
    finally:
        connection.close()
    return True


def test_two_workers_open_one_alert_each_and_tell_it_once(committed: None) -> None:
    fired = [replace(FIRED, customer_id=customer(f"C{number}")) for number in range(CUSTOMERS)]
    with ThreadPoolExecutor(4) as pool:
        done = list(pool.map(work, [fired, fired[::-1], fired, fired[::-1]]))
    assert sum(each.opened for each in done) == CUSTOMERS
    assert queries.counts()["open"] == CUSTOMERS
    assert len(waiting("alert.opened", limit=1_000)) == CUSTOMERS


def test_worker_and_person_close_each_alert_once(committed: None) -> None:
    fired = [replace(FIRED, customer_id=customer(f"C{number}")) for number in range(CUSTOMERS)]
    work(fired)
    clear = [replace(CLEAR, customer_id=each.customer_id) for each in fired]
    opened = queries.newest(limit=CUSTOMERS)
    with ThreadPoolExecutor(4) as pool:
        resolving = [pool.submit(resolve, alert.id) for alert in opened]
        clearing = pool.submit(work, clear)
        clearing.result()
        by_person = sum(each.result() for each in resolving)
    counts = queries.counts()
    assert (counts["resolved"], counts["cleared"]) == (by_person, CUSTOMERS - by_person)
    closings = [[event.what for event in queries.history(alert.id)] for alert in opened]
    assert all(sum(what in ("resolved", "cleared") for what in each) == 1 for each in closings)
    assert len(waiting("alert.closed", limit=1_000)) == CUSTOMERS
