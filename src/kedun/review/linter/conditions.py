"""Which conditions can hold at once: numbers as intervals, texts as sets, all else as true or false. Arithmetic.

A condition that is not of these forms counts as one that may hold or not, so nothing is claimed that is not so.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import product

from kedun.expressions import And, Arithmetic, Compare, IsNull, Literal, Membership, Name, Node, Not, Or, Value, unparse

MOST_CASES = 256
"""Alternatives of one condition that are looked at; of a condition with more, anything may be so."""

_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "<>": "<>"}
_OPPOSITE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "=": "<>", "<>": "="}


@dataclass(frozen=True, slots=True)
class Domain:
    """What a value may be. `only`: the texts or truths it may be, None for any; `without`: those it may not be.

    `is_null`: whether it must be missing (True), must not be (False), or may be (None). `is_whole`: a whole number.
    """

    low: float = -math.inf
    high: float = math.inf
    is_low_open: bool = False
    is_high_open: bool = False
    only: frozenset[Value] | None = None
    without: frozenset[Value] = frozenset()
    is_null: bool | None = None
    is_whole: bool = False

    def meet(self, other: "Domain") -> "Domain":
        """Give what both allow."""
        low, is_low_open = max((self.low, self.is_low_open), (other.low, other.is_low_open))
        high, is_high_closed = min((self.high, not self.is_high_open), (other.high, not other.is_high_open))
        only = other.only if self.only is None else self.only if other.only is None else self.only & other.only
        met = Domain(
            low,
            high,
            is_low_open,
            not is_high_closed,
            only,
            self.without | other.without,
            other.is_null if self.is_null is None else self.is_null,
            self.is_whole or other.is_whole,
        )
        if None not in (self.is_null, other.is_null) and self.is_null != other.is_null:
            return replace(met, only=frozenset())
        return met._in_whole_numbers() if met.is_whole else met

    def _in_whole_numbers(self) -> "Domain":
        low, high = self.low, self.high
        if math.isfinite(low):
            low = math.floor(low) + 1 if self.is_low_open else math.ceil(low)
        if math.isfinite(high):
            high = math.ceil(high) - 1 if self.is_high_open else math.floor(high)
        return replace(self, low=low, high=high, is_low_open=False, is_high_open=False)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is left that the value could be."""
        if self.only is not None and not self.only - self.without:
            return True
        if self.is_null:
            return False
        is_point = self.low == self.high
        return self.low > self.high or (
            is_point and (self.is_low_open or self.is_high_open or self.low in self.without)
        )


Case = Mapping[str, Domain]
"""One way for a condition to hold: what each value must be."""


class _TooManyError(Exception):
    """There are more alternatives than are looked at."""


def can_hold(condition: Node, known: Case) -> bool:
    """Whether a condition can be true of any customer. `known`: what is so of values whatever the customer."""
    try:
        return bool(_possible(_cases(condition, is_true=True), known))
    except _TooManyError:
        return True


def always_holds(condition: Node, known: Case) -> bool:
    """Whether a condition is true of every customer whose readings are known."""
    return not can_hold(Not(condition), known)


def implies(narrow: Node, wide: Node, known: Case) -> bool:
    """Whether a condition is true wherever another one is, and known."""
    return not can_hold(And((narrow, Not(wide))), known)


def _possible(cases: Iterable[Case], known: Case) -> list[Case]:
    completed = ({name: known.get(name, Domain()).meet(domain) for name, domain in case.items()} for case in cases)
    return [case for case in completed if not any(domain.is_empty for domain in case.values())]


def _cases(node: Node, *, is_true: bool) -> list[Case]:
    match node:
        case Not():
            return _cases(node.operand, is_true=not is_true)
        case And() | Or():
            parts = [_cases(each, is_true=is_true) for each in node.operands]
            return _all_of(parts) if isinstance(node, And) == is_true else [case for part in parts for case in part]
        case Literal(value=bool(value)):
            return [{}] if value == is_true else []
        case IsNull():
            return [{unparse(node.operand): Domain(is_null=is_true != node.negated)}]
        case Membership():
            return _membership(node, is_in=is_true != node.negated)
        case Compare():
            return _comparison(node, node.operator if is_true else _OPPOSITE[node.operator])
    return [{unparse(node): Domain(only=frozenset({is_true}), is_null=False)}]


def _all_of(parts: list[list[Case]]) -> list[Case]:
    if math.prod(len(part) for part in parts) > MOST_CASES:
        raise _TooManyError
    return [_merged(chosen) for chosen in product(*parts)]


def _merged(cases: Iterable[Case]) -> Case:
    merged: dict[str, Domain] = {}
    for case in cases:
        for name, domain in case.items():
            merged[name] = merged.get(name, Domain()).meet(domain)
    return merged


def _membership(node: Membership, *, is_in: bool) -> list[Case]:
    values = frozenset(item.value for item in node.items if isinstance(item, Literal))
    name = unparse(node.operand)
    if not is_in:
        return [{name: Domain(without=values, is_null=False)}]
    return [{name: _equal(value)} for value in sorted(values, key=repr)]


def _comparison(node: Compare, operator: str) -> list[Case]:
    left, right = node.left, node.right
    if isinstance(left, Literal):
        left, right, operator = right, left, _MIRRORED[operator]
    if isinstance(right, Literal):
        return [{unparse(left): _compared(operator, right.value)}]
    if unparse(left) > unparse(right):
        left, right, operator = right, left, _MIRRORED[operator]
    if isinstance(left, Name) and left == right:
        return [{}] if operator in ("=", "<=", ">=") else []
    return [{unparse(Arithmetic("-", left, right)): _compared(operator, 0)}]


def _compared(operator: str, value: Value) -> Domain:
    if operator == "=":
        return _equal(value)
    if operator == "<>" or not isinstance(value, int | float):
        return Domain(without=frozenset({value}), is_null=False)
    if operator in ("<", "<="):
        return Domain(high=value, is_high_open=operator == "<", is_null=False)
    return Domain(low=value, is_low_open=operator == ">", is_null=False)


def _equal(value: Value) -> Domain:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Domain(low=value, high=value, is_null=False)
    return Domain(only=frozenset({value}), is_null=False)
