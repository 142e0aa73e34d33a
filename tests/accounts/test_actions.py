"""The audit trail: written with what it tells of, and never changed."""

from datetime import UTC, datetime
from threading import Thread

import pytest
from django.db import IntegrityError, connection, transaction

from kedun.accounts.actions import record, record_view
from kedun.accounts.models import AccessLog
from kedun.accounts.queries import audit

NOON = datetime(2026, 3, 1, 4, 0, tzinfo=UTC)


@pytest.mark.django_db
def test_record_says_who_did_what_when() -> None:
    record("alice", "alert.resolve", {"reason": "paid", "amount_minor": 1200}, subject="alert:7", at=NOON)
    (row,) = audit(subject="alert:7")
    assert (row.actor, row.verb, row.params, row.at) == (
        "alice",
        "alert.resolve",
        {"reason": "paid", "amount_minor": 1200},
        NOON,
    )


@pytest.mark.django_db
def test_trail_is_told_newest_first_and_up_to_a_limit() -> None:
    for number in range(5):
        record("alice", "count", {"number": number}, subject="a")
    record("bob", "count", {"number": 9}, subject="b")
    assert [row.params for row in audit(subject="a", limit=2)] == [{"number": 4}, {"number": 3}]
    assert audit(limit=1)[0].actor == "bob"


@pytest.mark.django_db
def test_record_stands_or_falls_with_its_transaction() -> None:
    with transaction.atomic():
        record("alice", "divide", {}, subject="x")
        transaction.set_rollback(True)
    assert audit(subject="x") == ()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement",
    [
        pytest.param("UPDATE accounts_audit SET actor = 'mallory'", id="changing"),
        pytest.param("DELETE FROM accounts_audit", id="deleting"),
        pytest.param("UPDATE accounts_audit SET actor = actor WHERE FALSE", id="even changing nothing"),
    ],
)
def test_database_refuses(statement: str) -> None:
    record("alice", "act", {}, subject="kept")
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert audit(subject="kept")[0].actor == "alice"


@pytest.mark.django_db
def test_test_runner_can_still_empty_the_table() -> None:
    record("alice", "act", {})
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE accounts_audit")
    assert audit() == ()


@pytest.mark.django_db(transaction=True)
def test_many_requests_at_once_are_one_view() -> None:
    def look_once() -> None:
        record_view("person:1", "customer", subject="customer:X")
        connection.close()

    threads = [Thread(target=look_once) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert AccessLog.objects.filter(subject="customer:X").count() == 1
