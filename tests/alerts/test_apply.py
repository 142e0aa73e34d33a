"""Applying verdicts to the stored alerts."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from kedun.accounts.queries import audit
from kedun.alerts import actions
from kedun.alerts.actions import AlertCounts, apply_verdicts
from kedun.alerts.decide import CustomerVerdict, NamedAction
from kedun.alerts.evidence import CUT
from kedun.alerts.models import Alert
from kedun.alerts.queries import counts, history, newest, of_customer, open_alerts
from kedun.alerts.shown import to_json
from kedun.outbox.models import Outgoing
from kedun.outbox.queries import waiting
from tests.alerts.builders import CLEAR, CLOCK, FIRED, NOON, TODAY, UNKNOWN, customer

pytestmark = pytest.mark.django_db


def apply(*verdicts: CustomerVerdict, as_of: int = TODAY, known_at: int = 5) -> AlertCounts:
    """Apply verdicts at noon."""
    return apply_verdicts(verdicts, as_of=as_of, known_at=known_at, clock=CLOCK)


def firing(code: str = "A") -> CustomerVerdict:
    """Give a fired verdict about a new customer."""
    return replace(FIRED, customer_id=customer(code))


def test_fired_verdict_opens_an_alert_with_its_evidence() -> None:
    fired = firing()
    arrived = NOON - timedelta(seconds=2)
    done = apply_verdicts([fired], as_of=TODAY, known_at=5, clock=CLOCK, fact_at=arrived)
    assert done == AlertCounts(opened=1)
    (alert,) = open_alerts(fired.customer_id)
    assert (alert.state, alert.severity, alert.risk_type, alert.occurrence) == ("open", "high", "credit", 1)
    assert (alert.opened_as_of, alert.opened_batch, alert.opened_at) == (TODAY, 5, NOON)
    assert (alert.rule_version_opened, alert.rule_version) == (1, 1)
    assert (alert.evidence, alert.latency_seconds) == ({"overdue_days_max": 31}, 2.0)
    assert [(event.what, event.evidence) for event in history(alert.id)] == [("opened", alert.evidence)]
    assert to_json(alert)["opened"] == {"as_of": "2026-03-02", "at": NOON.isoformat(), "known_at": 5}


def test_applying_twice_changes_nothing() -> None:
    fired = replace(firing(), actions=(NamedAction("task"),))
    apply(fired)
    assert apply(fired) == AlertCounts()
    assert len(waiting("alert.opened")) == 1
    assert len(audit(subject="alerts")) == 1


def test_other_evidence_updates_the_one_alert() -> None:
    fired = firing()
    apply(fired)
    worse = replace(fired, evidence={"overdue_days_max": 32}, severity="critical", rule_version=2)
    assert apply(worse, as_of=TODAY + 1, known_at=6) == AlertCounts(updated=1)
    (alert,) = of_customer(fired.customer_id)
    assert (alert.evidence, alert.severity, alert.revision) == ({"overdue_days_max": 32}, "critical", 2)
    assert (alert.rule_version_opened, alert.rule_version) == (1, 2)
    assert (alert.opened_as_of, alert.assessed_as_of, alert.assessed_batch) == (TODAY, TODAY + 1, 6)
    told = [(event.what, event.as_of, event.batch, event.evidence) for event in history(alert.id)]
    assert told[1] == ("updated", TODAY + 1, 6, {"overdue_days_max": 32})
    assert waiting("alert.closed") == ()


def test_clear_verdict_closes_with_the_reason_and_says_so() -> None:
    fired = firing()
    apply(fired)
    cleared = replace(CLEAR, customer_id=fired.customer_id)
    assert apply(cleared, as_of=TODAY + 1) == AlertCounts(closed=1)
    (alert,) = of_customer(fired.customer_id)
    assert open_alerts(fired.customer_id) == ()
    assert (alert.state, alert.closing_reason, alert.closed_as_of) == ("cleared", "cleared", TODAY + 1)
    assert alert.evidence == fired.evidence, "an alert keeps what it was opened for"
    assert history(alert.id)[1].evidence == {"overdue_days_max": 0}
    (message,) = waiting("alert.closed")
    assert isinstance(message.payload, dict)
    assert (message.payload["alert_id"], message.payload["reason"]) == (alert.id, "cleared")
    assert apply(cleared, as_of=TODAY + 1) == AlertCounts()


def test_unknown_verdict_leaves_the_alert_open() -> None:
    fired = firing()
    apply(fired)
    assert apply(replace(UNKNOWN, customer_id=fired.customer_id), as_of=TODAY + 9) == AlertCounts()
    assert open_alerts(fired.customer_id)[0].evidence == fired.evidence


def test_rule_that_fires_again_in_the_same_batch_of_facts_is_told_again() -> None:
    fired = firing()
    for day, verdict in enumerate((fired, replace(CLEAR, customer_id=fired.customer_id), fired)):
        apply(verdict, as_of=TODAY + day)
    assert [alert.occurrence for alert in of_customer(fired.customer_id)] == [2, 1]
    assert [message.key for message in waiting("alert.opened")] == [
        f"overdue_30:{fired.customer_id}:1",
        f"overdue_30:{fired.customer_id}:2",
    ]


def test_what_nobody_carries_out_is_not_sent() -> None:
    named = (NamedAction("notify", {"to": "cfo"}), NamedAction("task", {"to": "cfo"}), NamedAction("order_lock"))
    fired = replace(firing(), actions=named, recipients=("sales_manager",))
    apply(fired)
    (message,) = waiting("alert.opened")
    assert isinstance(message.payload, dict)
    assert message.payload["recipients"] == ["sales_manager", "cfo"]
    assert set(Outgoing.objects.values_list("topic", flat=True)) == {"alert.opened"}


def test_blocks_and_customers_do_not_mix(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "BLOCK", 3)
    ids = [customer(f"C{number}") for number in range(5)]
    fired = [replace(FIRED, customer_id=each, rule_key=rule) for each in ids for rule in ("a", "b")]
    assert apply(*fired) == AlertCounts(opened=10)
    assert len(audit(subject="alerts")) == 4, "one audit row for each block, none for each alert"
    mixed = [replace(each, verdict="clear") if each.rule_key == "a" else each for each in fired]
    assert apply(*mixed, as_of=TODAY + 1) == AlertCounts(closed=5)
    assert counts() == {"open": 5, "acknowledged": 0, "snoozed": 0, "resolved": 0, "cleared": 5}
    assert {alert.rule_key for alert in newest(states=("open",))} == {"b"}


def test_verdicts_may_be_a_stream() -> None:
    fired = firing()

    def stream() -> Iterable[CustomerVerdict]:
        yield from (replace(CLEAR, customer_id=fired.customer_id, rule_key=f"rule_{number}") for number in range(50))
        yield fired

    assert apply_verdicts(stream(), as_of=TODAY, known_at=5, clock=CLOCK).opened == 1


def test_large_evidence_is_cut_and_settles() -> None:
    fired = replace(firing(), evidence={f"reading_{number}": "x" * 1_000 for number in range(40)})
    apply(fired)
    assert CUT in open_alerts(fired.customer_id)[0].evidence
    assert apply(fired, as_of=TODAY + 1) == AlertCounts()


def test_numbers_come_back_as_they_went() -> None:
    fired = replace(
        firing(), evidence={"a": 0.1 + 0.2, "b": 1e300, "c": -5e-324, "d": 2**63 - 1, "e": 1.2345678901234567e18}
    )
    apply(fired)
    assert apply(fired, as_of=TODAY + 1) == AlertCounts()


def test_database_allows_one_alert_that_is_not_closed() -> None:
    fired = firing()
    apply(fired)
    row = Alert.objects.get()
    row.pk, row.occurrence = None, 2
    with pytest.raises(IntegrityError, match="one_not_closed"), transaction.atomic():
        row.save()


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param("UPDATE alerts_event SET actor = 'mallory'", id="changing the history"),
        pytest.param("DELETE FROM alerts_event", id="deleting the history"),
        pytest.param("UPDATE alerts_alert SET state = 'resolved'", id="closing without a reason"),
        pytest.param("UPDATE alerts_alert SET state = 'snoozed'", id="a snooze without an end"),
        pytest.param("UPDATE alerts_alert SET evidence = jsonb_build_object('x', repeat('x', 40000))", id="too much"),
    ],
)
def test_database_refuses(statement: str) -> None:
    apply(firing())
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_pages_of_the_newest() -> None:
    for code in "ABC":
        apply(firing(code))
    first = newest(limit=2)
    assert len(first) == 2
    (last,) = newest(limit=2, before_id=first[-1].id)
    assert last.id < first[-1].id < first[0].id
