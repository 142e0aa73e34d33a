"""Alerts that no verdict speaks of any more: rules switched off or gone, customers taken back."""

from dataclasses import replace
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kedun.accounts.queries import audit
from kedun.alerts.actions import AlertCounts, apply_verdicts, snooze, withdraw
from kedun.alerts.decide import Open, decide
from kedun.alerts.queries import alert, history, of_customer, open_alerts, stood_on
from kedun.alerts.shown import AlertRecord
from kedun.facts.merging.actions import merge, part
from kedun.outbox.queries import waiting
from kedun.pipeline.event import drain
from kedun.pipeline.nightly import nightly
from tests.alerts.builders import CLEARED, CLOCK, FIRED, NOON, TODAY, customer
from tests.pipeline import small_house
from tests.pipeline.small_house import START, bill, clock_on, number_of, open_house, receive

pytestmark = [pytest.mark.django_db, pytest.mark.traced]


def opened(code: str, rule: str = "overdue_30") -> AlertRecord:
    fired = replace(FIRED, customer_id=customer(code), rule_key=rule)
    apply_verdicts([fired], as_of=TODAY, known_at=5, clock=CLOCK)
    return open_alerts(fired.customer_id)[0]


def withdrawn(*rules: str, customers: list[int] | None = None) -> int:
    return withdraw(rules, as_of=TODAY, known_at=6, clock=CLOCK, customers=customers, actor="alice")


def test_alerts_of_rules_that_are_off_are_closed_and_say_why() -> None:
    stays, goes = opened("A", "overdue_30"), opened("B", "lawsuit")
    snooze(goes.id, until=TODAY + 7, actor="bob", by_clock=CLOCK)
    assert withdrawn("overdue_30") == 1
    after = alert(goes.id)
    assert (after.state, after.closing_reason, after.closed_as_of, after.closed_at) == (
        "cleared",
        "rule_withdrawn",
        TODAY,
        NOON,
    )
    assert (after.snoozed_until, after.revision) == (None, 3)
    assert alert(stays.id) == stays
    last = history(goes.id)[-1]
    assert (last.what, last.actor, last.params, last.batch) == ("withdrawn", "alice", {"reason": "rule_withdrawn"}, 6)
    (message,) = waiting("alert.closed")
    assert isinstance(message.payload, dict)
    assert (message.payload["alert_id"], message.payload["reason"]) == (goes.id, "rule_withdrawn")
    (row,) = [each for each in audit(subject="alerts") if each.verb == "alerts.withdraw"]
    assert (row.actor, row.params) == ("alice", {"closed": 1, "rules": ["lawsuit"]})
    assert stood_on(goes.customer_id, as_of=TODAY, known_at=6) == ()


def test_doing_it_again_changes_nothing() -> None:
    goes = opened("A")
    assert (withdrawn(), withdrawn()) == (1, 0)
    assert len(waiting("alert.closed")) == 1
    assert alert(goes.id).revision == 2


def test_alerts_of_customers_that_were_taken_back_are_closed() -> None:
    goes = opened("A")
    apps.get_model("facts", "Customer").objects.filter(id=goes.customer_id).update(is_retracted=True)
    assert withdrawn("overdue_30") == 1
    assert alert(goes.id).closing_reason == "customer_withdrawn"


def test_only_the_named_customers_are_looked_at() -> None:
    one, other = opened("A"), opened("B")
    assert withdrawn(customers=[one.customer_id]) == 1
    assert (alert(one.id).state, alert(other.id).state) == ("cleared", "open")


def test_a_rule_that_is_on_again_begins_anew_without_its_cool_down() -> None:
    closed = replace(CLEARED, closed_as_of=100, was_withdrawn=True)
    fired = replace(FIRED, cooldown_days=90)
    (change,) = decide([closed], [fired], as_of=100, known_at=5, now=NOON)
    assert isinstance(change, Open)
    assert decide([replace(closed, was_withdrawn=False)], [fired], as_of=100, known_at=5, now=NOON) == ()


def test_a_rule_switched_off_and_on_the_same_day_opens_again() -> None:
    goes = opened("A")
    withdrawn()
    fired = replace(FIRED, customer_id=goes.customer_id, cooldown_days=90)
    assert apply_verdicts([fired], as_of=TODAY, known_at=6, clock=CLOCK) == AlertCounts(opened=1)
    assert [each.state for each in of_customer(goes.customer_id)] == ["open", "cleared"]


@pytest.mark.parametrize("engine", ["event", "nightly"])
def test_the_flow_closes_the_alerts_of_a_customer_that_was_taken_back(tmp_path: Path, engine: str) -> None:
    open_house()
    receive(customer=[small_house.customer("A")], invoice=[bill("A", due_on=START - 40)])
    drain(tmp_path, clock=clock_on(START))
    before = open_alerts(number_of("A"))
    assert before
    receive({}, customer=[{**small_house.customer("A"), "is_retracted": True}])
    if engine == "event":
        drain(tmp_path, clock=clock_on(START))
    else:
        nightly(tmp_path, clock=clock_on(START))
    assert open_alerts(number_of("A")) == ()
    assert {each.closing_reason for each in of_customer(number_of("A"))} == {"customer_withdrawn"}


def test_a_past_day_closes_nothing(tmp_path: Path) -> None:
    open_house()
    receive(customer=[small_house.customer("A")], invoice=[bill("A", due_on=START - 40)])
    nightly(tmp_path, clock=clock_on(START))
    stale = opened("B", "long_gone")
    nightly(tmp_path, clock=clock_on(START), as_of=START - 1)
    assert alert(stale.id).state == "open"
    nightly(tmp_path, clock=clock_on(START))
    assert (alert(stale.id).state, alert(stale.id).closing_reason) == ("cleared", "rule_withdrawn")


def test_a_past_day_is_asked_of_all_alerts_at_once() -> None:
    first = opened("A")
    for number in range(5):
        apply_verdicts(
            [replace(FIRED, customer_id=first.customer_id, rule_key=f"rule_{number}")],
            as_of=TODAY, known_at=5, clock=CLOCK,
        )  # fmt: skip
    with CaptureQueriesContext(connection) as asked:
        assert len(stood_on(first.customer_id, as_of=TODAY, known_at=6)) == 6
    assert len(asked) == 2


def test_the_flow_closes_the_alerts_of_a_customer_that_was_merged_and_opens_them_anew_when_it_is_parted(
    tmp_path: Path,
) -> None:
    open_house()
    receive(customer=[small_house.customer("A"), small_house.customer("B")], invoice=[bill("B", due_on=START - 40)])
    drain(tmp_path, clock=clock_on(START))
    assert (open_alerts(number_of("A")), len(open_alerts(number_of("B"))) > 0) == ((), True)
    merge(number_of("B"), into_id=number_of("A"), reason="one firm", actor="alice")
    drain(tmp_path, clock=clock_on(START))
    assert open_alerts(number_of("B")) == ()
    assert {each.closing_reason for each in of_customer(number_of("B"))} == {"customer_merged"}
    assert open_alerts(number_of("A"))
    part(number_of("B"), reason="two firms", actor="alice")
    drain(tmp_path, clock=clock_on(START))
    assert (open_alerts(number_of("A")), len(open_alerts(number_of("B"))) > 0) == ((), True)
