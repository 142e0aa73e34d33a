"""Turns a checked tree into a Python function that gives exactly what the databases give."""

import math
from collections.abc import Callable, Mapping

from kedun.expressions.nodes import Case, Checked, Literal, Name, Node, Real, children, symbol
from kedun.expressions.refusals import ArithmeticOverflow
from kedun.expressions.values import Value, fits_integer

Number = int | float
Row = Mapping[str, Value]
Closure = Callable[[Row], Value]


def to_python(checked: Checked) -> Closure:
    """Compile a checked expression to a function of a row.

    Arms of CASE that are not reached, and operands of AND and OR after the deciding one, are not calculated.
    Raises: ArithmeticOverflow, when called, where PostgreSQL would raise.
    """
    closure = _compiled(checked.node)
    if checked.type != "real":
        return closure
    return _strict(lambda value: value + 0.0, [closure])  # removes -0.0


def evaluate(node: Node, row: Row) -> Value:
    """Give the value of a typed tree for one row."""
    return _compiled(node)(row)


def _compiled(node: Node) -> Closure:
    match node:
        case Name():
            name = node.name
            return lambda row: row[name]
        case Literal():
            value = node.value
            return lambda _: value
        case Case():
            return _case(node)
        case Real():
            return _strict(float, [_compiled(node.operand)])
    operands = [_compiled(child) for child in children(node)]
    if (special := THREE_VALUED.get(symbol(node))) is not None:
        return special(operands)
    return _strict(STRICT[symbol(node)], operands)


def _strict(function: Callable[..., Value], operands: list[Closure]) -> Closure:
    """Calculate only when every operand has a value."""

    def closure(row: Row) -> Value:
        values = [operand(row) for operand in operands]
        return None if None in values else function(*values)

    return closure


def _case(node: Case) -> Closure:
    arms = [(_compiled(condition), _compiled(value)) for condition, value in node.arms]
    otherwise = _compiled(node.otherwise)

    def closure(row: Row) -> Value:
        return next((value for condition, value in arms if condition(row) is True), otherwise)(row)

    return closure


def _all(operands: list[Closure]) -> Closure:
    return _settled_by(False, operands)


def _any(operands: list[Closure]) -> Closure:
    return _settled_by(True, operands)


def _settled_by(settling: bool, operands: list[Closure]) -> Closure:
    """Give the settling value at the first operand that has it; else unknown if one is unknown."""

    def closure(row: Row) -> Value:
        is_unknown = False
        for operand in operands:
            value = operand(row)
            if value is settling:
                return settling
            is_unknown = is_unknown or value is None
        return None if is_unknown else not settling

    return closure


def _is_null(operands: list[Closure]) -> Closure:
    return lambda row: operands[0](row) is None


def _is_not_null(operands: list[Closure]) -> Closure:
    return lambda row: operands[0](row) is not None


def _fitting(result: Number, left: Number, sign: str, right: Number) -> Number:
    """Give a result back if it is within int64 or a finite double."""
    if fits_integer(result) if isinstance(result, int) else math.isfinite(result):
        return result
    raise ArithmeticOverflow(left=left, operator=sign, right=right)


def _not_vanished(result: Number, left: Number, sign: str, right: Number) -> Number:
    """Refuse a product or ratio too small for a double, as PostgreSQL does."""
    if result == 0 and left and right:
        raise ArithmeticOverflow(left=left, operator=sign, right=right)
    return _fitting(result, left, sign, right)


def _plus(left: Number, right: Number) -> Number:
    return _fitting(left + right, left, "+", right)


def _minus(left: Number, right: Number) -> Number:
    return _fitting(left - right, left, "-", right)


def _times(left: Number, right: Number) -> Number:
    return _not_vanished(left * right, left, "*", right)


def _negated(operand: Number) -> Number:
    return _fitting(-operand, 0, "-", operand)


def _ratio(left: float, right: float) -> Number | None:
    return None if right == 0 else _not_vanished(left / right, left, "/", right)


def _quotient(left: int, right: int) -> Number | None:
    if right == 0:
        return None
    size = abs(left) // abs(right)
    return _fitting(size if (left < 0) == (right < 0) else -size, left, "/", right)


def _clamp(value: Number, low: Number, high: Number) -> Number:
    return min(max(value, low), high)


THREE_VALUED: dict[str, Callable[[list[Closure]], Closure]] = {
    "AND": _all,
    "OR": _any,
    "IS NULL": _is_null,
    "IS NOT NULL": _is_not_null,
}

STRICT: dict[str, Callable[..., Value]] = {
    "+": _plus,
    "-": _minus,
    "*": _times,
    "negate": _negated,
    "=": lambda left, right: left == right,
    "<>": lambda left, right: left != right,
    "<": lambda left, right: left < right,
    "<=": lambda left, right: left <= right,
    ">": lambda left, right: left > right,
    ">=": lambda left, right: left >= right,
    "IN": lambda operand, *items: operand in items,
    "NOT IN": lambda operand, *items: operand not in items,
    "NOT": lambda operand: not operand,
    "ratio": _ratio,
    "least": min,
    "greatest": max,
    "clamp": _clamp,
    "quotient": _quotient,
}
