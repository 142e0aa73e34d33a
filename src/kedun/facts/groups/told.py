"""The groups that rows in memory tell of: stored rows, or rows as they would be.

The same as `queries` gives of stored ones. Source: docs/why/groups.md.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kedun.expressions import Value
from kedun.facts.groups.membership import (
    SHORTEST_NAME,
    GroupRule,
    Groups,
    Link,
    Node,
    Statement,
    folded,
    grouped,
    party_node,
)
from kedun.kernel.days import Day

Row = Mapping[str, Value]
Rows = Mapping[str, Sequence[Row]]


@dataclass(frozen=True, slots=True)
class Names:
    """Whom texts mean: customers by source and number, by code, or by a name that only one has; stated groups by source and number."""

    numbers: Mapping[tuple[str, str], int] = field(default_factory=dict)
    codes: Mapping[str, int] = field(default_factory=dict)
    called: Mapping[str, int] = field(default_factory=dict)
    groups: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def party(self, source: str, text: str) -> Node:
        """Give the customer that a text means, else the party of that text."""
        found = self.numbers.get((source, text), self.codes.get(text, self.called.get(text)))
        return party_node(source, text) if found is None else found


def only_ones(names: Iterable[tuple[str, int]]) -> dict[str, int]:
    """Give whom each name, folded, means: the only customer that is called so; names of several, and too short ones, mean nobody."""
    found: dict[str, set[int]] = {}
    for name, customer in names:
        found.setdefault(folded(name), set()).add(customer)
    return {name: min(each) for name, each in found.items() if len(each) == 1 and len(name) >= SHORTEST_NAME}


def groups_told(rule: GroupRule, rows: Mapping[int, Rows], names: Names, day: Day) -> Groups:
    """Join customers by their relations in force on a day and by what is stated of their groups.

    Shape: rows of the kinds customer, relation and group_member by customer; of whom there is no row as a customer, is none.
    """
    known = {customer: each for customer, each in rows.items() if each.get("customer")}
    links = [link for customer, each in known.items() for link in _links(rule, customer, each, names, day)]
    stated = [one for customer, each in known.items() for one in _statements(customer, each, names, day)]
    return grouped(links, stated, day)


def _links(rule: GroupRule, customer: int, rows: Rows, names: Names, day: Day) -> Iterator[Link]:
    for row in rows.get("relation", ()):
        other, began, ended = str(row["other"]), _day(row["from_on"]), _day(row["to_on"])
        in_force = began is not None and began <= day and (ended is None or ended > day)
        if in_force and _joins(rule, row) and other not in rule.ignored:
            yield Link(customer, names.party(str(row["source"]), other))


def _joins(rule: GroupRule, row: Row) -> bool:
    share = row["share_permille"]
    is_majority = row["relation_type"] == "shareholder" and isinstance(share, int) and share > rule.majority_permille
    return row["relation_type"] in rule.links or is_majority


def _statements(customer: int, rows: Rows, names: Names, day: Day) -> Iterator[Statement]:
    for row in rows.get("group_member", ()):
        began = _day(row["from_on"])
        if began is None or began <= day:
            yield Statement(customer, _named(row, names), began, _day(row["to_on"]), is_dated=True)
    for row in rows["customer"]:
        if row["group"]:
            yield Statement(customer, _named(row, names), None, None, is_dated=False)


def _named(row: Row, names: Names) -> str:
    stated = str(row["group"])
    return names.groups.get((str(row["source"]), stated), stated)


def _day(value: Value) -> Day | None:
    return value if isinstance(value, int) else None
