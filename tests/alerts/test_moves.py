"""What people do with an alert."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from kedun.accounts.queries import audit
from kedun.alerts import actions, refusals
from kedun.alerts.actions import AlertCounts, apply_verdicts
from kedun.alerts.decide import CustomerVerdict
from kedun.alerts.queries import alert, history, of_customer, open_alerts
from kedun.alerts.shown import AlertRecord
from kedun.kernel.refusals import Refusal
from kedun.outbox.queries import waiting
from tests.alerts.builders import CLEAR, CLOCK, FIRED, NOON, TODAY, UNKNOWN, customer

pytestmark = pytest.mark.django_db


def apply(verdict: CustomerVerdict, *, as_of: int = TODAY) -> AlertCounts:
    """Apply one verdict."""
    return apply_verdicts([verdict], as_of=as_of, known_at=5, clock=CLOCK)


@pytest.fixture
def opened() -> AlertRecord:
    """An open alert."""
    customer_id = customer("A")
    apply(replace(FIRED, customer_id=customer_id))
    return open_alerts(customer_id)[0]


def resolve(alert_id: int) -> int:
    """Resolve an alert as Alice."""
    return actions.resolve(alert_id, reason="paid", note="Wired today.", actor="alice", by_clock=CLOCK)


def test_acknowledge(opened: AlertRecord) -> None:
    assert actions.acknowledge(opened.id, actor="alice", by_clock=CLOCK) == 2
    after = alert(opened.id)
    assert (after.state, after.acknowledged_by, after.acknowledged_at) == ("acknowledged", "alice", NOON)
    (row,) = audit(subject=f"alert:{opened.id}")
    assert (row.actor, row.verb) == ("alice", "alert.acknowledge")
    assert row.params == {"rule": "overdue_30", "customer_id": opened.customer_id, "from": "open", "to": "acknowledged"}
    assert [(event.what, event.actor) for event in history(opened.id)][1:] == [("acknowledged", "alice")]


def test_snooze_sleeps_to_its_end_and_wakes(opened: AlertRecord) -> None:
    fired = replace(FIRED, customer_id=opened.customer_id)
    actions.snooze(opened.id, until=TODAY + 7, actor="alice", by_clock=CLOCK)
    assert alert(opened.id).snoozed_until == TODAY + 7
    assert apply(fired, as_of=TODAY + 7) == AlertCounts()
    assert apply(fired, as_of=TODAY + 8) == AlertCounts(updated=1)
    after = alert(opened.id)
    assert (after.state, after.snoozed_until) == ("open", None)
    assert [event.what for event in history(opened.id)] == ["opened", "snoozed", "woken"]


def test_snooze_that_is_over_is_over_even_if_nothing_is_known_now(opened: AlertRecord) -> None:
    actions.snooze(opened.id, until=TODAY + 7, actor="alice", by_clock=CLOCK)
    unknown = replace(UNKNOWN, customer_id=opened.customer_id)
    assert apply(unknown, as_of=TODAY + 7) == AlertCounts()
    assert apply(unknown, as_of=TODAY + 8) == AlertCounts(updated=1)
    assert (alert(opened.id).state, alert(opened.id).evidence) == ("open", opened.evidence)


def test_resolve_closes_with_reason_and_note_and_does_not_open_at_once(opened: AlertRecord) -> None:
    resolve(opened.id)
    after = alert(opened.id)
    assert (after.state, after.closing_reason, after.closing_note) == ("resolved", "paid", "Wired today.")
    assert (after.closed_as_of, after.closed_at) == (TODAY, NOON)
    (message,) = waiting("alert.closed")
    assert isinstance(message.payload, dict)
    assert message.payload["reason"] == "paid"
    fired = replace(FIRED, customer_id=opened.customer_id)
    assert apply(fired, as_of=TODAY + 1) == AlertCounts()
    assert apply(replace(CLEAR, customer_id=opened.customer_id), as_of=TODAY + 2) == AlertCounts()
    assert apply(fired, as_of=TODAY + 3) == AlertCounts(opened=1)
    assert [event.what for event in history(opened.id)] == ["opened", "resolved", "was_clear"]


def test_reopen_takes_a_resolve_back(opened: AlertRecord) -> None:
    resolve(opened.id)
    actions.reopen(opened.id, actor="bob", by_clock=CLOCK)
    after = alert(opened.id)
    assert (after.state, after.closing_reason, after.closed_at) == ("open", "", None)
    resolve(opened.id)
    assert len(waiting("alert.closed")) == 2, "each closing is told"


def test_reopen_is_refused_beside_a_newer_alert(opened: AlertRecord) -> None:
    resolve(opened.id)
    apply(replace(FIRED, customer_id=opened.customer_id, cooldown_days=5), as_of=TODAY + 5)
    with pytest.raises(refusals.NewerAlertExists) as refused:
        actions.reopen(opened.id, actor="bob", by_clock=CLOCK)
    assert refused.value.params["newest_id"] == of_customer(opened.customer_id)[0].id


def test_assign_says_who_looks_after_it(opened: AlertRecord) -> None:
    actions.assign(opened.id, owner=" bob ", actor="alice", by_clock=CLOCK)
    assert (alert(opened.id).owner, alert(opened.id).state) == ("bob", "open")
    assert history(opened.id)[-1].params == {"owner": "bob"}


def test_illegal_move_names_the_state_and_what_is_possible(opened: AlertRecord) -> None:
    resolve(opened.id)
    with pytest.raises(refusals.IllegalMove) as refused:
        actions.acknowledge(opened.id, actor="bob", by_clock=CLOCK)
    assert refused.value.params == {
        "alert_id": opened.id,
        "state": "resolved",
        "move": "acknowledge",
        "allowed": "reopen",
    }
    assert "已处理" in refused.value.say("zh")
    assert "resolved" in refused.value.say("en")


def test_what_changed_meanwhile_is_not_overwritten(opened: AlertRecord) -> None:
    actions.acknowledge(opened.id, actor="alice", revision=1, by_clock=CLOCK)
    with pytest.raises(refusals.AlertChangedMeanwhile):
        actions.snooze(opened.id, until=TODAY + 1, actor="bob", revision=1, by_clock=CLOCK)
    assert alert(opened.id).state == "acknowledged"


@pytest.mark.parametrize(
    ("move", "refusal"),
    [
        pytest.param(lambda alert_id: actions.snooze(alert_id, until=TODAY, actor="a", by_clock=CLOCK), refusals.BadSnoozeEnd, id="a snooze that ends today"),
        pytest.param(lambda alert_id: actions.snooze(alert_id, until=TODAY + 367, actor="a", by_clock=CLOCK), refusals.BadSnoozeEnd, id="a snooze for ever"),
        pytest.param(lambda alert_id: actions.resolve(alert_id, reason="bored", note="x", actor="a"), refusals.UnknownClosingReason, id="a reason of one's own"),
        pytest.param(lambda alert_id: actions.resolve(alert_id, reason="paid", note="  ", actor="a"), refusals.ClosingNoteMissing, id="no note"),
        pytest.param(lambda alert_id: actions.resolve(alert_id, reason="paid", note="x" * 4_001, actor="a"), refusals.ClosingNoteMissing, id="an endless note"),
        pytest.param(lambda alert_id: actions.assign(alert_id, owner="", actor="a"), refusals.BadOwner, id="nobody"),
        pytest.param(lambda alert_id: actions.acknowledge(alert_id + 1, actor="a"), refusals.AlertNotFound, id="no such alert"),
        pytest.param(lambda alert_id: alert(alert_id + 1), refusals.AlertNotFound, id="no such alert to look at"),
    ],
)  # fmt: skip
def test_refused(opened: AlertRecord, move: Callable[[int], object], refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        move(opened.id)
    assert alert(opened.id) == opened
    assert audit(subject=f"alert:{opened.id}") == ()
