"""What can be asked of groups: those of the whole book on any engine, and those around a few customers."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kedun.facts.binding import Bound
from kedun.facts.groups.links import (
    NEAR_RELATIONS,
    folding,
    in_force,
    named_parties,
    near_statements,
    relations,
    statements,
)
from kedun.facts.groups.membership import (
    MOST_MEMBERS,
    GroupRule,
    Groups,
    Link,
    Node,
    Statement,
    components,
    edges,
    grouped,
    party_node,
    stated_group,
)
from kedun.facts.groups.told import Names, only_ones
from kedun.facts.prepared.store import fetch, fetch_each
from kedun.facts.sources import Reach, believed
from kedun.kernel.days import Day

Ask = Callable[[str, Mapping[str, int | None]], Iterable[Sequence[object]]]
"""Runs SQL with values by name."""

_NEIGHBOURS = f"""
SELECT COALESCE(g.into_id, n.customer_id) FROM (WITH changed AS (
  SELECT source, other FROM facts_relation WHERE customer_id = ANY(%(customers)s::bigint[]) AND known_from_batch = %(batch)s::bigint
  UNION SELECT source, other FROM facts_relation_history
  WHERE customer_id = ANY(%(customers)s::bigint[]) AND known_to_batch = %(batch)s::bigint
  UNION SELECT r.source, r.other FROM facts_relation r JOIN facts_customer c ON c.id = r.customer_id
  WHERE c.id = ANY(%(customers)s::bigint[]) AND c.known_from_batch = %(batch)s::bigint AND c.is_retracted
), renamed AS (
  SELECT unnest(ARRAY[{folding("c.name")}, {folding("h.name")}]) AS name FROM facts_customer c
  LEFT JOIN facts_customer_history h ON h.id = c.id AND h.known_to_batch = %(batch)s::bigint
  WHERE c.id = ANY(%(customers)s::bigint[]) AND c.known_from_batch = %(batch)s::bigint
  AND (h.name IS DISTINCT FROM c.name OR h.is_retracted <> c.is_retracted)
), spoken AS (
  SELECT r.customer_id, r.other FROM renamed n JOIN facts_relation r ON r.other = n.name
), named AS (
  SELECT "group" FROM facts_group_member WHERE customer_id = ANY(%(customers)s::bigint[]) AND known_from_batch = %(batch)s::bigint
  UNION SELECT "group" FROM facts_group_member_history
  WHERE customer_id = ANY(%(customers)s::bigint[]) AND known_to_batch = %(batch)s::bigint
  UNION SELECT "group" FROM facts_customer_history WHERE id = ANY(%(customers)s::bigint[]) AND known_to_batch = %(batch)s::bigint
  UNION SELECT external_id FROM facts_customer_group WHERE known_from_batch = %(batch)s::bigint
), texts AS (
  SELECT "group" FROM named WHERE "group" <> '' UNION
  SELECT unnest(ARRAY[o.external_id, o.name]) FROM facts_customer_group g JOIN facts_customer_group o ON o.name = g.name
  WHERE g.external_id IN (SELECT "group" FROM named) OR g.name IN (SELECT "group" FROM named)
  UNION SELECT unnest(ARRAY[h.external_id, h.name]) FROM facts_customer_group_history h WHERE h.known_to_batch = %(batch)s::bigint
)
SELECT r.customer_id FROM changed n JOIN facts_relation r ON r.source = n.source AND r.other = n.other
UNION SELECT c.id FROM changed n JOIN facts_customer c ON c.source = n.source AND c.external_id = n.other
UNION SELECT c.id FROM changed n JOIN facts_customer c ON c.code = n.other
UNION SELECT c.id FROM changed n JOIN facts_customer c ON {folding("c.name")} = n.other
UNION SELECT customer_id FROM spoken
UNION SELECT c.id FROM spoken s JOIN facts_customer c ON {folding("c.name")} = s.other
UNION SELECT r.customer_id FROM facts_customer c JOIN facts_relation r ON r.other IN (c.code, c.external_id)
  WHERE c.id = ANY(%(customers)s::bigint[]) AND c.known_from_batch = %(batch)s::bigint AND c.is_retracted
UNION SELECT m.customer_id FROM texts t JOIN facts_group_member m ON m."group" = t."group"
UNION SELECT c.id FROM texts t JOIN facts_customer c ON c."group" = t."group"
) n LEFT JOIN facts_merge g ON g.merged_id = n.customer_id AND g.until_batch IS NULL
"""


def book_groups(rule: GroupRule, reach: Reach, *, as_of: Day, known_at: int | None, ask: Ask) -> Groups:
    """Give the groups of the whole book."""
    values = {"as_of": as_of, "known_at": known_at}
    links = _links(rule, ask(relations(rule, reach), values))
    return grouped(links, _statements(ask(statements(reach), values)), as_of)


def groups_near(rule: GroupRule, customers: Iterable[int], *, as_of: Day, known_at: int | None) -> Groups:
    """Give the groups of some customers: reads on from neighbour to neighbour until there are no more.

    A group that is too large is read no further than needed to know it.
    """
    known = _Known(rule, Reach("postgres", has_past=known_at is not None), as_of, known_at)
    asked = frozenset(customers)
    fresh: frozenset[Node] = asked
    while fresh:
        known.read(fresh)
        fresh = known.near(asked) - known.looked_at
    groups = known.groups()
    mine = groups.with_members(asked)
    return Groups({member: root for member, root in groups.roots.items() if member in mine})


@dataclass(frozen=True, slots=True)
class Bond:
    """A relation in force: a customer, its other party, and what was said of it."""

    customer: int
    party: Node
    relation_type: str
    share_permille: int | None
    amount_minor: int | None


def bonds(types: Iterable[str], nodes: Iterable[Node], *, as_of: Day, known_at: int | None) -> list[Bond]:
    """Give the relations of some types in force on a day that name one of some customers or other parties.

    Unit: minor units of the reporting currency; None where no amount or no rate is known.
    """
    found = frozenset(nodes)
    values: dict[str, Bound] = {
        "as_of": as_of,
        "known_at": known_at,
        "customers": sorted(node for node in found if isinstance(node, int)),
        "texts": sorted({node[-1] for node in found if isinstance(node, tuple)}),
    }
    listed = ", ".join(f"'{each}'" for each in sorted(types))
    condition = f"relation_type IN ({listed})"
    more = ("relation_type", "share_permille", "amount_reporting_minor")
    reach = Reach("postgres", has_past=known_at is not None)
    read = (
        Bond(customer, party_node(source, other) if other_id is None else other_id, type_, share, amount)
        for customer, source, other, other_id, type_, share, amount in fetch(
            in_force(condition, reach, narrowed=NEAR_RELATIONS, more=more), values
        )
    )
    return [bond for bond in read if bond.customer in found or bond.party in found]


def stated_names(customers: Iterable[int], *, as_of: Day, known_at: int | None) -> dict[int, str]:
    """Give the name of the stated group that counts for each of some customers."""
    reach = Reach("postgres", has_past=known_at is not None)
    values: dict[str, Bound] = {"as_of": as_of, "known_at": known_at, "customers": sorted(customers), "names": []}
    told: dict[int, list[Statement]] = {}
    for each in _statements(fetch(statements(reach, narrowed=near_statements(reach)), values)):
        told.setdefault(each.customer, []).append(each)
    return {customer: name for customer, found in told.items() if (name := stated_group(found, as_of))}


def names_told(texts: Iterable[str], *, known_at: int | None) -> Names:
    """Give whom some texts of relations mean, and what stated groups are called, by what was known at a batch."""
    reach = Reach("postgres", has_past=known_at is not None)
    values: dict[str, Bound] = {"known_at": known_at, "texts": sorted(set(texts))}
    stated = believed(
        "facts_customer_group", ("source", "external_id", "name"), reach, condition="NOT is_retracted", owner=""
    )
    customers, groups = fetch_each([(named_parties(reach), values), (stated, values)])
    return Names(
        numbers={(source, number): customer for customer, source, number, *_ in customers},
        codes={code: customer for customer, _, _, code, _ in customers},
        called=only_ones((str(name), customer) for customer, *_, name in customers),
        groups={(source, number): name for source, number, name in groups},
    )


def neighbours_before(customers: Iterable[int], *, batch: int) -> frozenset[int]:
    """Give customers that shared a party or a stated group with some before a batch wrote facts of them.

    More than those who really shared a group: whom it concerns is found out when they are assessed.
    """
    rows = fetch(_NEIGHBOURS, {"customers": sorted(customers), "batch": batch})
    return frozenset(customer for (customer,) in rows)


@dataclass(slots=True)
class _Known:
    """What was read so far of the neighbourhood of some customers."""

    rule: GroupRule
    reach: Reach
    as_of: Day
    known_at: int | None
    looked_at: set[Node] = field(default_factory=set)
    links: set[Link] = field(default_factory=set)
    statements: set[Statement] = field(default_factory=set)

    def read(self, nodes: frozenset[Node]) -> None:
        """Read what joins some nodes to others."""
        self.looked_at |= nodes
        values: dict[str, Bound] = {
            "as_of": self.as_of,
            "known_at": self.known_at,
            "customers": sorted(node for node in nodes if isinstance(node, int)),
            "texts": sorted({node[-1] for node in nodes if isinstance(node, tuple) and node[0] == "party"}),
            "names": sorted({node[-1] for node in nodes if isinstance(node, tuple) and node[0] == "group"}),
        }
        queries = (
            relations(self.rule, self.reach, narrowed=NEAR_RELATIONS),
            statements(self.reach, narrowed=near_statements(self.reach)),
        )
        links, told = fetch_each((query, values) for query in queries)
        self.links |= set(_links(self.rule, links))
        self.statements |= set(_statements(told))

    def near(self, asked: frozenset[int]) -> frozenset[Node]:
        """Give the nodes joined to the customers asked for, where their group is not known to be too large."""
        found: set[Node] = set()
        for nodes in components(edges(self.links, self.statements, self.as_of)):
            customers = [node for node in nodes if isinstance(node, int)]
            if len(customers) <= MOST_MEMBERS and not asked.isdisjoint(customers):
                found.update(nodes)
        return frozenset(found)

    def groups(self) -> Groups:
        """Join what was read."""
        return grouped(self.links, self.statements, self.as_of)


def _links(rule: GroupRule, rows: Iterable[Sequence[object]]) -> Iterable[Link]:
    return [
        Link(_number(customer), party_node(str(source), str(other)) if other_id is None else _number(other_id))
        for customer, source, other, other_id in rows
        if other not in rule.ignored
    ]


def _statements(rows: Iterable[Sequence[object]]) -> Iterable[Statement]:
    return [
        Statement(_number(customer), str(named), _day(from_on), _day(to_on), is_dated == 1)
        for customer, named, from_on, to_on, is_dated in rows
    ]


def _number(value: object) -> int:
    assert isinstance(value, int)
    return value


def _day(value: object) -> Day | None:
    return None if value is None else _number(value)
