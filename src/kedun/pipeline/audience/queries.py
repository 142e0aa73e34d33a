"""Who may be told of a customer: active people by role, ownership or name, whose scope has the customer."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import cast

from kedun.accounts.models import Person
from kedun.accounts.queries import scopes
from kedun.accounts.rights import rights
from kedun.accounts.roles import Notify, Role
from kedun.accounts.scopes import Scope
from kedun.facts.masking import Masks
from kedun.facts.models import CURRENT
from kedun.facts.ownership.queries import lying_in, owners
from kedun.kernel.days import Day
from kedun.kernel.words import Language


@dataclass(frozen=True, slots=True)
class Listener:
    """Somebody who can be told. `sees`: the customers of the round they may see, None for all of them."""

    id: int
    role: Role
    language: Language
    notify: Notify
    masks: Masks
    sees: frozenset[int] | None

    def may_see(self, customer_id: int) -> bool:
        """Whether a customer lies in their scope."""
        return self.sees is None or customer_id in self.sees


@dataclass(frozen=True, slots=True)
class Audience:
    """Everybody who may be told in a round, and whose each customer is."""

    listeners: Mapping[int, Listener]
    owners: Mapping[int, int]

    def of(self, customer_id: int, *, roles: Collection[str], people: Collection[int] = ()) -> tuple[Listener, ...]:
        """Give those who should know of a customer: by role, as its owner, or by name; never one who may not see it."""
        named = {*people, self.owners.get(customer_id, 0)}
        return tuple(
            each
            for each in self.listeners.values()
            if (each.role in roles or each.id in named) and each.may_see(customer_id)
        )


def audience(customers: Collection[int], *, roles: Collection[str], people: Collection[int], on: Day) -> Audience:
    """Find everybody who may be told of some customers on a day."""
    rows = CURRENT["customer"]._default_manager.filter(id__in=customers)
    named = dict(rows.values_list("id", "owner"))
    found = owners(named, on)
    owned = {customer: owner.id for customer, owner in found.items() if owner is not None and owner.id is not None}
    active = Person.objects.filter(is_active=True)
    asked = active.filter(role__in=roles) | active.filter(id__in={*people, *owned.values()})
    listeners = list(asked.order_by("id"))
    narrow = {person: each for person, each in scopes(listeners, on=on).items() if each.kind != "all"}
    seen = lying_in(narrow, named, on)
    return Audience({person.pk: _listener(person, seen.get(person.pk)) for person in listeners}, owned)


def holders(roles: Collection[str], *, on: Day) -> list[tuple[Listener, Scope]]:
    """Give the active people of some roles, each with the customers they may see on a day."""
    people = list(Person.objects.filter(is_active=True, role__in=roles).order_by("id"))
    seen = scopes(people, on=on)
    return [(_listener(person, None), seen[person.pk]) for person in people]


def _listener(person: Person, sees: frozenset[int] | None) -> Listener:
    return Listener(
        id=person.pk,
        role=cast("Role", person.role),
        language=cast("Language", person.language),
        notify=cast("Notify", person.notify),
        masks=rights().hidden_from(person.role),
        sees=sees,
    )
