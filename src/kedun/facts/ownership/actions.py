"""Setting who answers for a customer, and who else may read of it."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Q, QuerySet

from kedun.accounts.actions import record
from kedun.accounts.models import Person
from kedun.facts.actions import MAIN
from kedun.facts.models import CURRENT, Ownership
from kedun.facts.ownership.refusals import NobodyToOwn, PastOwnerStays
from kedun.facts.queries import day_of
from kedun.kernel.clock import FixedClock
from kedun.kernel.days import Day, to_date


@transaction.atomic
def set_owner(customer_id: int, *, person_id: int | None, from_day: Day, actor: str, at: datetime) -> bool:
    """Make a person the owner from a day on, instead of whoever is or was to be; None: nobody but whom files name.

    Gives whether anything changed. What was planned for that day or later falls away, the audit trail keeps it; who
    owned the customer before today stays written.
    Raises: NobodyToOwn, PastOwnerStays.
    """
    customer = _locked(customer_id)
    _must_be_there(person_id)
    owning = Ownership.objects.filter(customer=customer_id, kind="owner")
    concerned = owning.filter(Q(to_day=None) | Q(to_day__gte=from_day)).order_by("from_day")
    standing = list(concerned.values_list("person_id", "from_day", "to_day"))
    if _stands(standing, person_id, from_day):
        return False
    if from_day < _day(at) and concerned.filter(from_day__lt=_day(at)).exists():
        raise PastOwnerStays(day=to_date(from_day).isoformat())
    _end(concerned, from_day)
    if person_id is not None:
        Ownership.objects.create(
            customer_id=customer_id, person_id=person_id, kind="owner", from_day=from_day, set_by=actor, set_at=at
        )
    told = {"person": person_id, "from": to_date(from_day).isoformat(), "before": [person for person, _, _ in standing]}
    record(actor, "customer.owner", told, subject=f"customer:{customer}", at=at)
    return True


@transaction.atomic
def grant(customer_id: int, *, person_id: int, from_day: Day, to_day: Day | None, actor: str, at: datetime) -> bool:
    """Let a person read of a customer for a stretch of days and no other from today on; gives whether anything changed.

    Raises: NobodyToOwn.
    """
    customer = _locked(customer_id)
    _must_be_there(person_id)
    days = {"from_day": from_day, "to_day": to_day}
    reading = Ownership.objects.filter(customer=customer_id, person=person_id, kind="reader")
    if reading.filter(**days).exists():
        return False
    _end(reading, _day(at))
    Ownership.objects.create(
        customer_id=customer_id, person_id=person_id, kind="reader", set_by=actor, set_at=at, **days
    )
    told = {"person": person_id, **{name: _iso(day) for name, day in days.items()}}
    record(actor, "customer.grant", told, subject=f"customer:{customer}", at=at)
    return True


@transaction.atomic
def withdraw(customer_id: int, *, person_id: int, actor: str, at: datetime) -> bool:
    """Take back that a person may read of a customer from today on; gives whether anything changed."""
    customer = _locked(customer_id)
    is_changed = _end(Ownership.objects.filter(customer=customer_id, person=person_id, kind="reader"), _day(at))
    if is_changed:
        record(actor, "customer.withdraw", {"person": person_id}, subject=f"customer:{customer}", at=at)
    return is_changed


def _end(rows: QuerySet[Ownership], day: Day) -> bool:
    """Let nothing of some rows hold on a day or later; what held before stays written. Gives whether anything did."""
    gone, _ = rows.filter(from_day__gte=day).delete()
    ended = rows.filter(Q(to_day=None) | Q(to_day__gte=day)).update(to_day=day - 1)
    return gone + ended > 0


def _day(at: datetime) -> Day:
    return day_of(MAIN, FixedClock(at))


def _locked(customer_id: int) -> str:
    """Lock a customer's row, so that two changes of its owner come one after the other; gives its code."""
    row = CURRENT["customer"]._default_manager.select_for_update(of=("self",)).filter(id=customer_id)
    return str(row.values_list("code", flat=True).get())


def _must_be_there(person_id: int | None) -> None:
    if person_id is not None and not Person.objects.filter(id=person_id, is_active=True).exists():
        raise NobodyToOwn(person=person_id)


def _stands(standing: Sequence[tuple[int, Day, Day | None]], person_id: int | None, from_day: Day) -> bool:
    """Tell whether from a day on nobody, or this one person, is the owner already."""
    if person_id is None or len(standing) != 1:
        return person_id is None and not standing
    ((person, since, until),) = standing
    return person == person_id and since <= from_day and until is None


def _iso(day: Day | None) -> str | None:
    return None if day is None else to_date(day).isoformat()
