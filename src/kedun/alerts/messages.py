"""What goes out when alerts open and close: plain messages for the outbox, each with a key of its own."""

from kedun.alerts.decide import Close, CustomerVerdict, Open, Withdrawn
from kedun.alerts.shown import AlertRecord
from kedun.kernel.days import Day, to_date
from kedun.kernel.hashing import Json
from kedun.outbox.messages import Message

OPENED, CLOSED, ASSIGNED = "alert.opened", "alert.closed", "alert.assigned"


def of_opened(alert_id: int, opened: Open, *, as_of: Day) -> Message:
    """Give the message of a new alert; it says whom its rule wants told.

    The occurrence is part of the key: the alert and its message are stored together, so it is kept once.
    """
    verdict = opened.verdict
    key = f"{verdict.rule_key}:{verdict.customer_id}:{opened.occurrence}"
    said = {**_about(alert_id, verdict), "as_of": to_date(as_of).isoformat(), "occurrence": opened.occurrence}
    return Message(OPENED, key, said)


def of_cleared(closed: Close, *, as_of: Day) -> Message:
    """Give the message of an alert whose condition holds no longer."""
    alert = closed.alert
    return _closed(alert.alert_id, alert.rule_key, alert.customer_id, alert.revision + 1, closed.reason, as_of)


def of_resolved(alert: AlertRecord) -> Message:
    """Give the message of an alert that a person closed."""
    as_of = alert.closed_as_of
    assert as_of is not None, "a resolved alert knows its day"
    return _closed(alert.id, alert.rule_key, alert.customer_id, alert.revision, alert.closing_reason, as_of)


def of_withdrawn(alert: Withdrawn, *, as_of: Day) -> Message:
    """Give the message of an alert whose rule was switched off, or whose customer was taken back."""
    return _closed(alert.alert_id, alert.rule_key, alert.customer_id, alert.revision, alert.reason, as_of)


def of_assigned(alert: AlertRecord, *, by: str) -> Message:
    """Give the message of an alert that somebody was asked to look after."""
    said: dict[str, Json] = {
        "format": 1,
        "alert_id": alert.id,
        "rule": alert.rule_key,
        "customer_id": alert.customer_id,
        "owner": alert.owner,
        "by": by,
    }
    return Message(ASSIGNED, f"{alert.id}:{alert.revision}", said)


def _closed(alert_id: int, rule_key: str, customer_id: int, revision: int, reason: str, as_of: Day) -> Message:
    """Give the message of a closed alert; the revision that closed it tells one closing from the next."""
    said: dict[str, Json] = {
        "format": 1,
        "alert_id": alert_id,
        "rule": rule_key,
        "customer_id": customer_id,
        "reason": reason,
        "as_of": to_date(as_of).isoformat(),
    }
    return Message(CLOSED, f"{rule_key}:{customer_id}:{alert_id}:{revision}", said)


def _about(alert_id: int, verdict: CustomerVerdict) -> dict[str, Json]:
    return {
        "format": 1,
        "alert_id": alert_id,
        "rule": verdict.rule_key,
        "rule_version": verdict.rule_version,
        "customer_id": verdict.customer_id,
        "severity": verdict.severity,
        "risk_type": verdict.risk_type,
        "recipients": _roles(verdict),
    }


def _roles(verdict: CustomerVerdict) -> list[str]:
    """Give the roles that a rule wants told, as recipients or by an action."""
    by_action = [str(each.params["to"]) for each in verdict.actions if each.name == "notify" and each.params.get("to")]
    return list(dict.fromkeys((*verdict.recipients, *by_action)))
