"""What can be asked of facts: batches, supply, customers, versions."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from django.conf import settings
from django.db.models import Max, Min, Q

from kedun.facts.binding import Bound
from kedun.facts.kinds import KINDS
from kedun.facts.models import CURRENT, Batch, LegalEntity
from kedun.facts.models import Supply as SupplyRow
from kedun.facts.ownership.queries import customers_in as customers_in
from kedun.facts.prepared.store import fetch
from kedun.facts.sources import IN_MARKET
from kedun.kernel.clock import DEFAULT_ZONE, Clock, clock, today
from kedun.kernel.days import FIRST_DAY, Day
from kedun.kernel.refusals import NotFound

MOST_ROWS = 10_000
MOST_MARKS = 100_000
_STALE = (
    "SELECT s.customer_id, s.since, s.batch_id FROM facts_stale_customer s WHERE NOT EXISTS (SELECT 1"
    " FROM unnest(%(customers)s::bigint[], %(batches)s::bigint[]) AS a (customer_id, batch_id)"
    " WHERE a.customer_id = s.customer_id AND a.batch_id = s.batch_id)"
    " AND NOT (s.since > %(held_since)s::timestamptz AND EXISTS (SELECT 1 FROM facts_batch b"
    " JOIN unnest(%(sources)s::text[], %(actors)s::text[]) AS h (source, actor)"
    " ON h.source = b.source AND h.actor = b.actor WHERE b.id = s.batch_id))"
    " ORDER BY s.since DESC, s.customer_id LIMIT %(limit)s"
)
_HELD = (
    "SELECT s.customer_id FROM facts_stale_customer s JOIN facts_batch b ON b.id = s.batch_id"
    " JOIN unnest(%(sources)s::text[], %(actors)s::text[]) AS h (source, actor) ON h.source = b.source AND h.actor = b.actor"
    " WHERE s.customer_id = ANY(%(customers)s::bigint[]) AND s.since > %(held_since)s::timestamptz"
)
_TOLD_OF_MARKETS = (
    "SELECT covers, market FROM facts_market_event WHERE known_from_batch = %(batch)s"
    " UNION SELECT covers, market FROM facts_market_event_history WHERE known_to_batch = %(batch)s"
)
_OF_MARKETS = " UNION ".join(
    f"SELECT c.id FROM ({_TOLD_OF_MARKETS}) r JOIN facts_customer c ON {condition} WHERE NOT c.is_retracted"  # noqa: S608
    for condition in IN_MARKET
)
State = Literal["supplied", "stale", "not_supplied"]


class UnknownLegalEntity(NotFound):
    """There is no legal entity with the code {code}."""

    zh = "没有代码为 {code} 的法人实体。"


@dataclass(frozen=True, slots=True)
class Supply:
    """Whether a kind had been supplied as of a day, and for which days; None: no days are kept for the kind."""

    state: State
    from_day: Day | None = None
    to_day: Day | None = None


@dataclass(frozen=True, slots=True)
class Stale:
    """A customer whose facts changed since `since`, last in batch `batch_id`."""

    customer_id: int
    since: datetime
    batch_id: int


@dataclass(frozen=True, slots=True)
class Held:
    """Customers last touched by these senders, (source, actor), are held back if they went stale after an instant."""

    senders: frozenset[tuple[str, str]]
    since: datetime


def mirror_folder() -> Path:
    """Give the folder in which the mirror of the facts lives."""
    return Path(settings.KEDUN_DATA) / "mirror"


def last_batch() -> int:
    """Give the id of the newest batch, 0 where none is."""
    return Batch.objects.aggregate(newest=Max("id"))["newest"] or 0


def batch_at(instant: datetime) -> int:
    """Give the newest batch that was written by an instant, 0 where none was."""
    return Batch.objects.filter(at__lte=instant).aggregate(newest=Max("id"))["newest"] or 0


def customers_of_markets(batch: int) -> frozenset[int]:
    """Give the customers of the industries and regions whose events a batch wrote or changed."""
    return frozenset(row[0] for row in fetch(_OF_MARKETS, {"batch": batch}))


def first_day() -> Day | None:
    """Give the first day with facts of customers; None where none is known. What held since ever says nothing about it."""
    known = SupplyRow.objects.filter(until_batch=None, from_day__gt=FIRST_DAY)
    first: Day | None = known.aggregate(first=Min("from_day"))["first"]
    return first


def day_of(legal_entity: str, by_clock: Clock | None = None) -> Day:
    """Give the day it is at a legal entity.

    Raises: UnknownLegalEntity.
    """
    zone = LegalEntity.objects.filter(code=legal_entity).values_list("time_zone", flat=True).first()
    if zone is None:
        raise UnknownLegalEntity(code=legal_entity)
    return today(by_clock or clock(), zone or DEFAULT_ZONE)


def supply_at(as_of: Day, known_at: int) -> Mapping[str, Supply]:
    """Tell for every kind whether it had been supplied as of a day, by what was known at a batch.

    A kind without an event day is always supplied. A kind that is known by checks never is: its supply is the
    customer's own check.
    Source: docs/why/indicators.md.
    """
    held = Q(until_batch=None) | Q(until_batch__gt=known_at)
    known = SupplyRow.objects.filter(held, batch_id__lte=known_at).values_list("kind")
    days = {kind: (first, last) for kind, first, last in known.annotate(Min("from_day"), Max("to_day"))}
    return {kind: _supply(kind, days.get(kind), as_of) for kind in KINDS}


def state_on(kind: str, supply: Supply, day: Day) -> State:
    """Tell whether a kind had been supplied as of another day, from the days for which it was."""
    first, last = supply.from_day, supply.to_day
    return _supply(kind, None if first is None or last is None else (first, last), day).state


def _supply(name: str, days: tuple[Day, Day] | None, as_of: Day) -> Supply:
    kind = KINDS[name]
    if kind.supplied_by == "check":
        return Supply("not_supplied")
    if kind.event_on is None:
        return Supply("supplied")
    if days is None:
        return Supply("not_supplied")
    first, last = days
    if as_of < first:
        return Supply("not_supplied", first, last)
    return Supply("stale" if as_of > last + kind.freshness_days else "supplied", first, last)


def customer_ids(codes: Iterable[str]) -> Mapping[str, int]:
    """Give the id of each customer code that exists."""
    return dict(CURRENT["customer"]._default_manager.filter(code__in=set(codes)).values_list("code", "id"))


def customer_codes(customers: Iterable[int]) -> Mapping[int, str]:
    """Give the code of each customer id that exists."""
    return dict(CURRENT["customer"]._default_manager.filter(id__in=set(customers)).values_list("id", "code"))


def told_since(batch: int, customers: Collection[int]) -> frozenset[int]:
    """Give those of the customers that wait for a new assessment because of facts that came in after a batch."""
    asked = (
        "SELECT customer_id FROM facts_stale_customer"
        " WHERE batch_id > %(batch)s::bigint AND customer_id = ANY(%(customers)s::bigint[])"
    )
    return frozenset(customer for (customer,) in fetch(asked, {"batch": batch, "customers": sorted(customers)}))


def stale_customers(
    limit: int = MOST_ROWS, *, aside: Collection[Stale] = (), held: Held | None = None
) -> Sequence[Stale]:
    """Give the customers that wait for a new assessment, those that went stale last before the others.

    `aside`: marks to pass over. `held`: whose customers are held back.
    """
    senders = sorted(held.senders) if held else []
    values: dict[str, Bound] = {
        "limit": min(limit, MOST_MARKS),
        "customers": [mark.customer_id for mark in aside],
        "batches": [mark.batch_id for mark in aside],
        "sources": [source for source, _ in senders],
        "actors": [actor for _, actor in senders],
        "held_since": held.since if held else "infinity",
    }
    return tuple(Stale(*row) for row in fetch(_STALE, values))


def held_back(customers: Collection[int], held: Held) -> frozenset[int]:
    """Give those of some customers that wait and are held back."""
    values: dict[str, Bound] = {
        "customers": sorted(customers),
        "sources": [source for source, _ in held.senders],
        "actors": [actor for _, actor in held.senders],
        "held_since": held.since,
    }
    return frozenset(customer for (customer,) in fetch(_HELD, values)) if held.senders else frozenset()


def customer_count() -> int:
    """Count the customers who are believed to exist."""
    return CURRENT["customer"]._default_manager.filter(is_retracted=False).count()
