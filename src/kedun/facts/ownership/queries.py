"""Which customers lie in a scope, and who owns a customer: an open row, else whom its file names."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from kedun.accounts.models import NameInFiles
from kedun.accounts.scopes import Scope
from kedun.facts.models import CURRENT, Ownership
from kedun.facts.ownership.owner import Owner
from kedun.facts.ownership.refusals import OnlyToRead
from kedun.kernel.days import Day


def customers_in(scope: Scope, on: Day) -> QuerySet[Any]:
    """Give the customers that lie in a scope on a day: the only place that applies one."""
    customers = CURRENT["customer"]._default_manager.all()
    if scope.kind == "all":
        return customers
    held = _held(on).filter(person__in=scope.person_ids)
    given = (held if scope.with_grants else held.filter(kind="owner")).values("customer")
    if scope.kind == "granted":
        return customers.filter(id__in=given)
    return customers.filter(id__in=given.union(_named(scope.names, on)))


def lying_in(scopes: Mapping[int, Scope], customers: Mapping[int, str], on: Day) -> dict[int, frozenset[int]]:
    """Give which of some customers lie in each of many scopes on a day, by two queries: the same as `customers_in`.

    Shape: scopes by any number; by customer id, the owner that its file names ("" for none).
    """
    held: dict[int, set[int]] = {}
    is_owned: set[int] = set()
    rows = _held(on).filter(customer__in=customers).values_list("customer", "person", "kind")
    for customer, person, kind in rows:
        held.setdefault(customer, set()).add(person)
        if kind == "owner":
            is_owned.add(customer)

    def lies(customer: int, name: str, scope: Scope) -> bool:
        if scope.kind == "all" or not held.get(customer, set()).isdisjoint(scope.person_ids):
            return True
        return scope.kind == "people" and name in scope.names and customer not in is_owned

    return {
        number: frozenset(customer for customer, name in customers.items() if lies(customer, name, scope))
        for number, scope in scopes.items()
    }


def refuse_reader(scope: Scope, on: Day, **customer: object) -> None:
    """Tell whoever may only read of a customer so, before it is called unknown to those who ask to change it.

    Raises: OnlyToRead.
    """
    if not scope.with_grants and customers_in(replace(scope, with_grants=True), on).filter(**customer).exists():
        raise OnlyToRead


def owned_by(person_ids: Collection[int], names: Collection[str], on: Day) -> QuerySet[Any]:
    """Give the customers whose owner on a day is one of these people, whom files call by these names."""
    owned = _held(on).filter(kind="owner", person__in=person_ids).values("customer")
    return CURRENT["customer"]._default_manager.filter(id__in=owned.union(_named(names, on)))


def _held(on: Day) -> QuerySet[Ownership]:
    return Ownership.objects.filter(Q(to_day=None) | Q(to_day__gte=on), from_day__lte=on)


def _named(names: Collection[str], on: Day) -> QuerySet[Any]:
    """Give the ids of the customers whose owner a file names and nobody was set since.

    It is joined to the other ids by a union: an OR would make the planner read all customers.
    """
    customers = CURRENT["customer"]._default_manager.filter(owner__in=names)
    return customers.filter(~Exists(_held(on).filter(kind="owner", customer=OuterRef("id")))).values("id")


def owners(customers: Mapping[int, str], on: Day) -> dict[int, Owner | None]:
    """Give the owner of each customer on a day.

    Shape: by customer id, the owner that its file names ("" for none).
    """
    held = _held(on).filter(kind="owner", customer__in=customers).values_list("customer", "person__id", "person__name")
    found = {customer: Owner(person, name) for customer, person, name in held}
    called = people_called({name for customer, name in customers.items() if customer not in found})
    return {
        customer: found.get(customer) or (called.get(name, Owner(None, name)) if name else None)
        for customer, name in customers.items()
    }


def people_called(names: Collection[str]) -> dict[str, Owner]:
    """Give the people whom files call by these names."""
    rows = NameInFiles.objects.filter(name__in=names).values_list("name", "person__id", "person__name")
    return {called: Owner(person, name) for called, person, name in rows}


def names_of(person_id: int) -> tuple[str, ...]:
    """Give what files call a person."""
    return tuple(NameInFiles.objects.filter(person=person_id).order_by("name").values_list("name", flat=True))
