"""Current facts of a kind in the order of their ids."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kedun.accounts.scopes import Scope
from kedun.facts.kinds import KINDS
from kedun.facts.models import CURRENT
from kedun.facts.ownership.queries import customers_in
from kedun.facts.tables import belongs_to_customer
from kedun.kernel.days import Day


@dataclass(frozen=True, slots=True)
class Stored:
    """A fact as it is stored: amounts in minor units, days as integers. `customer`: the code; None where it has none."""

    id: int
    source: str
    external_id: str
    customer: str | None
    legal_entity: str
    reported_on: Day | None
    batch: int
    is_retracted: bool
    values: Mapping[str, str | int | bool | None]


def stored(
    kind: str, *, scope: Scope, on: Day, since: int | None, source: str | None, after: int, limit: int
) -> Sequence[Stored]:
    """Give the facts of customers in a scope whose id lies behind `after`.

    `since`: only what became known after this batch, retractions among it; None: everything but what is retracted.
    """
    is_owned, own = belongs_to_customer(kind), [field.name for field in KINDS[kind].fields]
    rows = CURRENT[kind]._default_manager.filter(id__gt=after)
    rows = rows.filter(is_retracted=False) if since is None else rows.filter(known_from_batch__gt=since)
    if source is not None:
        rows = rows.filter(source=source)
    if scope.kind != "all":
        rows = rows.filter(**{"customer__in" if is_owned else "id__in": customers_in(scope, on).values("id")})
    code = "code" if kind == "customer" else "customer__code" if is_owned else None
    meta = ("id", "source", "external_id", "legal_entity", "reported_on", "known_from_batch", "is_retracted")
    found = rows.order_by("id").values(*meta, *([code] if code else []), *own)[:limit]
    return [
        Stored(
            id=row["id"],
            source=row["source"],
            external_id=row["external_id"],
            customer=row[code] if code else None,
            legal_entity=row["legal_entity"],
            reported_on=row["reported_on"],
            batch=row["known_from_batch"],
            is_retracted=row["is_retracted"],
            values={name: row[name] for name in own},
        )
        for row in found
    ]
