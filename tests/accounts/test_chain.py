"""Whoever changes the audit trail behind the program's back is found out, even with every right in the database."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import connection, transaction

from kedun.accounts.actions import record
from kedun.accounts.chain import store
from kedun.accounts.chain.actions import ANCHORS, Checked, anchor, check
from kedun.accounts.chain.links import FIRST, Entry, linked
from kedun.accounts.models import Audit, AuditLink

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 1, 31, 12, tzinfo=UTC)


def written(count: int) -> list[int]:
    for number in range(count):
        record("person:1", "alert.resolve", {"note": f"说明 {number}", "share": 0.25}, subject=f"alert:{number}")
    return list(Audit.objects.order_by("id").values_list("id", flat=True))


def tampered(sql: str, *values: int) -> None:
    """Do what the table refuses, as the owner of the database can."""
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE accounts_audit DISABLE TRIGGER accounts_audit_append_only")
        cursor.execute(sql, values)
        cursor.execute("ALTER TABLE accounts_audit ENABLE TRIGGER accounts_audit_append_only")


def test_every_row_is_linked_once_and_the_chain_holds(tmp_path: Path) -> None:
    written(5)
    assert (store.extend(everything=False), store.extend(everything=False)) == (5, 0)
    written(2)
    assert check(tmp_path).unlinked == 2
    assert store.extend(everything=False) == 2
    assert check(tmp_path) == Checked(links=7, anchors=0, unlinked=0, fault=None, position=None)


def test_a_link_rests_on_the_one_before_and_on_every_column() -> None:
    entry = Entry(1, NOON, "person:1", "alert.resolve", "alert:1", {"note": "a"})
    others = [
        Entry(2, NOON, "person:1", "alert.resolve", "alert:1", {"note": "a"}),
        Entry(1, NOON.replace(microsecond=1), "person:1", "alert.resolve", "alert:1", {"note": "a"}),
        Entry(1, NOON, "person:2", "alert.resolve", "alert:1", {"note": "a"}),
        Entry(1, NOON, "person:1", "alert.reopen", "alert:1", {"note": "a"}),
        Entry(1, NOON, "person:1", "alert.resolve", "alert:2", {"note": "a"}),
        Entry(1, NOON, "person:1", "alert.resolve", "alert:1", {"note": "b"}),
    ]
    assert len({linked(FIRST, each) for each in (entry, *others)} | {linked(linked(FIRST, entry), entry)}) == 8


@pytest.mark.parametrize(
    ("tamper", "fault"),
    [
        pytest.param(
            lambda row: tampered("UPDATE accounts_audit SET actor = 'person:9' WHERE id = %s", row),
            "row_changed",
            id="another actor",
        ),
        pytest.param(lambda row: tampered("DELETE FROM accounts_audit WHERE id = %s", row), "row_gone", id="row gone"),
        pytest.param(lambda row: AuditLink.objects.filter(audit_id=row).delete(), "link_gone", id="link gone"),
    ],
)
def test_what_was_tampered_with_is_named(tmp_path: Path, tamper: Callable[[int], object], fault: str) -> None:
    row = written(5)[2]
    store.extend(everything=True)
    tamper(row)
    found = check(tmp_path)
    assert (found.fault, found.position) == (fault, 3)


def test_a_chain_that_was_made_anew_differs_from_its_anchors(tmp_path: Path) -> None:
    row = written(5)[2]
    store.extend(everything=True)
    assert anchor(tmp_path, at=NOON)
    assert not anchor(tmp_path, at=NOON), "the same head is noted once"
    tampered("UPDATE accounts_audit SET actor = 'person:9' WHERE id = %s", row)
    AuditLink.objects.all().delete()
    store.extend(everything=True)
    assert check(tmp_path).fault == "anchor_differs"
    tampered("DELETE FROM accounts_audit")
    AuditLink.objects.all().delete()
    assert (check(tmp_path).fault, check(tmp_path).position) == ("link_gone", 5)


def test_a_torn_anchor_is_no_anchor(tmp_path: Path) -> None:
    written(1)
    store.extend(everything=True)
    anchor(tmp_path, at=NOON)
    with (tmp_path / ANCHORS).open("a", encoding="utf-8") as file:
        file.write('{"at": "2026')
    assert (check(tmp_path).anchors, check(tmp_path).fault) == (1, None)


@pytest.mark.django_db(transaction=True)
def test_a_row_that_is_committed_late_is_linked_all_the_same(tmp_path: Path) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval(pg_get_serial_sequence('accounts_audit', 'id'))")
        early = cursor.fetchone()[0]
    written(3)
    store.extend(everything=False)
    with transaction.atomic():
        Audit.objects.create(id=early, at=NOON, actor="person:1", verb="alert.resolve")
    assert store.extend(everything=False) == 1
    assert check(tmp_path).fault is None
    assert AuditLink.objects.get(audit_id=early).position == 4
