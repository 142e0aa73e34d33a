"""The language of measures, indicators, bins, rules and conditions: one text, the same numbers on every engine."""

from kedun.expressions.check import check
from kedun.expressions.closures import to_python
from kedun.expressions.explain import explain, reference
from kedun.expressions.limits import products_through
from kedun.expressions.nodes import (
    And,
    Arithmetic,
    Call,
    Case,
    Checked,
    Compare,
    IsNull,
    Literal,
    Membership,
    Name,
    Negate,
    Node,
    Not,
    Or,
    names_in,
    substitute,
    walk,
)
from kedun.expressions.operators import OPERATORS, Operator
from kedun.expressions.parser import parse
from kedun.expressions.refusals import ArithmeticOverflow, ExpressionRefused
from kedun.expressions.render import decimal_text, unparse
from kedun.expressions.sql import parameter, quoted, to_sql
from kedun.expressions.values import MOST_DIGITS, MOST_PRODUCTS, Dialect, Mode, Type, Value

LANGUAGE_VERSION = 1
"""Raised whenever an expression could give another value than before; stored with every assessment."""

__all__ = [
    "LANGUAGE_VERSION",
    "MOST_DIGITS",
    "MOST_PRODUCTS",
    "OPERATORS",
    "And",
    "Arithmetic",
    "ArithmeticOverflow",
    "Call",
    "Case",
    "Checked",
    "Compare",
    "Dialect",
    "ExpressionRefused",
    "IsNull",
    "Literal",
    "Membership",
    "Mode",
    "Name",
    "Negate",
    "Node",
    "Not",
    "Operator",
    "Or",
    "Type",
    "Value",
    "check",
    "decimal_text",
    "explain",
    "names_in",
    "parameter",
    "parse",
    "products_through",
    "quoted",
    "reference",
    "substitute",
    "to_python",
    "to_sql",
    "unparse",
    "walk",
]
