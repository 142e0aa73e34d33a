"""What the pages on groups and contagion ask of the store: who shares a group, who is tied to whom, what each owes."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from kedun.accounts.scopes import Scope
from kedun.assessments.models import Assessment
from kedun.assessments.policy import Policy
from kedun.assessments.store import Question, run
from kedun.expressions import Value
from kedun.facts.groups.membership import TOO_LARGE, Groups, Node
from kedun.facts.groups.queries import Bond, bonds, groups_near, stated_names
from kedun.facts.models import CURRENT
from kedun.facts.queries import customers_in, last_batch, supply_at
from kedun.kernel.money import Minor
from kedun.portfolio.queries import Moment, today_here
from kedun.portfolio.ties.contagion import ROUNDS, Tie

MOST_NODES: Final = 500
"""So many parties are followed from one that fails; whoever is beyond is left out, and the answer says so."""
MOST_RELATIONS: Final = 200
_HITTING: Final = ("guarantor", "supplier", "buyer")


@dataclass(frozen=True, slots=True)
class Standing:
    """How a customer stands on a day; None where it is not known."""

    grade: str
    receivable_minor: Minor | None
    overdue_minor: Minor | None
    overdue_days_max: int | None


@dataclass(frozen=True, slots=True)
class Ties:
    """The ties that run from a party that fails; `is_cut`: there are more."""

    ties: tuple[Tie, ...]
    is_cut: bool


def group_of(policy: Policy, customer: int, at: Moment) -> tuple[frozenset[int], bool]:
    """Give the customers of a customer's group with itself, and whether the group is too large to know them."""
    groups = _groups(policy, [customer], at)
    return groups.with_members([customer]), groups.roots.get(customer) == TOO_LARGE


def _groups(policy: Policy, customers: Iterable[int], at: Moment) -> Groups:
    return groups_near(policy.indicators.group_rule, customers, as_of=at.as_of, known_at=_batch(at))


def _batch(at: Moment) -> int | None:
    return None if at.known_at == last_batch() else at.known_at


def ties_from(policy: Policy, customer: int, at: Moment) -> Ties:
    """Give the ties along which distress runs from a customer that fails."""
    ties: dict[Tie, None] = {}
    known: set[Node] = {customer}
    fresh: list[Node] = [customer]
    is_cut = False
    for _ in range(ROUNDS):
        found = [*_of_groups(policy, fresh, at), *_of_relations(fresh, at)]
        fresh = []
        for tie in sorted(found, key=repr):
            if tie.target not in known and len(known) >= MOST_NODES:
                is_cut = True
                continue
            ties[tie] = None
            if tie.target not in known:
                known.add(tie.target)
                fresh.append(tie.target)
    return Ties(tuple(ties), is_cut)


def _of_groups(policy: Policy, nodes: Collection[Node], at: Moment) -> Iterable[Tie]:
    customers = [node for node in nodes if isinstance(node, int)]
    groups = _groups(policy, customers, at)
    for each in customers:
        for member in groups.with_members([each]) - {each}:
            yield Tie(each, member, "group")


def _of_relations(nodes: Collection[Node], at: Moment) -> Iterable[Tie]:
    failing = frozenset(nodes)
    for bond in bonds(_HITTING, nodes, as_of=at.as_of, known_at=_batch(at)):
        tie = _tie(bond)
        if tie.source in failing and tie.target != tie.source:
            yield tie


def _tie(bond: Bond) -> Tie:
    if bond.relation_type == "guarantor":
        return Tie(bond.customer, bond.party, "guarantee", bond.amount_minor)
    kind = "sales" if bond.relation_type == "buyer" else "purchases"
    return Tie(bond.party, bond.customer, kind, share_permille=bond.share_permille)  # type: ignore[arg-type]


def standings(policy: Policy, customers: Collection[int], at: Moment) -> dict[int, Standing]:
    """Give how customers stand: as stored by the newest assessment, of a past day computed."""
    if at.is_past:
        asked = Question(at.as_of, _batch(at), tuple(customers), supply_at(at.as_of, at.known_at))
        return {
            each.customer_id: _standing(each.grade, each.readings) for each in run(policy, asked, engine="postgres")
        }
    rows = Assessment.objects.filter(customer__in=customers).values_list("customer_id", "standing_grade", "readings")
    return {customer: _standing(grade, readings) for customer, grade, readings in rows}


def _standing(grade: str, readings: Mapping[str, Value]) -> Standing:
    return Standing(
        grade, *(_whole(readings.get(key)) for key in ("receivable_minor", "overdue_minor", "overdue_days_max"))
    )


def _whole(value: Value) -> int | None:
    return int(value) if isinstance(value, int | float) else None


def seen_customers(customers: Collection[int], scope: Scope) -> dict[int, tuple[str, str]]:
    """Give code and name of those of some customers that lie in a scope."""
    rows = customers_in(scope, today_here()).filter(id__in=customers)
    return {number: (code, name) for number, code, name in rows.values_list("id", "code", "name")}


def party_names(nodes: Iterable[Node]) -> dict[Node, str]:
    """Give the names of parties that are no customers: a person's as its source has it, else the text itself."""
    parties = [node for node in nodes if isinstance(node, tuple)]
    people = CURRENT["person"]._default_manager.filter(
        external_id__in={node[-1] for node in parties}, is_retracted=False
    )
    rows = people.values_list("source", "external_id", "name")
    named = {(source, number): str(name) for source, number, name in rows}
    return {node: named.get((node[1], node[2]), str(node[2])) for node in parties}


def relations_of(members: Collection[int], at: Moment) -> list[Bond]:
    """Give the relations in force of the members of a group, the shown ones at most."""
    types = ("shareholder", "controller", "affiliate", "guarantor", "supplier", "buyer")
    found = bonds(types, list(members)[:MOST_NODES], as_of=at.as_of, known_at=_batch(at))
    return sorted(found, key=lambda bond: (bond.customer, bond.relation_type, repr(bond.party)))[:MOST_RELATIONS]


def stated_name(customer: int, at: Moment) -> str | None:
    """Give the name of the stated group that counts for a customer."""
    return stated_names([customer], as_of=at.as_of, known_at=_batch(at)).get(customer)
