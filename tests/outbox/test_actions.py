"""The outbox: what must go out waits there once per topic and key."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction

from kedun.outbox import actions
from kedun.outbox.actions import KEPT, append, append_many, clear_away, done, taken
from kedun.outbox.messages import Message
from kedun.outbox.models import Outgoing
from kedun.outbox.queries import waiting

NOON = datetime(2026, 3, 1, 4, 0, tzinfo=UTC)


@pytest.mark.django_db
def test_message_waits_once_however_often_it_is_appended() -> None:
    assert append("alert.opened", "rule:1", {"severity": "high"}, at=NOON)
    assert not append("alert.opened", "rule:1", {"severity": "low"}, at=NOON)
    (message,) = waiting("alert.opened")
    assert (message.key, message.payload, message.created_at, message.attempts) == (
        "rule:1",
        {"severity": "high"},
        NOON,
        0,
    )


@pytest.mark.django_db
def test_same_key_of_another_topic_is_another_message() -> None:
    assert append("alert.opened", "rule:1", {})
    assert append("alert.closed", "rule:1", {})


@pytest.mark.django_db
def test_many_at_once_counts_the_new_ones() -> None:
    append("t", "1", {})
    assert append_many([Message("t", key, {"text": '逾期 "30" 天\n'}) for key in ("1", "2", "3", "3")]) == 2
    assert [message.key for message in waiting("t")] == ["1", "2", "3"]
    assert waiting("t")[1].payload == {"text": '逾期 "30" 天\n'}
    assert append_many([]) == 0


@pytest.mark.django_db
def test_message_stands_or_falls_with_its_transaction() -> None:
    with transaction.atomic():
        append("t", "1", {})
        transaction.set_rollback(True)
    assert waiting("t") == ()


@pytest.mark.django_db
def test_sent_messages_wait_no_longer_and_a_limit_holds() -> None:
    for key in "abc":
        append("t", key, {})
    Outgoing.objects.filter(key="a").update(sent_at=NOON)
    assert [message.key for message in waiting("t", limit=1)] == ["b"]


@pytest.mark.django_db
def test_what_is_taken_is_dealt_with_once() -> None:
    append("a", "1", {})
    append("a", "2", {})
    append("b", "1", {})
    with taken(("a",), 1, at=NOON) as messages:
        assert [each.key for each in messages] == ["1"]
    with taken(("a", "b"), 9, at=NOON) as messages:
        assert [(each.topic, each.key) for each in messages] == [("a", "2"), ("b", "1")]
    with taken(("a", "b"), 9) as messages:
        assert messages == ()
    assert set(Outgoing.objects.values_list("sent_at", flat=True)) == {NOON}


@pytest.mark.django_db
def test_what_fails_is_taken_again() -> None:
    append("a", "1", {})

    def fail() -> None:
        with taken(("a",), 1) as messages:
            assert not messages, "a failure in the block"

    with pytest.raises(AssertionError):
        fail()
    assert [each.key for each in waiting("a")] == ["1"]
    done([each.id for each in waiting("a")], at=NOON)
    assert waiting("a") == ()


@pytest.mark.django_db
def test_what_was_dealt_with_long_ago_is_cleared_away(monkeypatch: pytest.MonkeyPatch) -> None:
    for key in "abc":
        append("t", key, {}, at=NOON)
    done([message.id for message in waiting("t")][:2], at=NOON)
    monkeypatch.setattr(actions, "MOST_CLEARED", 1)
    assert clear_away(now=NOON + KEPT) == 0
    later = NOON + KEPT + timedelta(seconds=1)
    assert [clear_away(now=later) for _ in range(3)] == [1, 1, 0]
    assert [message.key for message in waiting("t")] == ["c"], "what waits stays"
