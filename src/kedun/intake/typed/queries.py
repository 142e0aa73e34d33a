"""What writing typed rows needs to know: base currencies, facts that are there, customers the writer may see."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from kedun.accounts.scopes import Scope
from kedun.facts.models import CURRENT, LegalEntity
from kedun.facts.ownership.queries import customers_in
from kedun.facts.queries import day_of
from kedun.facts.tables import belongs_to_customer

MAIN = "main"


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact as it stands: the name of its customer as its source says it, its legal entity, whether it is retracted."""

    customer: str
    legal_entity: str
    is_retracted: bool


def base_currencies() -> Mapping[str, str]:
    """Give the base currency of every legal entity; the main one is there from the first day."""
    return {MAIN: "CNY", **dict(LegalEntity.objects.values_list("code", "base_currency"))}


def fact(kind: str, external_id: str, *, source: str, scope: Scope) -> Fact | None:
    """Give a fact of a source, if there is one that belongs to a customer in a scope."""
    rows = CURRENT[kind]._default_manager.filter(source=source, external_id=external_id)
    is_owned = belongs_to_customer(kind)
    if scope.kind != "all":
        customers = customers_in(scope, day_of(MAIN))
        rows = rows.filter(customer__in=customers) if is_owned else rows.filter(id__in=customers.values("id"))
    names = ("legal_entity", "is_retracted", *(("customer__code",) if is_owned else ()))
    found = rows.values_list(*names).first()
    if found is None:
        return None
    entity, is_retracted, *code = found
    return Fact(code[0] if code else "", entity, is_retracted)


def visible_names(names: Collection[str], *, source: str, scope: Scope) -> set[str]:
    """Give those names of customers, as a source would say them, that mean a customer in a scope."""
    customers = CURRENT["customer"]._default_manager.filter(is_retracted=False)
    own = dict(customers.filter(source=source, external_id__in=names).values_list("external_id", "id"))
    meant = {**dict(customers.filter(code__in=names).values_list("code", "id")), **own}
    seen = set(customers_in(scope, day_of(MAIN)).filter(id__in=meant.values()).values_list("id", flat=True))
    return {name for name, number in meant.items() if number in seen}


def keys_of_others(kind: str, external_ids: Sequence[str], *, source: str, scope: Scope) -> set[str]:
    """Give those keys under which a source has facts of customers outside a scope."""
    rows = CURRENT[kind]._default_manager.filter(source=source, external_id__in=external_ids)
    outside = rows.exclude(customer__in=customers_in(scope, day_of(MAIN)))
    return set(outside.values_list("external_id", flat=True))
