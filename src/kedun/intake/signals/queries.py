"""What can be asked about front-line signals: the types, and what was reported."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.db.models import Q, QuerySet

from kedun.accounts.scopes import Scope
from kedun.definitions.queries import live
from kedun.facts.models import CURRENT
from kedun.facts.ownership.queries import customers_in, refuse_reader
from kedun.facts.queries import day_of
from kedun.intake.signals.definition import SignalList, read
from kedun.intake.signals.refusals import CustomerNotKnown, SignalMissing, SignalsNotSetUp
from kedun.kernel.days import Day

KIND = "signal"
SOURCE = "signals"
"""What the front line reports; signals of other sources come from files or programs."""
MAIN = "main"
_read = lru_cache(maxsize=8)(read)


@dataclass(frozen=True, slots=True)
class SignalSeen:
    """A signal that was reported."""

    id: int
    customer: str
    customer_name: str
    type: str
    severity: str
    points: int
    observed_on: Day
    expires_on: Day
    note: str
    reporter: str
    source: str
    external_id: str
    is_retracted: bool


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which signals: of a customer, of a type, by a reporter; `state` by whether they still count."""

    customer: str = ""
    type: str = ""
    reporter: str = ""
    state: str = "all"


def signal_list() -> SignalList:
    """Give the types that may be reported today.

    Raises: SignalsNotSetUp.
    """
    found = next(iter(live("signals").values()), None)
    if found is None:
        raise SignalsNotSetUp
    return _read(found.body)


def today_here() -> Day:
    """Give the day it is at the main legal entity."""
    return day_of(MAIN)


def customer_of(code: str, scope: Scope) -> int:
    """Give the id of a customer in a scope.

    Raises: CustomerNotKnown, OnlyToRead.
    """
    on = today_here()
    found = customers_in(scope, on).filter(code=code, is_retracted=False).values_list("id", flat=True)
    number: int | None = found.first()
    if number is None:
        refuse_reader(scope, on, code=code, is_retracted=False)
        raise CustomerNotKnown(code=code)
    return number


def signals(
    scope: Scope, wanted: Wanted, *, before: tuple[Day, int] | None = None, limit: int = 50
) -> tuple[SignalSeen, ...]:
    """Give signals of customers in a scope, the newest observation first; those before one of them."""
    rows = _chosen(scope, wanted)
    if before is not None:
        day, number = before
        rows = rows.filter(Q(observed_on__lt=day) | Q(observed_on=day, id__lt=number))
    return tuple(_seen(row) for row in rows.order_by("-observed_on", "-id").values(*_COLUMNS)[:limit])


def count_signals(scope: Scope, wanted: Wanted) -> int:
    """Count signals of customers in a scope."""
    return _chosen(scope, wanted).count()


def signal_seen(number: int, scope: Scope) -> SignalSeen:
    """Give a signal, also a withdrawn one, of a customer in a scope.

    Raises: SignalMissing, OnlyToRead.
    """
    on, rows = today_here(), CURRENT[KIND]._default_manager.filter(id=number)
    found = rows.filter(customer__in=customers_in(scope, on)).values(*_COLUMNS).first()
    if found is None:
        refuse_reader(scope, on, id__in=rows.values("customer"))
        raise SignalMissing(number=number)
    return _seen(found)


def _chosen(scope: Scope, wanted: Wanted) -> QuerySet[Any]:
    rows = CURRENT[KIND]._default_manager.filter(is_retracted=False, customer__is_retracted=False)
    if scope.kind != "all":
        rows = rows.filter(customer__in=customers_in(scope, today_here()))
    named = {"customer__code": wanted.customer, "signal_type": wanted.type, "reporter": wanted.reporter}
    rows = rows.filter(**{name: value for name, value in named.items() if value})
    if wanted.state == "active":
        rows = rows.filter(expires_on__gt=today_here())
    if wanted.state == "expired":
        rows = rows.filter(expires_on__lte=today_here())
    return rows


_COLUMNS = (
    "id", "customer__code", "customer__name", "signal_type", "severity", "points", "observed_on", "expires_on", "note",
    "reporter", "source", "external_id", "is_retracted",
)  # fmt: skip


def _seen(row: Mapping[str, object]) -> SignalSeen:
    return SignalSeen(*(row[name] for name in _COLUMNS))  # type: ignore[arg-type]
