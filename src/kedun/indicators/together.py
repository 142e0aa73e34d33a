"""Measures over the members of a group, and totals of the whole book: integers like the measures they rest on.

Ratios are formed after summing. Source: docs/why/groups.md.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kedun.expressions import Checked, Type, Value, check, names_in, parse, to_python, to_sql
from kedun.facts.groups.membership import TOO_LARGE, GroupRule
from kedun.facts.sources import Reach
from kedun.indicators.definition import BookText, DefinitionUnreadable, Function, GroupRuleText, GroupText
from kedun.indicators.measures import Measure
from kedun.kernel.refusals import Invalid

GROUP = "group_id"
"""The column that holds the number of a customer's group."""
GROUPED, ROOTS = "grouped_customers", "grouped_roots"
"""The list parameters that say who shares a group: customers, and the number of the group of each."""


class NoMeasureToAddUp(Invalid):
    """{name}: there is no measure named {measure} to add up."""

    zh = "{name}：没有名为 {measure} 的度量可供汇总。"


@dataclass(frozen=True, slots=True)
class GroupMeasure:
    """A measure over the members of a group.

    `measure`: what it is taken over, None where members are counted. `names`: the measures that its condition names.
    """

    key: str
    function: Function
    measure: Measure | None
    where: Checked
    names: frozenset[str]
    needs: frozenset[str]

    @property
    def is_strict(self) -> bool:
        """Whether a member without a value makes it unknown: sums and counts lack one only where they are not known."""
        return self.function == "sum" and self.measure is not None and self.measure.function in ("count", "sum")

    @property
    def columns(self) -> frozenset[str]:
        """The measures of a member that it looks at."""
        return self.names | {self.measure.key} if self.measure else self.names


@dataclass(frozen=True, slots=True)
class BookConstant:
    """A total of the whole book; `part`: the part of five that it bounds, None for a sum or a count."""

    key: str
    measure: Measure | None
    part: int | None


def group_rule(text: GroupRuleText) -> GroupRule:
    """Give what joins customers into a group."""
    return GroupRule(text.majority_permille, text.links, frozenset(text.ignored))


def check_group(texts: Mapping[str, GroupText], measures: Mapping[str, Measure]) -> dict[str, GroupMeasure]:
    """Check the measures over groups.

    Raises: NoMeasureToAddUp, DefinitionUnreadable, and what the language refuses.
    """
    return {key: _checked(key, text, measures) for key, text in texts.items()}


def _checked(key: str, text: GroupText, measures: Mapping[str, Measure]) -> GroupMeasure:
    try:
        function, name = text.chosen()
    except ValueError as error:
        raise DefinitionUnreadable(place=f"group.{key}", problem=str(error)) from error
    integer: dict[str, Type] = dict.fromkeys(measures, "integer")
    where = check(parse(text.where), integer, mode="reading")
    measure = None if name == "*" else _measure(key, name, measures)
    names = names_in(where.node)
    taken = [measures[each] for each in names] + ([measure] if measure else [])
    return GroupMeasure(key, function, measure, where, names, frozenset[str]().union(*(each.needs for each in taken)))


def check_book(texts: Mapping[str, BookText], measures: Mapping[str, Measure]) -> dict[str, BookConstant]:
    """Check the totals of the book.

    Raises: NoMeasureToAddUp, DefinitionUnreadable.
    """
    found = {}
    for key, text in texts.items():
        try:
            name = text.measure()
        except ValueError as error:
            raise DefinitionUnreadable(place=f"book.{key}", problem=str(error)) from error
        measure = None if name is None else _measure(key, name, measures)
        found[key] = BookConstant(key, measure, text.part if text.bound else None)
    return found


def _measure(key: str, name: str, measures: Mapping[str, Measure]) -> Measure:
    if name not in measures:
        raise NoMeasureToAddUp(name=key, measure=name)
    return measures[name]


def constant(key: str) -> str:
    """Name the parameter that holds a total of the book."""
    return f"constant_{key}"


def with_groups(
    group: Mapping[str, GroupMeasure], reach: Reach, *, after: str, supplied: Callable[[str], str]
) -> list[tuple[str, str]]:
    """Give the named queries that add the measures over groups to the columns of the query `after`; the last one does.

    `supplied`: writes the condition that a kind is supplied.
    """
    looked_at = sorted(frozenset[str]().union(*(each.columns for each in group.values())))
    of = "".join(f", m.{reach.quote(name)}" for name in looked_at)
    members = (
        f"SELECT m.customer_id, COALESCE(g.{GROUP}, m.customer_id) AS {GROUP}{of}"
        f" FROM {after} m LEFT JOIN ({reach.pairs(GROUPED, ROOTS, GROUP)}) g ON g.customer_id = m.customer_id"
    )
    totals = ", ".join(_total(each, reach, supplied) for each in group.values())
    columns = ", ".join(f"t.{reach.quote(key)}" for key in group)
    return [
        ("measured_members", members),
        ("measured_groups", f"SELECT {GROUP}, {totals} FROM measured_members GROUP BY {GROUP}"),
        (
            "measured_with_groups",
            f"SELECT a.*, t.{GROUP}, {columns} FROM {after} a JOIN measured_members b ON b.customer_id = a.customer_id"
            f" JOIN measured_groups t ON t.{GROUP} = b.{GROUP}",
        ),
    ]


def _total(of: GroupMeasure, reach: Reach, supplied: Callable[[str], str]) -> str:
    where = to_sql(of.where, reach.dialect)
    known = f"{GROUP} <> {TOO_LARGE}"
    if of.measure is None:
        value = f"SUM(CASE WHEN {where} THEN 1 ELSE 0 END)"
    else:
        column = reach.quote(of.measure.key)
        value = f"{of.function.upper()}(CASE WHEN {where} THEN {column} END)"
        if of.is_strict:
            value = f"COALESCE({value}, 0)"
            known += f" AND SUM(CASE WHEN ({where}) AND {column} IS NULL THEN 1 ELSE 0 END) = 0"
    known = " AND ".join([known, *(supplied(kind) for kind in sorted(of.needs))])
    return f"CAST(CASE WHEN {known} THEN {value} END AS BIGINT) AS {reach.quote(of.key)}"


def with_book(book: Iterable[str], reach: Reach, *, after: str) -> tuple[str, str]:
    """Give the named query that adds the totals of the book to the columns of the query `after`."""
    columns = "".join(f", {reach.parameter(constant(key))} AS {reach.quote(key)}" for key in book)
    return ("measured_in_book", f"SELECT a.*{columns} FROM {after} a")


Row = Mapping[str, Value]


def group_values(
    group: Iterable[GroupMeasure], members: Sequence[Row] | None, *, supplied: Mapping[str, bool]
) -> dict[str, Value]:
    """Compute the measures over one group; `members`: their measures, None for a group that is too large."""
    return {each.key: None if members is None else _value(each, members, supplied) for each in group}


def _value(of: GroupMeasure, members: Sequence[Row], supplied: Mapping[str, bool]) -> Value:
    if not all(supplied[kind] for kind in of.needs):
        return None
    is_meant = to_python(of.where)
    chosen = [member for member in members if is_meant(member) is True]
    if of.measure is None:
        return len(chosen)
    values = [member[of.measure.key] for member in chosen]
    if of.is_strict and None in values:
        return None
    known = [value for value in values if isinstance(value, int)]
    if of.function == "sum":
        return sum(known) if known or of.is_strict else None
    if not known:
        return None
    return min(known) if of.function == "min" else max(known)


def book_totals(book: Iterable[BookConstant], customers: Sequence[Row]) -> dict[str, int]:
    """Compute the totals of a book from the measures of its customers.

    Customers of whom a measure is not known are left out of its total; a total of none is left out itself.
    """
    found: dict[str, int] = {}
    for each in book if customers else ():
        if each.measure is None:
            found[each.key] = len(customers)
            continue
        of = each.measure.key
        values = [value for row in customers if isinstance(value := row[of], int)]
        if values:
            found[each.key] = sum(values) if each.part is None else bound_of(values, each.part)
    return found


def bound_of(values: Sequence[int], part: int) -> int:
    """Give the greatest value of the first `part` fifths of some values; whom a fifth ends within counts to it."""
    return sorted(values)[-(-len(values) * part // 5) - 1]
