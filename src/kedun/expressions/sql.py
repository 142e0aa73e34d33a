"""Prints a checked tree as SQL; sqlglot builds the statement, no text of a user is ever pasted into one."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sqlglot import exp

from kedun.expressions.nodes import (
    And,
    Arithmetic,
    Call,
    Case,
    Checked,
    Literal,
    Name,
    Negate,
    Node,
    Or,
    Real,
    children,
    symbol,
)
from kedun.expressions.render import decimal_text
from kedun.expressions.values import Dialect, Mode

Sql = exp.Expr
Build = Callable[..., Sql]

PARAMETERS: dict[Dialect, str] = {"postgres": "%({})s", "duckdb": "${}", "spark": ":{}"}
PLAIN_COLUMN = re.compile(r'[\w."`]+')
LARGEST_WITHOUT_CAST = 2**31 - 1


@dataclass(frozen=True, slots=True)
class _Printer:
    dialect: Dialect
    mode: Mode
    parameters: frozenset[str]
    columns: Mapping[str, str]


def quoted(name: str, dialect: Dialect) -> str:
    """Quote an identifier."""
    return exp.to_identifier(name, quoted=True).sql(dialect=dialect)


def parameter(name: str, dialect: Dialect) -> str:
    """Write the mark of a bound parameter."""
    return PARAMETERS[dialect].format(name)


def to_sql(
    checked: Checked,
    dialect: Dialect,
    *,
    parameters: frozenset[str] = frozenset(),
    columns: Mapping[str, str] | None = None,
) -> str:
    """Print a checked expression.

    `parameters` are bound as whole numbers under their names; `columns` gives the SQL of names that are not columns.
    """
    printed = _printed(checked.node, _Printer(dialect, checked.mode, parameters, columns or {}))
    if checked.type == "real":
        printed = exp.Add(this=_bracketed(printed), expression=_real(exp.Literal.number("0.0")))  # removes -0.0
    return printed.sql(dialect=dialect)


def _printed(node: Node, printer: _Printer) -> Sql:
    match node:
        case Name():
            return _name(node.name, printer)
        case Literal():
            return _literal(node, printer.dialect)
        case Real():
            return _real(_printed(node.operand, printer))
        case Case():
            return _case(node, printer)
    operands = [_operand(node, child, printer) for child in children(node)]
    if symbol(node) == "quotient":
        return _quotient(*operands, dialect=printer.dialect)
    return BUILD[symbol(node)](*operands)


def _operand(parent: Node, child: Node, printer: _Printer) -> Sql:
    """Print an operand; whole numbers are calculated in 64 bits, also where a column has 32."""
    printed = _printed(child, printer)
    is_narrow = not _calculates(child) and not (isinstance(child, Name) and child.name in printer.parameters)
    if printer.mode == "row" and _calculates(parent) and is_narrow:
        return _whole(printed)
    if isinstance(parent, And | Or) and not isinstance(child, And | Or):
        return printed  # every engine binds NOT and comparisons stronger than AND and OR
    return _bracketed(printed)


def _calculates(node: Node) -> bool:
    return isinstance(node, Arithmetic | Negate) or (isinstance(node, Call) and node.function == "quotient")


def _name(name: str, printer: _Printer) -> Sql:
    if name in printer.parameters:
        return _whole(exp.Var(this=parameter(name, printer.dialect)))
    if name not in printer.columns:
        return exp.column(name, quoted=True)
    given = exp.Var(this=printer.columns[name])
    return given if PLAIN_COLUMN.fullmatch(printer.columns[name]) else exp.Paren(this=given)


def _literal(node: Literal, dialect: Dialect) -> Sql:
    match node.value:
        case bool():
            return exp.Boolean(this=node.value)
        case int():
            number = exp.Literal.number(node.value)
            return number if abs(node.value) <= LARGEST_WITHOUT_CAST else _whole(number)
        case float():
            return _real(exp.Literal.number(decimal_text(node.value)))
        case str():
            return _text(node.value, dialect)
    return exp.Null()


def _text(value: str, dialect: Dialect) -> Sql:
    """Print a text; psycopg takes % for a parameter, so PostgreSQL gets it by its number."""
    if dialect == "postgres" and "%" in value:
        escaped = value.replace("\\", "\\\\").replace("%", "\\0025").replace("'", "\\0027")
        return exp.UnicodeString(this=escaped)
    return exp.Literal.string(value)


def _case(node: Case, printer: _Printer) -> Sql:
    arms = [exp.If(this=_printed(condition, printer), true=_printed(value, printer)) for condition, value in node.arms]
    if node.otherwise == Literal(None):
        return exp.Case(ifs=arms)
    return exp.Case(ifs=arms, default=_printed(node.otherwise, printer))


def _bracketed(printed: Sql) -> Sql:
    """Put brackets around whatever an operator beside it could tear apart."""
    is_whole = isinstance(printed, exp.Paren) or not isinstance(printed, exp.Binary | exp.Unary | exp.In)
    return printed if is_whole else exp.Paren(this=printed)


def _whole(printed: Sql) -> Sql:
    return exp.Cast(this=printed, to=exp.DataType.build("BIGINT"))


def _real(printed: Sql) -> Sql:
    return exp.Cast(this=printed, to=exp.DataType.build("DOUBLE"))


def _binary(kind: type[exp.Binary]) -> Build:
    return lambda left, right: kind(this=left, expression=right)


def _joined(kind: type[exp.Connector]) -> Build:
    def build(first: Sql, *rest: Sql) -> Sql:
        for each in rest:
            first = kind(this=first, expression=each)
        return first

    return build


def _is_null(operand: Sql) -> Sql:
    return exp.Is(this=operand, expression=exp.Null())


def _is_in(operand: Sql, *items: Sql) -> Sql:
    return exp.In(this=operand, expressions=[item.unnest() for item in items])


def _not(operand: Sql) -> Sql:
    return exp.Not(this=operand)


def _or_null(right: Sql) -> Sql:
    """Make a base of 0 the missing value, so that no engine divides by 0."""
    return exp.Nullif(this=right.unnest(), expression=exp.Literal.number(0))


def _ratio(left: Sql, right: Sql) -> Sql:
    return exp.Div(this=left, expression=_or_null(right), typed=True)


def _quotient(left: Sql, right: Sql, *, dialect: Dialect) -> Sql:
    """Divide whole numbers, cutting toward zero; PostgreSQL has no other sign for it than its division."""
    if dialect == "postgres":
        return _ratio(left, right)
    return exp.IntDiv(this=left, expression=_or_null(right))


def _when_known(build: Build) -> Build:
    """Give NULL when any argument is NULL; every engine's own LEAST and GREATEST would pass over it."""

    def build_case(*arguments: Sql) -> Sql:
        built = build(*(argument.unnest() for argument in arguments))
        known = [_not(_is_null(argument.copy())) for argument in arguments if not _is_number(argument)]
        return exp.Case(ifs=[exp.If(this=_joined(exp.And)(*known), true=built)]) if known else built

    return build_case


def _is_number(printed: Sql) -> bool:
    """Tell whether a number is written here, which is never NULL."""
    while isinstance(printed, exp.Cast | exp.Paren | exp.Neg):
        printed = printed.this
    return isinstance(printed, exp.Literal)


def _least(*arguments: Sql) -> Sql:
    return exp.Least(this=arguments[0], expressions=list(arguments[1:]), ignore_nulls=True)


def _greatest(*arguments: Sql) -> Sql:
    return exp.Greatest(this=arguments[0], expressions=list(arguments[1:]), ignore_nulls=True)


def _clamp(value: Sql, low: Sql, high: Sql) -> Sql:
    return _least(_greatest(value, low), high)


BUILD: dict[str, Build] = {
    "+": _binary(exp.Add),
    "-": _binary(exp.Sub),
    "*": _binary(exp.Mul),
    "negate": lambda operand: exp.Neg(this=operand),
    "=": _binary(exp.EQ),
    "<>": _binary(exp.NEQ),
    "<": _binary(exp.LT),
    "<=": _binary(exp.LTE),
    ">": _binary(exp.GT),
    ">=": _binary(exp.GTE),
    "IS NULL": _is_null,
    "IS NOT NULL": lambda operand: _not(_is_null(operand)),
    "IN": _is_in,
    "NOT IN": lambda operand, *items: _not(_is_in(operand, *items)),
    "NOT": _not,
    "AND": _joined(exp.And),
    "OR": _joined(exp.Or),
    "ratio": _ratio,
    "least": _when_known(_least),
    "greatest": _when_known(_greatest),
    "clamp": _when_known(_clamp),
}
