"""Fetches the alerts of a list, with the customers they are of."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, SmallIntegerField, Subquery, TextField, Value, When
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Coalesce

from kedun.accounts.scopes import Scope
from kedun.alerts.models import SEVERITY_RANK, Alert, AlertEvent
from kedun.alerts.queries import LED_TO, as_they_stood, record_of, visible
from kedun.alerts.shown import AlertRecord
from kedun.alerts.states import CLOSED, SEVERITIES
from kedun.facts.models import CURRENT
from kedun.kernel.days import Day
from kedun.kernel.hashing import Json
from kedun.kernel.pages import Key
from kedun.portfolio.inbox.filters import NOBODY, Filters, Sort, SortKey, key_of
from kedun.portfolio.queries import MAIN, Moment, end_of

MOST_RULES_FOUND = 200
_SORTED_BY: Mapping[SortKey, Any] = {
    "severity": SEVERITY_RANK,
    "opened": F("id"),
    "updated": F("updated_at"),
    "customer": F("customer__code"),
}

_RANK_THEN = Case(
    *(When(severity_then=severity, then=Value(rank)) for rank, severity in enumerate(SEVERITIES)),
    output_field=SmallIntegerField(),
)


@dataclass(frozen=True, slots=True)
class CustomerNamed:
    """The customer of an alert."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Found:
    """An alert in a list. `place`: what it is sorted by; `is_newest`: no newer one of its rule and customer."""

    alert: AlertRecord
    customer: CustomerNamed
    place: Json
    is_newest: bool

    @property
    def key(self) -> Key:
        """The sorting values of the alert."""
        return (self.place, self.alert.id)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a list is asked for. `past`: a moment in the past, as of which the alerts stand.

    `rules_named`: rules whose label holds the searched text; `sees_names`: names count.
    """

    scope: Scope
    on: Day
    filters: Filters
    sort: Sort = "-severity"
    rules_named: Collection[str] = ()
    sees_names: bool = True
    past: Moment | None = None


def found(asked: Asked, *, after: Key | None, limit: int) -> list[Found]:
    """Give the next alerts of a list."""
    key, is_descending = key_of(asked.sort)
    sign = "-" if is_descending else ""
    rows: list[Any] = []
    for state in asked.filters.states:  # one by one, since the indexes are in order within a state only
        of_state = replace(asked, filters=replace(asked.filters, states=(state,)))
        place = _RANK_THEN if asked.past and key == "severity" else _SORTED_BY[key]
        ordered = _filtered(of_state).annotate(place=place).order_by(f"{sign}place", f"{sign}id")
        if after is not None:
            ordered = ordered.filter(_beyond(_place(key, after[0]), after[1], is_descending=is_descending))
        rows += ordered[:limit]
    rows.sort(key=lambda row: (row.place, row.id), reverse=is_descending)
    return _with_customers(rows[:limit], asked.past)


def one(scope: Scope, alert_id: int, *, on: Day) -> Found | None:
    """Give one alert of the customers in a scope."""
    rows = visible(scope, on=on).filter(id=alert_id).annotate(place=F("id"))
    return next(iter(_with_customers(rows)), None)


def of_ids(alert_ids: Collection[int]) -> Mapping[int, Found]:
    """Give alerts by id, whoever may see them; for telling those who may."""
    rows = Alert.objects.filter(id__in=alert_ids).annotate(place=F("id"))
    return {each.alert.id: each for each in _with_customers(rows)}


def count(asked: Asked) -> int:
    """Count the alerts of a list."""
    return _filtered(asked).count()


def _filtered(asked: Asked) -> QuerySet[Alert]:
    filters = asked.filters
    rows = visible(asked.scope, on=asked.on)
    if asked.past is None:
        state, severity, owner = "state", "severity", "owner"
    else:
        state, severity, owner = "state_then", "severity_then", "owner_then"
        rows = _as_then(rows, asked.past)
    rows = rows.filter(**{f"{state}__in": filters.states})
    if filters.severities:
        rows = rows.filter(**{f"{severity}__in": filters.severities})
    if filters.rules:
        rows = rows.filter(rule_key__in=filters.rules)
    if filters.risk_types:
        rows = rows.filter(risk_type__in=filters.risk_types)
    if filters.customer:
        rows = rows.filter(customer__in=_customers().filter(code=filters.customer).values("id"))
    if filters.owner:
        rows = rows.filter(**{owner: "" if filters.owner == NOBODY else filters.owner})
    if filters.no_recipient:
        rows = rows.filter(told=0)
    return rows.filter(_searched(asked)) if filters.q else rows


def _as_then(rows: QuerySet[Alert], at: Moment) -> QuerySet[Alert]:
    """Take the alerts that were known at a moment, with state, severity and owner as they stood then."""
    by_people = Q(as_of__isnull=True, at__lte=end_of(MAIN, at.as_of))
    by_runs = Q(as_of__lte=at.as_of) & (Q(batch__isnull=True) | Q(batch__lte=at.known_at))
    past = AlertEvent.objects.filter(by_people | by_runs, alert=OuterRef("id")).order_by("-id")
    last_move = past.filter(what__in=LED_TO).values("what")[:1]
    return rows.filter(opened_as_of__lte=at.as_of, opened_batch__lte=at.known_at).annotate(
        last_move=Subquery(last_move),
        state_then=Case(
            *(When(last_move=what, then=Value(state)) for what, state in LED_TO.items()), default=Value("open")
        ),
        severity_then=Coalesce(
            Subquery(past.filter(params__has_key="severity").values_list(_text("severity"))[:1]),
            F("severity"),
            output_field=TextField(),
        ),
        owner_then=Coalesce(
            Subquery(past.filter(params__has_key="owner").values_list(_text("owner"))[:1]),
            Value(""),
            output_field=TextField(),
        ),
    )


def _text(name: str) -> KeyTextTransform:
    return KeyTextTransform(name, "params")


def _searched(asked: Asked) -> Q:
    """Write the condition that code, name or rule hold a text; a hidden name is not searched."""
    text = asked.filters.q
    named = Q(code__icontains=text) | (Q(name__icontains=text) if asked.sees_names else Q())
    return Q(customer__in=_customers().filter(named).values("id")) | Q(
        rule_key__in=list(asked.rules_named)[:MOST_RULES_FOUND]
    )


def _beyond(place: object, last_id: Json, *, is_descending: bool) -> Q:
    comparison = "lt" if is_descending else "gt"
    return Q(**{f"place__{comparison}": place}) | Q(**{"place": place, f"id__{comparison}": last_id})


def _place(key: SortKey, value: Json) -> object:
    return datetime.fromisoformat(str(value)) if key == "updated" else value


def _with_customers(rows: Iterable[Any], past: Moment | None = None) -> list[Found]:
    here = list(rows)
    then = as_they_stood(here, as_of=past.as_of, known_at=past.known_at) if past else {}
    outlived = _outlived([row.id for row in here if row.state in CLOSED])
    names = _customers().filter(id__in={row.customer_id for row in here}).values_list("id", "code", "name")
    customers = {customer: CustomerNamed(code, name) for customer, code, name in names}
    return [
        Found(
            alert=then[row.id] if past else record_of(row),
            customer=customers[row.customer_id],
            place=row.place.isoformat() if isinstance(row.place, datetime) else row.place,
            is_newest=row.id not in outlived,
        )
        for row in here
    ]


def _outlived(alert_ids: Collection[int]) -> frozenset[int]:
    """Give those alerts of whose rule and customer there is a newer one."""
    newer = Alert.objects.filter(
        customer=OuterRef("customer"), rule_key=OuterRef("rule_key"), occurrence__gt=OuterRef("occurrence")
    )
    rows = Alert.objects.filter(Exists(newer), id__in=alert_ids)
    return frozenset(rows.values_list("id", flat=True)) if alert_ids else frozenset()


def _customers() -> QuerySet[Any]:
    return CURRENT["customer"]._default_manager.all()
