"""Groups of customers: what is stated and who controls whom, joined as far as it reaches.

A group is a connected component, so the order of facts, cycles and long chains make no difference.
Source: docs/why/groups.md.
"""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field

from kedun.kernel.days import Day

MOST_MEMBERS = 5_000
"""A group of more members is not added up: its readings are null and say so."""
SHORTEST_NAME = 4
"""Characters of a name that may mean a customer in a relation; shorter ones are those of people, whom many share."""
WIDE, NARROW = "（）", "()"
"""The brackets of firms' names. Names keep those they came with; a relation's other party, an identifier, has narrow ones."""
TOO_LARGE = 0
"""Stands for the group of the members of one that is too large; no customer has this number."""

_SINCE_EVER: Day = -(2**31)

Node = Hashable
"""A customer by its number, another party by source and text, or a stated group by its name."""


@dataclass(frozen=True, slots=True)
class GroupRule:
    """What joins two parties: relations of these types, and a shareholder with more than so much of the shares.

    `ignored`: parties, as relations write them, that join nobody.
    """

    majority_permille: int = 500
    links: tuple[str, ...] = ("controller", "affiliate")
    ignored: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Link:
    """A customer and who controls it or belongs with it."""

    customer: int
    party: Node


@dataclass(frozen=True, slots=True)
class Statement:
    """That a customer belongs to a group; undated where only the customer's own row says so."""

    customer: int
    group: str
    from_on: Day | None
    to_on: Day | None
    is_dated: bool


@dataclass(frozen=True, slots=True)
class Groups:
    """The customers that share a group with others: the least number of its members, or TOO_LARGE."""

    roots: Mapping[int, int] = field(default_factory=dict)

    def with_members(self, customers: Iterable[int]) -> frozenset[int]:
        """Add to some customers all members of their groups."""
        asked = frozenset(customers)
        wanted = {self.roots[each] for each in asked if each in self.roots} - {TOO_LARGE}
        return asked | {member for member, root in self.roots.items() if root in wanted}


def stated_group(statements: Iterable[Statement], as_of: Day) -> str | None:
    """Give the one group that counts for a customer among what was stated by a day.

    Dated statements go before the undated one, even when they have ended; of two in force the one that began last
    counts, then the name that sorts first.
    """
    told = list(statements)
    dated = [each for each in told if each.is_dated]
    in_force = [each for each in dated or told if each.to_on is None or each.to_on > as_of]
    began = max((_began(each) for each in in_force), default=None)
    return min((each.group for each in in_force if _began(each) == began), default=None)


def _began(statement: Statement) -> Day:
    return _SINCE_EVER if statement.from_on is None else statement.from_on


def grouped(links: Iterable[Link], statements: Iterable[Statement], as_of: Day) -> Groups:
    """Join what belongs together; customers that share a group with no other are left out."""
    members = components(edges(links, statements, as_of))
    roots: dict[int, int] = {}
    for nodes in members:
        customers = [node for node in nodes if isinstance(node, int)]
        if len(customers) > 1:
            roots |= dict.fromkeys(customers, TOO_LARGE if len(customers) > MOST_MEMBERS else min(customers))
    return Groups(roots)


def edges(links: Iterable[Link], statements: Iterable[Statement], as_of: Day) -> list[tuple[Node, Node]]:
    """Give what joins two nodes: links, and the stated group that counts of each customer."""
    told: dict[int, list[Statement]] = {}
    for each in statements:
        told.setdefault(each.customer, []).append(each)
    named = ((customer, stated_group(found, as_of)) for customer, found in told.items())
    stated = [(customer, group_node(name)) for customer, name in named if name is not None]
    return [*((link.customer, link.party) for link in links), *stated]


def group_node(name: str) -> Node:
    """Give the node of a stated group."""
    return ("group", name)


def party_node(source: str, text: str) -> Node:
    """Give the node of a party that is no customer: a text means the same within one source only."""
    return ("party", source, text)


def folded(name: str) -> str:
    """Give a customer's name as a relation writes it."""
    return name.translate(str.maketrans(WIDE, NARROW))


def components(joined: Iterable[tuple[Node, Node]]) -> list[list[Node]]:
    """Put nodes together that are joined, directly or through others."""
    leads_to: dict[Node, Node] = {}

    def last(node: Node) -> Node:
        path = []
        while (following := leads_to.setdefault(node, node)) != node:
            path.append(node)
            node = following
        leads_to.update(dict.fromkeys(path, node))
        return node

    for one, other in joined:
        leads_to[last(one)] = last(other)
    found: dict[Node, list[Node]] = {}
    for node in leads_to:
        found.setdefault(last(node), []).append(node)
    return list(found.values())
