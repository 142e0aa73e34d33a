"""One table per operator, worked out by hand: Python, PostgreSQL and DuckDB must each give exactly these values."""

from collections.abc import Sequence
from typing import Literal

import pytest

from kedun.expressions import OPERATORS, Value
from tests.expressions.engines import Engines, Row, checked, exact, on_python

MOST, LEAST = 2**63 - 1, -(2**63)
N = None
T, F = True, False

Line = tuple[tuple[Value, ...], Value]
"""The values of the names, and the result."""

TABLES: dict[str, tuple[Literal["row", "reading"], str, str, Sequence[Line]]] = {
    "+ of whole numbers": (
        "row",
        "a + b",
        "a b",
        [
            ((2, 3), 5),
            ((-2, 2), 0),
            ((MOST, 0), MOST),
            ((MOST, LEAST), -1),
            ((LEAST, MOST), -1),
            ((N, 1), N),
            ((1, N), N),
            ((N, N), N),
        ],
    ),
    "- of whole numbers": (
        "row",
        "a - b",
        "a b",
        [
            ((2, 3), -1),
            ((-2, -2), 0),
            ((MOST, MOST), 0),
            ((LEAST, 0), LEAST),
            ((-1, MOST), LEAST),
            ((N, 1), N),
            ((1, N), N),
        ],
    ),
    "* of whole numbers": (
        "row",
        "a * b",
        "a b",
        [
            ((2, 3), 6),
            ((-2, 3), -6),
            ((0, LEAST), 0),
            ((MOST, -1), -MOST),
            ((2**31, 2**31), 2**62),
            ((N, 0), N),
            ((0, N), N),
        ],
    ),
    "* of a 32-bit column": (
        "row",
        "small * 2",
        "small",
        [((2**31 - 1,), 2**32 - 2), ((-(2**31),), -(2**32)), ((N,), N)],
    ),
    "* of two 32-bit columns": ("row", "least(small, small) * small", "small", [((2**31 - 1,), (2**31 - 1) ** 2)]),
    "- of a 32-bit column": ("row", "small - 1", "small", [((-(2**31),), -(2**31) - 1), ((N,), N)]),
    "+ of literals": ("row", "2147483647 + 1 + a", "a", [((0,), 2**31)]),
    "negate a whole number": ("row", "-a", "a", [((5,), -5), ((0,), 0), ((MOST,), -MOST), ((-MOST,), MOST), ((N,), N)]),
    "negate a 32-bit column": ("row", "-small", "small", [((-(2**31),), 2**31)]),
    "negate a real": ("reading", "-r", "r", [((1.5,), -1.5), ((0.0,), 0.0), ((-0.0,), 0.0), ((N,), N)]),
    "+ of reals": (
        "reading",
        "r + s",
        "r s",
        [((0.1, 0.2), 0.1 + 0.2), ((-0.0, -0.0), 0.0), ((N, 1.0), N), ((1.0, N), N)],
    ),
    "- of reals": ("reading", "r - s", "r s", [((0.3, 0.1), 0.3 - 0.1), ((1e300, 1e300), 0.0), ((N, 1.0), N)]),
    "* of reals": (
        "reading",
        "r * s",
        "r s",
        [((0.1, 3.0), 0.1 * 3.0), ((-1.0, 0.0), 0.0), ((2.0**500, 2.0**500), 2.0**1000), ((0.0, N), N)],
    ),
    "+ of whole numbers in a reading": (
        "reading",
        "a + b",
        "a b",
        [((2**53, 1), 2.0**53), ((MOST, 0), 2.0**63), ((LEAST, 0), -(2.0**63)), ((N, 1), N)],
    ),
    "a bare whole number in a reading": ("reading", "a", "a", [((2**53 + 1,), 2**53 + 1), ((N,), N)]),
    "a bare real": ("reading", "r", "r", [((-0.0,), 0.0), ((0.1,), 0.1), ((N,), N)]),
    "a literal in a reading": ("reading", "9007199254740993", "", [((), 2.0**53)]),
    "decimal literals": ("reading", "0.1 + 123456789.012345", "", [((), 0.1 + 123456789.012345)]),
    "the smallest decimal": ("reading", "0.000000000000001 + r", "r", [((0.0,), 1e-15)]),
    "= of whole numbers": (
        "row",
        "a = b",
        "a b",
        [((1, 1), T), ((1, 2), F), ((MOST, MOST), T), ((MOST, MOST - 1), F), ((N, 1), N), ((N, N), N)],
    ),
    "= of text": (
        "row",
        "t = u",
        "t u",
        [
            (("x", "x"), T),
            (("x", "X"), F),
            (("x", "x "), F),
            (("", ""), T),
            (("客", "客"), T),
            (("ß", "ss"), F),
            (("", N), N),
        ],
    ),
    "= of booleans": ("row", "f = g", "f g", [((T, T), T), ((T, F), F), ((F, F), T), ((N, T), N)]),
    "= of a whole number and a decimal": ("row", "a = 1.5", "a", [((1,), F), ((2,), F), ((N,), N)]),
    "= of a large whole number and a real": ("row", "a = r", "a r", [((2**53 + 1, 2.0**53), T), ((MOST, 2.0**63), T)]),
    "= of zeros": ("reading", "r = s", "r s", [((0.0, -0.0), T), ((0.1, 0.1), T)]),
    "<> of whole numbers": ("row", "a <> b", "a b", [((1, 1), F), ((1, 2), T), ((N, 1), N), ((N, N), N)]),
    "<> of text": ("row", "t <> 'x%'", "t", [(("x%",), F), (("x",), T), (("",), T), ((N,), N)]),
    "< of whole numbers": (
        "row",
        "a < b",
        "a b",
        [((1, 2), T), ((2, 2), F), ((LEAST, MOST), T), ((N, 2), N), ((2, N), N)],
    ),
    "<= of whole numbers": ("row", "a <= b", "a b", [((1, 2), T), ((2, 2), T), ((3, 2), F), ((N, 2), N)]),
    "> of whole numbers": ("row", "a > -1", "a", [((-1,), F), ((0,), T), ((N,), N)]),
    "> of a decimal": ("row", "a > 30.5", "a", [((30,), F), ((31,), T), ((N,), N)]),
    ">= of reals": (
        "reading",
        "r >= 0.3",
        "r",
        [((0.1 + 0.2,), T), ((0.3,), T), ((0.2999999999999999,), F), ((N,), N)],
    ),
    "IS NULL": ("row", "t IS NULL", "t", [(("",), F), (("x",), F), ((N,), T)]),
    "IS NULL of a comparison": ("row", "(a > 1) IS NULL", "a", [((1,), F), ((2,), F), ((N,), T)]),
    "IS NOT NULL": ("reading", "a IS NOT NULL", "a", [((0,), T), ((N,), F)]),
    "IN whole numbers": (
        "row",
        "a IN (1, -2, 9223372036854775807)",
        "a",
        [((1,), T), ((-2,), T), ((MOST,), T), ((3,), F), ((N,), N)],
    ),
    "IN text": (
        "row",
        "t IN ('x', 'it''s', '50%', '\\')",
        "t",
        [(("x",), T), (("it's",), T), (("50%",), T), (("\\",), T), (("y",), F), ((N,), N)],
    ),
    "IN decimals": ("row", "a IN (1, 2.5)", "a", [((1,), T), ((2,), F), ((N,), N)]),
    "IN many reals": (
        "reading",
        "-r IN (0, 1, 2, 3, 4, 5, 6, 7, 8, 9)",
        "r",
        [((0.0,), T), ((-9.0,), T), ((0.5,), F), ((N,), N)],
    ),
    "NOT IN": ("row", "a NOT IN (1, 2)", "a", [((1,), F), ((3,), T), ((N,), N)]),
    "NOT IN text": ("row", "t NOT IN ('50%')", "t", [(("50%",), F), (("50",), T), ((N,), N)]),
    "NOT": ("row", "NOT f", "f", [((T,), F), ((F,), T), ((N,), N)]),
    "AND": (
        "row",
        "f AND g",
        "f g",
        [
            ((T, T), T),
            ((T, F), F),
            ((F, T), F),
            ((F, F), F),
            ((T, N), N),
            ((N, T), N),
            ((F, N), F),
            ((N, F), F),
            ((N, N), N),
        ],
    ),
    "OR": (
        "row",
        "f OR g",
        "f g",
        [
            ((T, T), T),
            ((T, F), T),
            ((F, T), T),
            ((F, F), F),
            ((T, N), T),
            ((N, T), T),
            ((F, N), N),
            ((N, F), N),
            ((N, N), N),
        ],
    ),
    "AND of three": ("row", "f AND g AND a > 0", "f g a", [((T, T, 1), T), ((N, T, 0), F), ((T, N, 1), N)]),
    "OR of three": ("row", "f OR g OR a > 0", "f g a", [((F, F, 0), F), ((N, F, 1), T), ((F, N, 0), N)]),
    "CASE": (
        "row",
        "CASE WHEN a > 0 THEN 'up' WHEN a < 0 THEN 'down' ELSE t END",
        "a t",
        [((1, "x"), "up"), ((-1, "x"), "down"), ((0, "x"), "x"), ((N, "x"), "x"), ((N, N), N)],
    ),
    "CASE without ELSE": ("row", "CASE WHEN f THEN a END", "f a", [((T, 1), 1), ((F, 1), N), ((N, 1), N)]),
    "CASE with NULL": (
        "reading",
        "CASE WHEN f THEN NULL ELSE a END",
        "f a",
        [((T, 1), N), ((F, 1), 1.0), ((N, 1), 1.0)],
    ),
    "CASE whose unreached arm would overflow": (
        "row",
        "CASE WHEN a < 10 THEN a * a ELSE 0 END",
        "a",
        [((3,), 9), ((MOST,), 0), ((N,), 0)],
    ),
    "ratio": (
        "reading",
        "ratio(a, b)",
        "a b",
        [
            ((1, 3), 1 / 3),
            ((-1, 3), -1 / 3),
            ((0, 5), 0.0),
            ((0, -5), 0.0),
            ((5, 0), N),
            ((0, 0), N),
            ((N, 1), N),
            ((1, N), N),
            ((N, 0), N),
        ],
    ),
    "ratio by minus zero": ("reading", "ratio(1, -r)", "r", [((0.0,), N), ((-0.0,), N), ((2.0,), -0.5)]),
    "least": (
        "row",
        "least(a, b)",
        "a b",
        [((1, 2), 1), ((2, 1), 1), ((MOST, LEAST), LEAST), ((N, 1), N), ((1, N), N), ((N, N), N)],
    ),
    "least of three": (
        "reading",
        "least(r, s, 0.5)",
        "r s",
        [((1.0, 2.0), 0.5), ((0.1, 2.0), 0.1), ((N, 2.0), N), ((2.0, N), N)],
    ),
    "greatest": (
        "row",
        "greatest(a, b, -1)",
        "a b",
        [((1, 2), 2), ((-5, -7), -1), ((N, 1), N), ((1, N), N), ((N, N), N)],
    ),
    "greatest of zeros": ("reading", "greatest(r, s)", "r s", [((0.0, -0.0), 0.0), ((-0.0, 0.0), 0.0), ((N, 0.0), N)]),
    "least of constants": ("reading", "least(ratio(1, 0), 2)", "", [((), N)]),
    "clamp": ("row", "clamp(a, 0, 10)", "a", [((-5,), 0), ((0,), 0), ((5,), 5), ((10,), 10), ((11,), 10), ((N,), N)]),
    "clamp between readings": (
        "reading",
        "clamp(5, r, s)",
        "r s",
        [((1.0, 9.0), 5.0), ((9.0, 1.0), 1.0), ((N, 9.0), N), ((1.0, N), N)],
    ),
    "quotient": (
        "row",
        "quotient(a, b)",
        "a b",
        [
            ((7, 2), 3),
            ((-7, 2), -3),
            ((7, -2), -3),
            ((-7, -2), 3),
            ((1, 2), 0),
            ((LEAST, 1), LEAST),
            ((5, 0), N),
            ((N, 2), N),
            ((2, N), N),
        ],
    ),
}


def named(names: str, values: Sequence[Value]) -> Row:
    return dict(zip(names.split(), values, strict=True))


@pytest.mark.parametrize("title", TABLES)
def test_truth_table_of_python(title: str) -> None:
    mode, text, names, lines = TABLES[title]
    assert on_python([checked(text, mode)], [named(names, given) for given, _ in lines]) == [
        [exact(result)] for _, result in lines
    ]


@pytest.mark.parametrize("title", TABLES)
def test_truth_table_of_postgres(title: str, engines: Engines) -> None:
    mode, text, names, lines = TABLES[title]
    found = engines.on_postgres([checked(text, mode)], [named(names, given) for given, _ in lines])
    assert found == [[exact(result)] for _, result in lines]


@pytest.mark.parametrize("title", TABLES)
def test_truth_table_of_duckdb(title: str, engines: Engines) -> None:
    mode, text, names, lines = TABLES[title]
    found = engines.on_duckdb([checked(text, mode)], [named(names, given) for given, _ in lines])
    assert found == [[exact(result)] for _, result in lines]


@pytest.mark.parametrize("function", ["least", "greatest"])
def test_null_handling_of_least_is_the_same_on_every_engine(function: str, engines: Engines) -> None:
    rows: list[Row] = [{"a": 1, "b": None}, {"a": None, "b": 1}, {"a": None, "b": None}]
    expressions = [checked(f"{function}(a, b)", "row"), checked(f"clamp(a, b, {function}(b, a))", "reading")]
    nothing = [[None, None]] * 3
    assert on_python(expressions, rows) == nothing, "Python"
    assert engines.on_postgres(expressions, rows) == nothing, "PostgreSQL"
    assert engines.on_duckdb(expressions, rows) == nothing, "DuckDB"


@pytest.mark.parametrize("symbol", OPERATORS)
def test_every_operator_has_a_truth_table(symbol: str) -> None:
    assert [title for title in TABLES if title == symbol or title.startswith(f"{symbol} ")]
