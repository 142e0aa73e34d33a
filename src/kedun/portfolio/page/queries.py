"""What a customer's page needs of the store: the computed assessment, the master record, stored assessments."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from kedun.alerts.queries import open_alerts, stood_on
from kedun.alerts.shown import AlertRecord
from kedun.assessments.assessed import Assessed
from kedun.assessments.models import Assessment, AssessmentHistory
from kedun.assessments.policy import Policy
from kedun.assessments.store import Question, run
from kedun.facts.models import CURRENT, HISTORY, Ownership
from kedun.facts.queries import last_batch, supply_at
from kedun.indicators.program import short_windows
from kedun.kernel.days import Day, to_date
from kedun.portfolio.page.changes import Stored
from kedun.portfolio.queries import Moment
from kedun.portfolio.refusals import NotKnownThen

CHANGE_DAYS = 30
"""Readings are compared with those of so many days before."""

_STORED = (
    "as_of", "known_batch", "policy_hash", "score", "low", "high", "coverage", "standing_grade", "value_tier",
    "quadrant", "signal_points", "readings", "points", "verdicts",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Computed:
    """A customer's assessment on a day, and 30 days before by the same knowledge."""

    assessed: Assessed
    earlier: Assessed | None
    short_windows: frozenset[str]


def computed(policy: Policy, customer: int, at: Moment, *, compares: bool = True) -> Computed:
    """Compute a customer's assessment, and the one 30 days before where it `compares`.

    Raises: NotKnownThen.
    """
    now = _assessed(policy, customer, at.as_of, at.known_at)
    if now is None:
        raise NotKnownThen(code=master(customer, at.known_at).get("code", ""), batch=at.known_at)
    supply = supply_at(at.as_of, at.known_at)
    short = short_windows(policy.indicators, {kind: each.from_day for kind, each in supply.items()}, at.as_of)
    earlier = _assessed(policy, customer, at.as_of - CHANGE_DAYS, at.known_at) if compares else None
    return Computed(now, earlier, short)


def _assessed(policy: Policy, customer: int, as_of: Day, batch: int) -> Assessed | None:
    known_at = None if batch == last_batch() else batch
    return next(run(policy, Question(as_of, known_at, (customer,), supply_at(as_of, batch)), engine="postgres"), None)


def master(customer: int, batch: int) -> Mapping[str, Any]:
    """Give a customer's own record as it was believed at a batch; what it is now where it was not known yet."""
    earlier = HISTORY["customer"]._default_manager.filter(
        id=customer, known_from_batch__lte=batch, known_to_batch__gt=batch
    )
    found = earlier.values().first() or CURRENT["customer"]._default_manager.filter(id=customer).values().first()
    return dict(found or {})


def alerts_on(customer: int, at: Moment) -> tuple[AlertRecord, ...]:
    """Give the alerts that were not closed, as they stood at a moment."""
    return stood_on(customer, as_of=at.as_of, known_at=at.known_at) if at.is_past else open_alerts(customer)


def stored(customer: int, at: Moment, *, before: Day | None, limit: int) -> list[Stored]:
    """Give what assessments stored up to a moment, newest first; `before`: only those of earlier days."""
    known = {"customer": customer, "as_of__lte": at.as_of, "known_batch__lte": at.known_at}
    past = AssessmentHistory.objects.filter(**known).order_by("-as_of")
    if before is not None:
        past = past.filter(as_of__lt=before)
    rows = list(past.values(*_STORED)[:limit])
    if before is None:
        present = Assessment.objects.filter(**known).values(*_STORED).first()
        if present and (not rows or rows[0]["as_of"] < present["as_of"]):
            rows = [present, *rows][:limit]
    return [_stored(row) for row in rows]


def _stored(row: Mapping[str, Any]) -> Stored:
    kept = {name: row[name] for name in _STORED if name not in ("standing_grade", "value_tier", "verdicts")}
    verdicts = {rule: each["verdict"] for rule, each in row["verdicts"].items()}
    return Stored(grade=row["standing_grade"], tier=row["value_tier"], verdicts=verdicts, **kept)


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who was let to read of a customer."""

    id: int
    name: str
    since: date
    until: date | None


def readers(customer: int, on: Day) -> Sequence[Reader]:
    """Give who may read of a customer on a day or later."""
    rows = Ownership.objects.filter(customer=customer, kind="reader").order_by("person__name", "person_id")
    found = rows.values_list("person_id", "person__name", "from_day", "to_day")
    return [
        Reader(person, name, to_date(since), None if until is None else to_date(until))
        for person, name, since, until in found
        if until is None or until >= on
    ]
