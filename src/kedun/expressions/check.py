"""Gives every node its type, writes promotions into the tree, and refuses what would differ between engines."""

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kedun.expressions.closures import evaluate
from kedun.expressions.limits import excerpt_of, within_limits, within_products
from kedun.expressions.nodes import (
    Call,
    Case,
    Checked,
    Compare,
    Literal,
    Name,
    Node,
    Real,
    children,
    names_in,
    symbol,
    walk,
    with_children,
)
from kedun.expressions.operators import OPERATORS, Operator
from kedun.expressions.refusals import (
    ArithmeticOverflow,
    ConstantOverflow,
    DecimalRefused,
    NullMisplaced,
    OrderRefused,
    ReadingsOnly,
    ShippedOnly,
    UnknownName,
    WrongArity,
    WrongType,
)
from kedun.expressions.values import LARGEST_INTEGER, NUMBERS, Mode, Type

Typed = tuple[Node, Type | None]
"""A node and its type; NULL has none of its own."""


@dataclass(frozen=True, slots=True)
class _Rules:
    scope: Mapping[str, Type]
    mode: Mode
    shipped: bool


def check(node: Node, scope: Mapping[str, Type], *, mode: Mode, shipped: bool = False) -> Checked:
    """Check an expression against the names it may use.

    In a reading every number is a real, made one at the leaf; but one bare name keeps its type.
    Raises: ExpressionRefused.
    """
    within_limits(node)
    rules = _Rules(scope, mode, shipped)
    if isinstance(node, Name):
        return Checked(node, _type_of_name(node, scope), mode)
    if mode == "reading":
        within_products(node)
    typed, result = _typed(node, rules)
    if result is None:
        raise _refuse_null(node)
    if mode == "row" and result == "real":
        raise _refuse_decimal(node)
    _constants_fit(typed)
    return Checked(typed, result, mode)


def _typed(node: Node, rules: _Rules) -> Typed:
    match node:
        case Name():
            return _leaf(node, _type_of_name(node, rules.scope), rules.mode)
        case Literal():
            return _leaf(node, node.type, rules.mode)
        case Real():
            return _typed(node.operand, rules)  # promotions are decided anew
        case Case():
            return _case(node, rules)
    operator = OPERATORS[symbol(node)]
    _permitted(node, operator, rules)
    parts = [_typed(child, rules) for child in children(node)]
    for part, given in parts:
        _accept(part, given, _Place(operator, rules.mode, node, are_alike=len({each for _, each in parts}) == 1))
    operands, common = _unified(parts)
    return with_children(node, operands), operator.gives or common


def _leaf(node: Node, given: Type | None, mode: Mode) -> Typed:
    if mode == "reading" and given == "integer":
        return Real(node, at=node.at), "real"
    return node, given


def _type_of_name(node: Name, scope: Mapping[str, Type]) -> Type:
    if node.name not in scope:
        nearest = difflib.get_close_matches(node.name, scope, n=1, cutoff=0)
        raise UnknownName(position=node.at, excerpt=node.name, suggestion=nearest[0] if nearest else "—")
    return scope[node.name]


def _case(node: Case, rules: _Rules) -> Typed:
    conditions = [_typed(condition, rules) for condition, _ in node.arms]
    for condition, given in conditions:
        if given is None:
            raise _refuse_null(condition)
        if given != "boolean":
            raise _refuse_type(condition, given, "boolean")
    values = [_typed(value, rules) for value in (*(value for _, value in node.arms), node.otherwise)]
    for value, given in values:
        if given == "real" and rules.mode == "row":
            raise _refuse_decimal(value)
    results, common = _unified(values)
    if common is None:
        raise _refuse_null(node)
    arms = tuple((condition, result) for (condition, _), result in zip(conditions, results[:-1], strict=True))
    return Case(arms, results[-1], at=node.at), common


def _permitted(node: Node, operator: Operator, rules: _Rules) -> None:
    """Accept a function with the right number of arguments, where it is allowed at all."""
    if not isinstance(node, Call):
        return
    low, high = operator.arity
    count = len(node.arguments)
    if count < low or (high is not None and count > high):
        suggestion = operator.form.format("a", "b", "c", all="a, b")
        raise WrongArity(position=node.at, excerpt=node.function, suggestion=suggestion, count=count)
    if operator.is_shipped and not (rules.shipped and operator.mode == rules.mode):
        raise ShippedOnly(position=node.at, excerpt=node.function, suggestion="ratio(a, b)")
    if operator.mode == "reading" and rules.mode == "row":
        raise ReadingsOnly(position=node.at, excerpt=excerpt_of(node), suggestion="a > 2 * b")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an operand stands, and whether the operands beside it are of its type."""

    operator: Operator
    mode: Mode
    parent: Node
    are_alike: bool


def _accept(part: Node, given: Type | None, place: _Place) -> None:
    """Accept an operand of a type that its operator takes."""
    operator = place.operator
    if given is None:
        raise _refuse_null(part, place.parent)
    if given in operator.takes_in(place.mode):
        return
    if given == "real" and "real" in operator.takes:
        raise _refuse_decimal(part)
    if isinstance(place.parent, Compare) and place.are_alike:
        equality = excerpt_of(replace(place.parent, operator="="))
        raise OrderRefused(position=part.at, excerpt=excerpt_of(part), suggestion=equality, given=given)
    raise _refuse_type(part, given, _wanted(operator))


def _wanted(operator: Operator) -> Type:
    """Say which type an operator is about."""
    about: tuple[Type, ...] = ("real", "integer", "boolean")
    return next(each for each in about if each in operator.takes)


def _unified(parts: Sequence[Typed]) -> tuple[list[Node], Type | None]:
    """Bring operands to one type: whole numbers become reals beside a real; NULL fits every type."""
    given = [each for _, each in parts if each is not None]
    if not given:
        return [node for node, _ in parts], None
    if set(given) == NUMBERS:
        return [Real(node, at=node.at) if each == "integer" else node for node, each in parts], "real"
    for node, each in parts:
        if each is not None and each != given[0]:
            raise _refuse_type(node, each, given[0])
    return [node for node, _ in parts], given[0]


def _constants_fit(node: Node) -> None:
    """Refuse calculations between constants that overflow: some engines fail on them even where no row gets there."""
    for each, _ in walk(node):
        if children(each) and not names_in(each):
            try:
                evaluate(each, {})
            except ArithmeticOverflow as overflow:
                raise ConstantOverflow(
                    position=each.at, excerpt=excerpt_of(each), suggestion=str(LARGEST_INTEGER)
                ) from overflow


def _refuse_null(node: Node, parent: Node | None = None) -> NullMisplaced:
    """Make the refusal of a NULL where a value is needed; beside another operand, ask about that one."""
    others = [child for child in children(parent) if child != Literal(None)] if parent is not None else []
    asked = excerpt_of(others[0]) if isinstance(parent, Compare) and others else "a"
    return NullMisplaced(position=node.at, excerpt=excerpt_of(node), suggestion=f"{asked} IS NULL")


def _refuse_decimal(node: Node) -> DecimalRefused:
    return DecimalRefused(position=node.at, excerpt=excerpt_of(node), suggestion="a + b > 1.5")


def _refuse_type(node: Node, given: Type, wanted: Type) -> WrongType:
    return WrongType(
        position=node.at,
        excerpt=excerpt_of(node),
        suggestion=_converted(node, given, wanted),
        given=given,
        wanted=wanted,
    )


def _converted(node: Node, given: Type, wanted: Type) -> str:
    """Suggest how to make one type of another."""
    text = excerpt_of(node)
    if isinstance(node, Literal) and given == "text":
        number = re.fullmatch(r"'(-?[0-9]{1,15}(?:\.[0-9]{1,9})?)'", text)
        return f"a = {text}" if wanted == "boolean" else number.group(1) if number else "30"
    claim = {"text": f"{text} = 'x'", "boolean": text}.get(given, f"{text} <> 0")
    if wanted == "boolean":
        return claim
    if wanted == "text":
        return f"'{text}'" if given in NUMBERS else f"CASE WHEN {claim} THEN 'x' ELSE 'y' END"
    return f"CASE WHEN {claim} THEN 1 ELSE 0 END"
