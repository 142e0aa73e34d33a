"""What can be asked of alerts."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from django.db.models import Count, Q, QuerySet

from kedun.accounts.models import Person
from kedun.accounts.queries import scope as scope_of
from kedun.accounts.scopes import EVERYTHING, Scope, answered_for
from kedun.alerts.models import Alert, AlertEvent
from kedun.alerts.refusals import AlertNotFound, NobodyToLookAfter
from kedun.alerts.shown import AlertRecord, EventRecord
from kedun.alerts.states import NOT_CLOSED, SEVERITIES, STATES, Severity, State
from kedun.facts.ownership.queries import refuse_reader
from kedun.facts.queries import customers_in
from kedun.kernel.clock import FixedClock, clock, today
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
    "withdrawn": "cleared",
}
"""The state that each kind of event led to; other events leave the state as it is."""


def visible(scope: Scope, *, on: Day) -> QuerySet[Alert]:
    """Give the alerts of the customers that lie in a scope on a day."""
    rows = Alert.objects.all()
    return rows if scope.kind == "all" else rows.filter(customer__in=customers_in(scope, on).values("id"))


def within(scope: Scope, customers: Collection[int], *, on: Day) -> frozenset[int]:
    """Give those of some customers that lie in a scope on a day."""
    if scope.kind == "all":
        return frozenset(customers)
    return frozenset(customers_in(scope, on).filter(id__in=customers).values_list("id", flat=True))


def alert(alert_id: int, *, scope: Scope = EVERYTHING, on: Day | None = None) -> AlertRecord:
    """Give one alert of the customers in a scope.

    Raises: AlertNotFound, OnlyToRead.
    """
    day, rows = today(clock()) if on is None else on, Alert.objects.filter(id=alert_id)
    row = visible(scope, on=day).filter(id=alert_id).first()
    if row is None:
        refuse_reader(scope, day, id__in=rows.values("customer"))
        raise AlertNotFound(alert_id=alert_id)
    return record_of(row)


def open_alerts(customer_id: int) -> tuple[AlertRecord, ...]:
    """Give a customer's alerts that are not closed (open, acknowledged, snoozed), newest first."""
    return _records(Alert.objects.filter(customer_id=customer_id, state__in=NOT_CLOSED), MOST_ROWS)


def of_customer(customer_id: int, *, limit: int = 100) -> tuple[AlertRecord, ...]:
    """Give a customer's alerts, closed ones too, newest first."""
    return _records(Alert.objects.filter(customer_id=customer_id), limit)


def rules_waiting(customers: Iterable[int]) -> Mapping[int, frozenset[str]]:
    """Give by customer the rules that have an alert which a verdict other than "fired" could change.

    It is not closed, or a person closed it and the rule was not clear since.
    """
    rows = Alert.objects.filter(
        Q(state__in=NOT_CLOSED) | Q(state="resolved", was_clear=False), customer_id__in=list(customers)
    ).values_list("customer_id", "rule_key")
    found: dict[int, set[str]] = {}
    for customer_id, rule_key in rows:
        found.setdefault(customer_id, set()).add(rule_key)
    return {customer_id: frozenset(rules) for customer_id, rules in found.items()}


def stood_on(customer_id: int, *, as_of: Day, known_at: int) -> tuple[AlertRecord, ...]:
    """Give the alerts that were not closed at the end of a day, as they stood then, by what was known at a batch.

    What a person did counts from the day on which it was done.
    """
    opened = Alert.objects.filter(customer_id=customer_id, opened_as_of__lte=as_of, opened_batch__lte=known_at)
    stood = as_they_stood(list(opened.order_by("-id")[:MOST_ROWS]), as_of=as_of, known_at=known_at)
    return tuple(each for each in stood.values() if each.state in NOT_CLOSED)


def as_they_stood(rows: Sequence[Alert], *, as_of: Day, known_at: int) -> Mapping[int, AlertRecord]:
    """Give some alerts by id as they stood at the end of a day, by what was known at a batch."""
    histories = _histories([row.id for row in rows])
    return {row.id: _as_it_stood(row, histories[row.id], as_of=as_of, known_at=known_at) for row in rows}


def _as_it_stood(row: Alert, events: Sequence[EventRecord], *, as_of: Day, known_at: int) -> AlertRecord:
    """Fold an alert's history up to a day and a batch."""
    past = [each for each in events if _had_happened(each, as_of=as_of, known_at=known_at)]
    states = [each.what for each in past if each.what in LED_TO]
    evidence = [each.evidence for each in past if each.what in ("opened", "updated") and each.evidence]
    state = LED_TO[states[-1]] if states else "open"
    said = [each.params for each in past if isinstance(each.params, Mapping)]
    severities = [params["severity"] for params in said if "severity" in params]
    owners = [params["owner"] for params in said if "owner" in params]
    record = replace(
        record_of(row),
        state=state,
        severity=cast("Severity", severities[-1] if severities else row.severity),
        owner=str(owners[-1] or "") if owners else "",
        evidence=cast("Mapping[str, Json]", evidence[-1] if evidence else row.evidence),
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


@dataclass(frozen=True, slots=True)
class Numbers:
    """How many alerts there are: by state, and of those not closed by severity, one's own, nobody's, told to nobody."""

    states: Mapping[State, int]
    severities: Mapping[Severity, int]
    mine: int
    unassigned: int
    no_recipient: int


def numbers(scope: Scope, *, owner: str, on: Day) -> Numbers:
    """Count the alerts of the customers in a scope; `owner` is whose own ones are counted."""
    found = list(
        visible(scope, on=on)
        .values("state", "severity")
        .annotate(
            number=Count("state"),  # a column of the index, which then answers alone
            mine=Count("state", filter=Q(owner=owner)),
            unassigned=Count("state", filter=Q(owner="")),
            no_recipient=Count("state", filter=Q(told=0)),
        )
    )
    present = [each for each in found if each["state"] in NOT_CLOSED]
    return Numbers(
        states={state: sum(each["number"] for each in found if each["state"] == state) for state in STATES},
        severities={
            severity: sum(each["number"] for each in present if each["severity"] == severity) for severity in SEVERITIES
        },
        mine=sum(each["mine"] for each in present),
        unassigned=sum(each["unassigned"] for each in present),
        no_recipient=sum(each["no_recipient"] for each in present),
    )


def may_look_after(person_id: int, alert_id: int, *, on: Day | None = None) -> None:
    """Accept a person as the one who looks after an alert: active, and one who answers for its customer.

    Raises: NobodyToLookAfter.
    """
    person = Person.objects.filter(id=person_id, is_active=True).first()
    day = today(clock()) if on is None else on
    if person is None or not visible(answered_for(scope_of(person, on=day)), on=day).filter(id=alert_id).exists():
        raise NobodyToLookAfter(person=person_id, alert_id=alert_id)


def history(alert_id: int) -> tuple[EventRecord, ...]:
    """Give all that happened to an alert, oldest first."""
    return tuple(_histories([alert_id])[alert_id])


def _histories(alert_ids: Sequence[int]) -> Mapping[int, Sequence[EventRecord]]:
    """Give all that happened to each of some alerts, oldest first, by one query."""
    found: dict[int, list[EventRecord]] = {alert_id: [] for alert_id in alert_ids}
    for row in AlertEvent.objects.filter(alert_id__in=alert_ids).order_by("id"):
        found[row.alert_id].append(
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
        )
    return found


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
        told=row.told,
    )


def _records(rows: QuerySet[Alert], limit: int) -> tuple[AlertRecord, ...]:
    return tuple(record_of(row) for row in rows.order_by("-id")[: min(limit, MOST_ROWS)])
