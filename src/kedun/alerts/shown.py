"""An alert as programs and people are shown it: the JSON of `show --json` and of the API."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from kedun.alerts.states import Severity, State
from kedun.kernel.days import Day, to_date
from kedun.kernel.hashing import Json


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertRecord:
    """One alert, as stored. Days are day numbers, instants UTC; "" and None mean that there is none."""

    id: int
    customer_id: int
    rule_key: str
    occurrence: int
    rule_version_opened: int
    rule_version: int
    state: State
    severity: Severity
    risk_type: str
    owner: str
    evidence: Mapping[str, Json]
    opened_as_of: Day
    opened_at: datetime
    opened_batch: int
    fact_at: datetime | None
    assessed_as_of: Day
    assessed_batch: int
    updated_at: datetime
    acknowledged_by: str
    acknowledged_at: datetime | None
    snoozed_until: Day | None
    closed_as_of: Day | None
    closed_at: datetime | None
    closing_reason: str
    closing_note: str
    revision: int
    told: int | None = None

    @property
    def latency_seconds(self) -> float | None:
        """How long it took from the newest fact's arrival to the alert; None when no arrival led to it."""
        return (self.opened_at - self.fact_at).total_seconds() if self.fact_at else None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRecord:
    """One thing that happened to an alert."""

    id: int
    at: datetime
    actor: str
    what: str
    as_of: Day | None
    batch: int | None
    params: Json
    evidence: Json


def to_json(alert: AlertRecord) -> dict[str, Json]:
    """Write an alert as JSON.

    Shape: {"id", "customer_id", "rule", "occurrence": 1 for the first of its kind,
    "rule_version": {"opened", "last"}, "state": open|acknowledged|snoozed|resolved|cleared, "severity", "risk_type",
    "owner": null or text, "opened": {"as_of": ISO day, "at": ISO instant, "known_at": batch},
    "last_change": {"as_of", "at", "known_at"}, "fact_at": null or ISO instant, "latency_seconds": null or number,
    "acknowledged": null or {"by", "at"}, "snoozed_until": null or ISO day,
    "closed": null or {"as_of", "at", "reason", "note"}, "revision", "evidence": {…}}
    """
    return {
        "id": alert.id,
        "customer_id": alert.customer_id,
        "rule": alert.rule_key,
        "occurrence": alert.occurrence,
        "rule_version": {"opened": alert.rule_version_opened, "last": alert.rule_version},
        "state": alert.state,
        "severity": alert.severity,
        "risk_type": alert.risk_type,
        "owner": alert.owner or None,
        "opened": _moment(alert.opened_as_of, alert.opened_at, alert.opened_batch),
        "last_change": _moment(alert.assessed_as_of, alert.updated_at, alert.assessed_batch),
        "fact_at": alert.fact_at.isoformat() if alert.fact_at else None,
        "latency_seconds": alert.latency_seconds,
        "acknowledged": _acknowledged(alert),
        "snoozed_until": _day(alert.snoozed_until),
        "closed": _closed(alert),
        "revision": alert.revision,
        "evidence": alert.evidence,
    }


def _moment(as_of: Day, at: datetime, batch: int) -> Json:
    return {"as_of": to_date(as_of).isoformat(), "at": at.isoformat(), "known_at": batch}


def _acknowledged(alert: AlertRecord) -> Json:
    if alert.acknowledged_at is None:
        return None
    return {"by": alert.acknowledged_by, "at": alert.acknowledged_at.isoformat()}


def _closed(alert: AlertRecord) -> Json:
    if alert.closed_at is None:
        return None
    return {
        "as_of": _day(alert.closed_as_of),
        "at": alert.closed_at.isoformat(),
        "reason": alert.closing_reason,
        "note": alert.closing_note or None,
    }


def _day(day: Day | None) -> str | None:
    return None if day is None else to_date(day).isoformat()
