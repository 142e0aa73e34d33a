"""What verdicts mean for the alerts there are."""

from dataclasses import replace

import pytest

from kedun.alerts.decide import AlertState, Close, CustomerVerdict, NoteClear, Open, Reawaken, Update, decide
from tests.alerts.builders import ACKNOWLEDGED, CLEAR, CLEARED, FIRED, NOON, OPEN, RESOLVED, SNOOZED, UNKNOWN

WORSE = replace(FIRED, evidence={"overdue_days_max": 40})
COOLED = replace(FIRED, cooldown_days=30)
WAS_CLEAR = replace(RESOLVED, was_clear=True)


@pytest.mark.parametrize(
    ("alert", "verdict", "as_of", "change"),
    [
        pytest.param(None, FIRED, 100, Open(FIRED, 1, NOON), id="the first firing opens"),
        pytest.param(None, CLEAR, 100, None, id="clear without an alert is nothing"),
        pytest.param(None, UNKNOWN, 100, None, id="unknown opens nothing"),
        pytest.param(OPEN, FIRED, 101, None, id="the same evidence is no change"),
        pytest.param(OPEN, WORSE, 101, Update(OPEN, WORSE, "high", NOON), id="other evidence updates"),
        pytest.param(
            ACKNOWLEDGED, WORSE, 101, Update(ACKNOWLEDGED, WORSE, "high", NOON), id="an acknowledged one too"
        ),
        pytest.param(SNOOZED, WORSE, 110, Update(SNOOZED, WORSE, "high", NOON), id="a sleeping one too, on its last day"),
        pytest.param(SNOOZED, FIRED, 110, None, id="a sleeping one sleeps through its last day"),
        pytest.param(SNOOZED, FIRED, 111, Reawaken(SNOOZED, FIRED, "high", NOON), id="after it, it is open again"),
        pytest.param(SNOOZED, UNKNOWN, 111, Reawaken(SNOOZED, None, "high", NOON), id="even if nothing is known now"),
        pytest.param(SNOOZED, CLEAR, 111, Close(SNOOZED, CLEAR, "cleared", NOON), id="unless it is clear"),
        pytest.param(OPEN, CLEAR, 101, Close(OPEN, CLEAR, "cleared", NOON), id="clear closes"),
        pytest.param(ACKNOWLEDGED, CLEAR, 101, Close(ACKNOWLEDGED, CLEAR, "cleared", NOON), id="an acknowledged one too"),
        pytest.param(OPEN, UNKNOWN, 500, None, id="unknown leaves it"),
        pytest.param(OPEN, CLEAR, 99, None, id="an earlier day says nothing new"),
        pytest.param(OPEN, CLEAR, 100, Close(OPEN, CLEAR, "cleared", NOON), id="the same day does, after a correction"),
        pytest.param(CLEARED, CLEAR, 101, None, id="cleared stays cleared"),
        pytest.param(CLEARED, FIRED, 100, Open(FIRED, 2, NOON), id="without cool-down a cleared rule opens at once"),
        pytest.param(CLEARED, COOLED, 129, None, id="the cool-down holds to its last day"),
        pytest.param(CLEARED, COOLED, 130, Open(COOLED, 2, NOON), id="and ends after it"),
        pytest.param(RESOLVED, FIRED, 400, None, id="resolved and still true: no cool-down, never again by itself"),
        pytest.param(RESOLVED, COOLED, 129, None, id="resolved and still true: not within the cool-down"),
        pytest.param(RESOLVED, COOLED, 130, Open(COOLED, 2, NOON), id="resolved and still true: after the cool-down"),
        pytest.param(RESOLVED, CLEAR, 101, NoteClear(RESOLVED, NOON), id="resolved and clear since: noted"),
        pytest.param(WAS_CLEAR, CLEAR, 102, None, id="noted once"),
        pytest.param(RESOLVED, UNKNOWN, 101, None, id="unknown is not clear"),
        pytest.param(WAS_CLEAR, FIRED, 102, Open(FIRED, 2, NOON), id="resolved, clear, fired: news"),
        pytest.param(WAS_CLEAR, COOLED, 129, None, id="resolved, clear, fired: the cool-down holds all the same"),
    ],
)  # fmt: skip
def test_change(alert: AlertState | None, verdict: CustomerVerdict, as_of: int, change: object) -> None:
    current = [] if alert is None else [alert]
    changes = decide(current, [verdict], as_of=as_of, known_at=5, now=NOON)
    assert changes == (() if change is None else (change,))


@pytest.mark.parametrize(
    ("verdict", "known_at", "changes"),
    [
        pytest.param(CLEAR, 4, 0, id="an earlier batch does not close what a later one opened"),
        pytest.param(WORSE, 4, 0, id="nor update it"),
        pytest.param(CLEAR, 6, 1, id="a later batch does"),
    ],
)
def test_order_of_batches(verdict: CustomerVerdict, known_at: int, changes: int) -> None:
    assert len(decide([OPEN], [verdict], as_of=101, known_at=known_at, now=NOON)) == changes


@pytest.mark.parametrize(
    ("verdict", "severity", "version"),
    [
        pytest.param(replace(FIRED, severity="critical"), "critical", 1, id="severity rises"),
        pytest.param(replace(FIRED, severity="low", evidence={"x": 1}), "high", 1, id="severity never falls"),
        pytest.param(replace(FIRED, rule_version=2), "high", 2, id="a newer version of the rule"),
    ],
)
def test_update_for_another_reason(verdict: CustomerVerdict, severity: str, version: int) -> None:
    (update,) = decide([OPEN], [verdict], as_of=101, known_at=5, now=NOON)
    assert isinstance(update, Update)
    assert (update.severity, update.verdict.rule_version) == (severity, version)


def test_lower_severity_alone_is_no_change() -> None:
    assert decide([OPEN], [replace(FIRED, severity="low")], as_of=101, known_at=5, now=NOON) == ()


def test_changes_come_in_the_order_of_customer_and_rule() -> None:
    verdicts = [
        replace(FIRED, customer_id=customer, rule_key=rule) for customer, rule in ((2, "a"), (1, "b"), (1, "a"))
    ]
    changes = decide([], verdicts, as_of=100, known_at=1, now=NOON)
    pairs = [(each.verdict.customer_id, each.verdict.rule_key) for each in changes if isinstance(each, Open)]
    assert pairs == [(1, "a"), (1, "b"), (2, "a")]


def test_two_verdicts_of_one_rule_and_customer_are_our_own_mistake() -> None:
    with pytest.raises(AssertionError):
        decide([], [FIRED, CLEAR], as_of=100, known_at=1, now=NOON)
