"""Decides what verdicts mean for the alerts there are; changes nothing itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from kedun.alerts.states import CLOSED, Severity, State, Withdrawal, graver
from kedun.kernel.days import Day
from kedun.kernel.hashing import Json

VerdictWord = Literal["fired", "clear", "unknown"]


@dataclass(frozen=True, slots=True)
class NamedAction:
    """What a rule wants done when it fires; somebody downstream knows how."""

    name: str
    params: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerVerdict:
    """What one rule says about one customer on one day. `fact_at`: when the newest fact behind it arrived, if one did."""

    customer_id: int
    rule_key: str
    rule_version: int
    verdict: VerdictWord
    severity: Severity
    risk_type: str
    cooldown_days: int = 0
    evidence: Mapping[str, Json] = field(default_factory=dict)
    recipients: tuple[str, ...] = ()
    actions: tuple[NamedAction, ...] = ()
    fact_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertState:
    """The newest alert of one rule and customer, as far as deciding needs it.

    `assessed_as_of` and `assessed_batch`: what the last change rested on. `was_clear`: since a person resolved it, the
    rule has said "clear" at least once. `was_withdrawn`: it was closed because its rule was switched off or its customer
    taken back.
    """

    alert_id: int
    customer_id: int
    rule_key: str
    rule_version: int
    state: State
    severity: Severity
    evidence: Mapping[str, Json]
    assessed_as_of: Day
    assessed_batch: int
    occurrence: int = 1
    revision: int = 1
    snoozed_until: Day | None = None
    closed_as_of: Day | None = None
    was_clear: bool = False
    was_withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Open:
    """A new alert; `occurrence` counts the alerts of this rule and customer from 1."""

    verdict: CustomerVerdict
    occurrence: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Update:
    """The rule still fires, with other evidence, a graver severity or a newer version."""

    alert: AlertState
    verdict: CustomerVerdict
    severity: Severity
    at: datetime


@dataclass(frozen=True, slots=True)
class Reawaken:
    """A snooze is over and the rule is not clear: the alert is open again. `verdict` is None when it is unknown."""

    alert: AlertState
    verdict: CustomerVerdict | None
    severity: Severity
    at: datetime


@dataclass(frozen=True, slots=True)
class Close:
    """The condition holds no longer."""

    alert: AlertState
    verdict: CustomerVerdict
    reason: Literal["cleared"]
    at: datetime


@dataclass(frozen=True, slots=True)
class NoteClear:
    """After a person's resolve the rule was clear once, so that its next firing is news."""

    alert: AlertState
    at: datetime


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """An alert that was closed because nothing speaks of it any more; `revision` is the one that closed it."""

    alert_id: int
    rule_key: str
    customer_id: int
    revision: int
    reason: Withdrawal


Change = Open | Update | Reawaken | Close | NoteClear


def decide(
    current: Sequence[AlertState],
    verdicts: Sequence[CustomerVerdict],
    *,
    as_of: Day,
    known_at: int,
    now: datetime,
) -> tuple[Change, ...]:
    """Say what verdicts change, in the order of customer and rule.

    Shape: `current` holds the newest alert, closed or not, of each rule and customer; `verdicts` at most one of each.
    A verdict that rests on an earlier day or an earlier batch than the alert's last change says nothing new.
    Deciding again on the result of the changes gives no changes.
    """
    newest = {(alert.customer_id, alert.rule_key): alert for alert in current}
    by_pair = {(verdict.customer_id, verdict.rule_key): verdict for verdict in verdicts}
    assert len(newest) == len(current), "one newest alert per rule and customer"
    assert len(by_pair) == len(verdicts), "one verdict per rule and customer"
    changes = (
        _change(newest.get(pair), by_pair[pair], as_of=as_of, known_at=known_at, now=now) for pair in sorted(by_pair)
    )
    return tuple(change for change in changes if change is not None)


def _change(
    alert: AlertState | None, verdict: CustomerVerdict, *, as_of: Day, known_at: int, now: datetime
) -> Change | None:
    if alert is None:
        return Open(verdict, 1, now) if verdict.verdict == "fired" else None
    if as_of < alert.assessed_as_of or known_at < alert.assessed_batch:
        return None
    if alert.state in CLOSED:
        return _change_of_closed(alert, verdict, as_of=as_of, now=now)
    return _change_of_open(alert, verdict, as_of=as_of, now=now)


def _change_of_open(alert: AlertState, verdict: CustomerVerdict, *, as_of: Day, now: datetime) -> Change | None:
    if verdict.verdict == "clear":
        return Close(alert, verdict, "cleared", now)
    overslept = alert.state == "snoozed" and alert.snoozed_until is not None and as_of > alert.snoozed_until
    if verdict.verdict == "unknown":
        return Reawaken(alert, None, alert.severity, now) if overslept else None
    severity = graver(alert.severity, verdict.severity)
    if overslept:
        return Reawaken(alert, verdict, severity, now)
    says = (verdict.evidence, severity, verdict.rule_version)
    same = says == (alert.evidence, alert.severity, alert.rule_version)
    return None if same else Update(alert, verdict, severity, now)


def _change_of_closed(alert: AlertState, verdict: CustomerVerdict, *, as_of: Day, now: datetime) -> Change | None:
    if verdict.verdict == "clear":
        waits = alert.state == "resolved" and not alert.was_clear
        return NoteClear(alert, now) if waits else None
    if verdict.verdict == "unknown" or not _may_open_again(alert, verdict, as_of=as_of):
        return None
    return Open(verdict, alert.occurrence + 1, now)


def _may_open_again(alert: AlertState, verdict: CustomerVerdict, *, as_of: Day) -> bool:
    """Whether a closed alert's rule may open a new one.

    The cool-down must have passed since closing. After a person's resolve, time alone is not enough unless the rule
    has a cool-down: with none, a condition that simply stays true would open the alert again at once, against the
    person's word; then the rule must have been clear in between. A rule that was switched off and on again begins anew.
    """
    if alert.was_withdrawn:
        return True
    assert alert.closed_as_of is not None, "a closed alert knows its day; the table's constraint says so"
    rested = as_of >= alert.closed_as_of + verdict.cooldown_days
    heeded = alert.state == "cleared" or alert.was_clear or verdict.cooldown_days > 0
    return rested and heeded
