"""The types and values of the language, and its limits."""

from typing import Literal, get_args

from kedun.kernel.words import Words

Type = Literal["integer", "real", "text", "boolean"]
"""`integer` is int64, `real` a double, `text` compares only by equality, `boolean` is three-valued."""

Mode = Literal["row", "reading"]
"""`row`: integers stay integers (fact views, measures). `reading`: every number is a real (indicators, rules)."""

Dialect = Literal["postgres", "duckdb", "spark"]

Value = int | float | str | bool | None
"""A value of the language; None is the missing value of every type."""

ALL: frozenset[Type] = frozenset(get_args(Type))
NUMBERS: frozenset[Type] = frozenset({"integer", "real"})

TYPE_WORDS: dict[str, Words] = {
    "integer": Words("整数", "a whole number"),
    "real": Words("数值", "a number"),
    "text": Words("文本", "a text"),
    "boolean": Words("真假值", "true or false"),
}

SMALLEST_INTEGER, LARGEST_INTEGER = -(2**63), 2**63 - 1

MOST_CHARACTERS = 4_000
MOST_NODES = 1_000
MOST_LEVELS = 50
MOST_PRODUCTS = 8
"""Multiplications and ratios of one reading and of the readings it names: with int64 at the leaves no double can overflow."""
MOST_EXTREMES = 4
"""least, greatest, clamp inside one another: SQL prints an argument of theirs twice, so text doubles per level."""
MOST_DIGITS = 15
"""Every decimal with so many digits is the same double on every engine."""


def type_of(value: Value) -> Type | None:
    """Give the type of a value; the missing value has none of its own."""
    match value:
        case None:
            return None
        case bool():
            return "boolean"
        case int():
            return "integer"
        case float():
            return "real"
    return "text"


def fits_integer(value: int) -> bool:
    """Tell whether a whole number is within int64."""
    return SMALLEST_INTEGER <= value <= LARGEST_INTEGER
