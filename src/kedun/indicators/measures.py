"""Measures, checked: integer aggregates of fact views, each with what must be supplied for it to mean anything."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from kedun.expressions import Checked, Type, check, names_in, parse
from kedun.facts.kinds import KINDS
from kedun.facts.steps import Layers, in_layers, needed, types_of
from kedun.facts.views import VIEWS, View, source_columns
from kedun.indicators.definition import DefinitionUnreadable, Function, MeasureText
from kedun.kernel.refusals import Invalid

CHECK_MAX_AGE = 365
"""Days for which a background check answers for a customer. Source: docs/why/indicators.md."""


class UnknownFact(Invalid):
    """Measure {measure}: there is no kind of fact named {fact}."""

    zh = "度量 {measure}：没有名为 {fact} 的事实类型。"


class NotAnInteger(Invalid):
    """Measure {measure}: {column} is not a number; only integers are aggregated."""

    zh = "度量 {measure}：{column} 不是整数，无法汇总。"


@dataclass(frozen=True, slots=True)
class Measure:
    """One aggregate, ready to print or to compute.

    `rests_on`: the first-pass measures its condition names. `is_strict`: a null row makes the result unknown.
    `needs`: delivered kinds it rests on; `checks`: scopes in which the customer must have been checked.
    """

    key: str
    fact: str
    function: Function
    argument: Checked | None
    where: Checked
    is_strict: bool
    rests_on: frozenset[str]
    needs: frozenset[str]
    checks: frozenset[str]

    @property
    def column_names(self) -> frozenset[str]:
        """The view columns that it names."""
        named = names_in(self.where.node) - self.rests_on
        return named | names_in(self.argument.node) if self.argument else named


@dataclass(frozen=True, slots=True)
class FactView:
    """A view's columns, checked and in order, with its condition of visibility."""

    view: View
    visible: Checked
    layers: Layers
    types: Mapping[str, Type]


@cache
def fact_views() -> Mapping[str, FactView]:
    """Check every declared view once."""
    return MappingProxyType({kind: _checked_view(view) for kind, view in VIEWS.items()})


def _checked_view(view: View) -> FactView:
    stored = source_columns(view)
    layers = in_layers({each.name: each.text for each in view.columns}, stored, mode="row", shipped=True)
    visible = check(parse(view.visible), stored, mode="row")
    return FactView(view, visible, layers, {**stored, **types_of(layers)})


def check_measures(texts: Mapping[str, MeasureText], views: Mapping[str, FactView]) -> dict[str, Measure]:
    """Check all measures; a condition may name measures that themselves name none.

    Raises: UnknownFact, NotAnInteger, DefinitionUnreadable, and what the language refuses.
    """
    rests_on = {key: _other_measures(text, texts, views) for key, text in texts.items()}
    integer: dict[str, Type] = {key: "integer" for key, others in rests_on.items() if not others}
    return {key: _checked(key, text, views, integer if rests_on[key] else {}) for key, text in texts.items()}


def _other_measures(
    text: MeasureText, texts: Mapping[str, MeasureText], views: Mapping[str, FactView]
) -> frozenset[str]:
    """Give the measures that a condition names; a column of the view goes before a measure of the same name."""
    columns = views[text.fact].types.keys() if text.fact in views else ()
    return (names_in(parse(text.where)) & texts.keys()) - set(columns)


def _checked(key: str, text: MeasureText, views: Mapping[str, FactView], first: Mapping[str, Type]) -> Measure:
    if text.fact not in views:
        raise UnknownFact(measure=key, fact=text.fact)
    fact = views[text.fact]
    try:
        function, column = text.chosen()
    except ValueError as error:
        raise DefinitionUnreadable(place=f"measures.{key}", problem=str(error), kind="one_of") from error
    argument = None if column == "*" else check(parse(column), fact.types, mode="row")
    if argument is not None and argument.type != "integer":
        raise NotAnInteger(measure=key, column=column)
    where = check(parse(text.where), {**first, **fact.types}, mode="row")
    named = names_in(where.node) | (names_in(argument.node) if argument else frozenset())
    return Measure(
        key=key,
        fact=text.fact,
        function=function,
        argument=argument,
        where=where,
        is_strict=_is_strict(fact, names_in(argument.node) if argument else ()),
        rests_on=(names_in(where.node) & first.keys()) - fact.types.keys(),
        needs=_needs(fact, named),
        checks=frozenset(filter(None, [KINDS[text.fact].check_scope])),
    )


def _is_strict(fact: FactView, columns: Iterable[str]) -> bool:
    return any(each.is_strict for each in fact.view.columns if each.name in columns)


def _needs(fact: FactView, columns: Iterable[str]) -> frozenset[str]:
    used = {step.name for layer in needed(fact.layers, columns) for step in layer}
    joined = frozenset[str]().union(*(each.needs for each in fact.view.columns if each.name in used))
    own = KINDS[fact.view.kind]
    always = own.name == "customer" or own.supplied_by == "check"
    return joined if always else joined | {own.name}
