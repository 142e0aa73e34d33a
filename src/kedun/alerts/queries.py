"""What can be asked of alerts."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import cast

from django.db.models import Count, QuerySet

from kedun.alerts.models import Alert, AlertEvent
from kedun.alerts.refusals import AlertNotFound
from kedun.alerts.shown import AlertRecord, EventRecord
from kedun.alerts.states import NOT_CLOSED, STATES, Severity, State
from kedun.kernel.clock import FixedClock, today
from kedun.kernel.days import Day
from kedun.kernel.hashing import Json

MOST_ROWS = 1_000
LED_TO: Mapping[str, State] = {
    "opened": "open",
    "acknowledged": "acknowledged",
    "snoozed": "snoozed",
    "reopened": "open",
    "woken": "open",
    "resolved": "resolved",
    "cleared": "cleared",
}
"""The state that each kind of event led to; other events leave the state as it is."""


def alert(alert_id: int) -> AlertRecord:
    """Give one alert.

    Raises: AlertNotFound.
    """
    row = Alert.objects.filter(id=alert_id).first()
    if row is None:
        raise AlertNotFound(alert_id=alert_id)
    return record_of(row)


def open_alerts(customer_id: int) -> tuple[AlertRecord, ...]:
    """Give a customer's alerts that are not closed (open, acknowledged, snoozed), newest first."""
    return _records(Alert.objects.filter(customer_id=customer_id, state__in=NOT_CLOSED), MOST_ROWS)


def of_customer(customer_id: int, *, limit: int = 100) -> tuple[AlertRecord, ...]:
    """Give a customer's alerts, closed ones too, newest first."""
    return _records(Alert.objects.filter(customer_id=customer_id), limit)


def stood_on(customer_id: int, *, as_of: Day, known_at: int) -> tuple[AlertRecord, ...]:
    """Give the alerts that were not closed at the end of a day, as they stood then, by what was known at a batch.

    What a person did counts from the day on which it was done.
    """
    opened = Alert.objects.filter(customer_id=customer_id, opened_as_of__lte=as_of, opened_batch__lte=known_at)
    stood = (_as_it_stood(row, as_of=as_of, known_at=known_at) for row in opened.order_by("-id")[:MOST_ROWS])
    return tuple(each for each in stood if each.state in NOT_CLOSED)


def _as_it_stood(row: Alert, *, as_of: Day, known_at: int) -> AlertRecord:
    """Fold an alert's history up to a day and a batch."""
    past = [each for each in history(row.id) if _had_happened(each, as_of=as_of, known_at=known_at)]
    states = [each.what for each in past if each.what in LED_TO]
    evidence = [each.evidence for each in past if each.what in ("opened", "updated") and each.evidence]
    state = LED_TO[states[-1]] if states else "open"
    record = replace(
        record_of(row), state=state, evidence=cast("Mapping[str, Json]", evidence[-1] if evidence else row.evidence)
    )
    if state == row.state:
        return record
    untouched = replace(
        record, closed_as_of=None, closed_at=None, closing_reason="", closing_note="", snoozed_until=None
    )
    is_acknowledged = state in ("acknowledged", "snoozed")
    return untouched if is_acknowledged else replace(untouched, acknowledged_by="", acknowledged_at=None)


def _had_happened(event: EventRecord, *, as_of: Day, known_at: int) -> bool:
    if event.as_of is None:
        return today(FixedClock(event.at)) <= as_of
    return event.as_of <= as_of and (event.batch is None or event.batch <= known_at)


def newest(
    *, states: Sequence[State] = STATES, limit: int = 100, before_id: int | None = None
) -> tuple[AlertRecord, ...]:
    """Give the newest alerts in some states, newest first; `before_id` continues after an earlier page."""
    rows = Alert.objects.filter(state__in=states)
    return _records(rows if before_id is None else rows.filter(id__lt=before_id), limit)


def counts() -> Mapping[State, int]:
    """Give how many alerts there are in each state; every state is named."""
    rows = Alert.objects.values_list("state").annotate(Count("id"))
    return {**dict.fromkeys(STATES, 0), **{cast("State", state): number for state, number in rows}}


def history(alert_id: int) -> tuple[EventRecord, ...]:
    """Give all that happened to an alert, oldest first."""
    return tuple(
        EventRecord(
            id=row.id,
            at=row.at,
            actor=row.actor,
            what=row.what,
            as_of=row.as_of,
            batch=row.batch,
            params=row.params,
            evidence=row.evidence,
        )
        for row in AlertEvent.objects.filter(alert_id=alert_id).order_by("id")
    )


def record_of(row: Alert) -> AlertRecord:
    """Give a stored alert as frozen data."""
    return AlertRecord(
        id=row.id,
        customer_id=row.customer_id,
        rule_key=row.rule_key,
        occurrence=row.occurrence,
        rule_version_opened=row.rule_version_opened,
        rule_version=row.rule_version,
        state=cast("State", row.state),
        severity=cast("Severity", row.severity),
        risk_type=row.risk_type,
        owner=row.owner,
        evidence=row.evidence,
        opened_as_of=row.opened_as_of,
        opened_at=row.opened_at,
        opened_batch=row.opened_batch,
        fact_at=row.fact_at,
        assessed_as_of=row.assessed_as_of,
        assessed_batch=row.assessed_batch,
        updated_at=row.updated_at,
        acknowledged_by=row.acknowledged_by,
        acknowledged_at=row.acknowledged_at,
        snoozed_until=row.snoozed_until,
        closed_as_of=row.closed_as_of,
        closed_at=row.closed_at,
        closing_reason=row.closing_reason,
        closing_note=row.closing_note,
        revision=row.revision,
    )


def _records(rows: QuerySet[Alert], limit: int) -> tuple[AlertRecord, ...]:
    return tuple(record_of(row) for row in rows.order_by("-id")[: min(limit, MOST_ROWS)])
