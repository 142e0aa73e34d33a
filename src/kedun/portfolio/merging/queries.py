"""What merging needs of the store: what customers have in common, what they have, and who was merged into whom."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from kedun.accounts.scopes import Scope
from kedun.alerts.models import Alert
from kedun.alerts.states import NOT_CLOSED
from kedun.facts.merging import statements
from kedun.facts.merging.likeness import Alike
from kedun.facts.models import CURRENT, Merge, NotSame, Ownership
from kedun.facts.ownership.queries import customers_in
from kedun.facts.prepared.store import fetch
from kedun.kernel.days import Day
from kedun.portfolio.merging.store import pairs


@dataclass(frozen=True, slots=True)
class Changes:
    """What a merger would do besides giving facts to another."""

    due_by_terms: int
    alerts: int
    loses_sight: Sequence[str]


def duplicates(scope: Scope, on: Day) -> list[Alike]:
    """Give the pairs of customers in a scope that may be one firm, but for those that were called different."""
    found = pairs()
    there = customers_in(scope, on).filter(id__in={number for pair in found for number in (pair.one, pair.other)})
    seen = set(there.values_list("id", flat=True))
    different = set(NotSame.objects.values_list("one_id", "other_id"))
    return [pair for pair in found if {pair.one, pair.other} <= seen and (pair.one, pair.other) not in different]


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
