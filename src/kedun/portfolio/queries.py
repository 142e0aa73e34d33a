"""What every page of this stage asks first: which customer, on which day, as known at which batch."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from django.db.models import Q

from kedun.accounts.scopes import Scope
from kedun.facts.models import Batch, LegalEntity, Merge
from kedun.facts.ownership.queries import refuse_reader
from kedun.facts.queries import batch_at, customers_in, day_of, first_day, last_batch
from kedun.kernel.clock import DEFAULT_ZONE
from kedun.kernel.days import Day, to_date
from kedun.kernel.refusals import Invalid
from kedun.portfolio.refusals import CustomerMerged, CustomerMergedElsewhere, UnknownCustomer

MAIN = "main"


class DayToCome(Invalid):
    """{day} is still to come: a page shows today or a day in the past."""

    zh = "{day} 尚未到来，只能查看今天或过去的日期。"


class DayBeforeFacts(Invalid):
    """{day} lies before everything that is known: the first day with facts is {first}."""

    zh = "{day} 早于全部已知数据：最早有数据的日期是 {first}。"


@dataclass(frozen=True, slots=True)
class Moment:
    """A day and a batch to look from. `is_past`: either lies before what is known today.

    `policy_on`: the day whose policy was asked for; None: that of the day itself.
    """

    as_of: Day
    known_at: int
    known_at_time: datetime | None
    is_past: bool
    policy_on: Day | None = None

    @property
    def judged_on(self) -> Day:
        """The day whose policy judges."""
        return self.as_of if self.policy_on is None else self.policy_on


def today_here() -> Day:
    """Give the day it is at our company."""
    return day_of(MAIN)


def zone_of(legal_entity: str) -> str:
    """Name the time zone of a legal entity."""
    return LegalEntity.objects.filter(code=legal_entity).values_list("time_zone", flat=True).first() or DEFAULT_ZONE


def end_of(legal_entity: str, day: Day) -> datetime:
    """Give the instant at which a day ends at a legal entity."""
    return datetime.combine(to_date(day + 1), time(), ZoneInfo(zone_of(legal_entity))) - timedelta(microseconds=1)


def visible_customer(code: str, scope: Scope) -> int:
    """Find a customer by code.

    Raises: OnlyToRead; UnknownCustomer, also for one that lies outside the scope.
    """
    on = today_here()
    found: int | None = customers_in(scope, on).filter(code=code).values_list("id", flat=True).first()
    if found is None:
        refuse_reader(scope, on, code=code)
        raise UnknownCustomer(code=code)
    return found


def refuse_merged(customer: int, code: str, scope: Scope, *, known_at: int) -> None:
    """Point from a customer that was merged, as known at a batch, to the one that stays.

    Raises: CustomerMerged, CustomerMergedElsewhere.
    """
    standing = Q(until_batch=None) | Q(until_batch__gt=known_at)
    found = Merge.objects.filter(standing, merged=customer, batch_id__lte=known_at).select_related("into").first()
    if found is None:
        return
    if customers_in(scope, today_here()).filter(id=found.into_id).exists():
        raise CustomerMerged(code=code, into=found.into.code, batch=found.batch_id)
    raise CustomerMergedElsewhere(code=code, batch=found.batch_id)


def moment(
    as_of: Day | None,
    known_at: int | None = None,
    known_on: Day | None = None,
    *,
    policy_on: Day | Literal["now", "then"] = "then",
) -> Moment:
    """Give where to look from: today and the newest batch, unless others are named.

    `known_on`: the last batch of a day. `policy_on`: judged by the policy of now, of then, or of another day.


    Raises: DayToCome, DayBeforeFacts.
    """
    today, newest = today_here(), last_batch()
    day = today if as_of is None else as_of
    if day > today:
        raise DayToCome(day=to_date(day).isoformat())
    first = first_day() if day < today else None
    if first is not None and day < first:
        raise DayBeforeFacts(day=to_date(day).isoformat(), first=to_date(first).isoformat())
    batch = newest if known_on is None else batch_at(end_of(MAIN, known_on))
    batch = min(batch if known_at is None else known_at, newest)
    at = Batch.objects.filter(id=batch).values_list("at", flat=True).first()
    judged = {"then": None, "now": today}[policy_on] if isinstance(policy_on, str) else policy_on
    return Moment(day, batch, at, is_past=day < today or batch < newest, policy_on=judged)
