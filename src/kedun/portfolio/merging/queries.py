"""What merging needs of the store: what customers have in common, what they have, and who was merged into whom."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.db.models import Q

from kedun.accounts.scopes import Scope
from kedun.alerts.models import Alert
from kedun.alerts.states import NOT_CLOSED
from kedun.facts.merging import statements
from kedun.facts.merging.likeness import Alike, Firm, alike
from kedun.facts.mirrored.store import origins
from kedun.facts.models import CURRENT, Merge, NotSame, Ownership
from kedun.facts.ownership.queries import customers_in
from kedun.facts.prepared.store import fetch
from kedun.facts.store import rows
from kedun.kernel.days import Day

_PHONES = (
    "SELECT DISTINCT c.customer_id, p.phone FROM facts_contact c JOIN facts_person p ON p.source = c.source"
    " AND p.external_id = c.person WHERE p.phone <> '' AND NOT p.is_retracted AND NOT c.is_retracted"
)
_STATE = "SELECT COALESCE(GREATEST(c.newest, k.newest, p.newest), 0), c.rows, c.ids, k.rows, p.rows FROM " + ", ".join(
    f"(SELECT MAX(known_from_batch) AS newest, COUNT(*) AS rows, COALESCE(SUM(id), 0) AS ids FROM facts_{kind}) {alias}"  # noqa: S608
    for kind, alias in (("customer", "c"), ("contact", "k"), ("person", "p"))
)
_FIRM = ("id", "code", "name", "uscc", "former_names")


@dataclass(frozen=True, slots=True)
class Changes:
    """What a merger would do besides giving facts to another."""

    due_by_terms: int
    alerts: int
    loses_sight: Sequence[str]


def duplicates(scope: Scope, on: Day) -> list[Alike]:
    """Give the pairs of customers in a scope that may be one firm, but for those that were called different."""
    (told,) = rows(_STATE)
    pairs = _alike(tuple(told), origins([told[0]]).get(told[0], ""))
    there = customers_in(scope, on).filter(id__in={number for pair in pairs for number in (pair.one, pair.other)})
    seen = set(there.values_list("id", flat=True))
    different = set(NotSame.objects.values_list("one_id", "other_id"))
    return [pair for pair in pairs if {pair.one, pair.other} <= seen and (pair.one, pair.other) not in different]


@lru_cache(maxsize=1)
def _alike(_state: tuple[int, ...], _origin: str) -> tuple[Alike, ...]:
    """Compare all customers; asked again only when a batch of this database changed customers, contacts or people."""
    phones: dict[int, list[str]] = {}
    for customer, phone in rows(_PHONES):
        phones.setdefault(customer, []).append(phone)
    found = CURRENT["customer"]._default_manager.filter(is_retracted=False).values_list(*_FIRM)
    return tuple(
        alike(
            Firm(number, code, name, uscc, former, tuple(phones.get(number, ())))
            for number, code, name, uscc, former in found.iterator(chunk_size=10_000)
        )
    )


def masters(customers: Collection[int]) -> Mapping[int, Mapping[str, Any]]:
    """Give customers' own records."""
    return {row["id"]: row for row in CURRENT["customer"]._default_manager.filter(id__in=customers).values()}


def counts(customers: Collection[int]) -> Mapping[int, Mapping[str, int]]:
    """Count customers' facts by kind."""
    found: dict[int, dict[str, int]] = {customer: {} for customer in customers}
    for customer, kind, count in fetch(statements.owned_counts(), {"customers": list(customers)}):
        found[customer][kind] = count
    return found


def held_by(customers: Collection[int]) -> Mapping[int, list[str]]:
    """Give the codes of the customers that were merged into some."""
    found: dict[int, list[str]] = {}
    standing = Merge.objects.filter(into__in=customers, until_batch=None).order_by("merged__code")
    for into, code in standing.values_list("into_id", "merged__code"):
        found.setdefault(into, []).append(code)
    return found


def changes(merged: int, into: int, on: Day) -> Changes:
    """Tell what merging would do besides."""
    invoices = CURRENT["invoice"]._default_manager.filter(customer=merged, stated_due_on=None, is_retracted=False)
    held = Ownership.objects.filter(Q(to_day=None) | Q(to_day__gte=on), from_day__lte=on)
    kept = held.filter(customer=into).values("person")
    losing = held.filter(customer=merged).exclude(person__in=kept).order_by("person__name")
    return Changes(
        due_by_terms=invoices.count(),
        alerts=Alert.objects.filter(customer=merged, state__in=NOT_CLOSED).count(),
        loses_sight=list(dict.fromkeys(losing.values_list("person__name", flat=True))),
    )


def mergers(customer: int) -> list[Merge]:
    """Give the mergers of a customer, newest first."""
    found = Merge.objects.filter(Q(merged=customer) | Q(into=customer))
    return list(found.select_related("merged", "into").order_by("-id")[:200])
