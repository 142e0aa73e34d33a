"""Types and promotions: where a whole number becomes a real, and what type an expression has."""

from typing import Literal

import pytest

from kedun.expressions import LANGUAGE_VERSION, OPERATORS, Call, Name, Type, check, parse
from kedun.expressions import Literal as Written
from kedun.expressions.closures import STRICT, THREE_VALUED
from kedun.expressions.nodes import Real, walk
from kedun.expressions.sql import BUILD
from tests.expressions.engines import SCOPE, checked


@pytest.mark.parametrize(
    ("mode", "text", "result"),
    [
        pytest.param("row", "a + small", "integer", id="rows stay whole"),
        pytest.param("row", "least(a, 1)", "integer", id="functions of whole numbers"),
        pytest.param("row", "CASE WHEN f THEN NULL ELSE a END", "integer", id="NULL takes the type beside it"),
        pytest.param("row", "CASE WHEN f THEN CASE WHEN g THEN 'x' END END", "text", id="CASE in CASE"),
        pytest.param("row", "a > 1.5", "boolean", id="a comparison"),
        pytest.param("row", "r", "real", id="a bare real in a row"),
        pytest.param("row", "t", "text", id="a bare text"),
        pytest.param("row", "TRUE", "boolean", id="truth"),
        pytest.param("reading", "a", "integer", id="a bare name keeps its type"),
        pytest.param("reading", "-a", "real", id="everything else is real"),
        pytest.param("reading", "5", "real", id="a number"),
        pytest.param("reading", "ratio(a, b)", "real", id="ratio"),
        pytest.param("reading", "f AND a IS NULL", "boolean", id="a condition"),
    ],
)
def test_type_of_an_expression(mode: Literal["row", "reading"], text: str, result: Type) -> None:
    assert checked(text, mode).type == result


@pytest.mark.parametrize(
    ("mode", "text", "promoted"),
    [
        ("reading", "a", []),
        ("reading", "a + b * r + 1", [Name("a"), Name("b"), Written(1)]),
        ("reading", "a IN (1, 2.5)", [Name("a"), Written(1)]),
        ("reading", "t = 'x' OR f", []),
        ("row", "a + b > 1", []),
        ("row", "a + b > 1.5", [parse("a + b")]),
        ("row", "a IN (1, 2.5)", [Name("a"), Written(1)]),
        ("row", "a > r", [Name("a")]),
    ],
)
def test_promotions_are_written_into_the_tree(
    mode: Literal["row", "reading"], text: str, promoted: list[object]
) -> None:
    assert [node.operand for node, _ in walk(checked(text, mode).node) if isinstance(node, Real)] == promoted


@pytest.mark.parametrize("mode", ["row", "reading"])
def test_checking_a_checked_tree_changes_nothing(mode: Literal["row", "reading"]) -> None:
    once = checked("a > 1.5 OR CASE WHEN f THEN a END IN (1, 2)", mode)
    assert check(once.node, SCOPE, mode=mode) == once


def test_every_operator_has_its_calculation_and_its_sql() -> None:
    assert set(STRICT) | set(THREE_VALUED) == set(OPERATORS)
    assert set(BUILD) | {"quotient"} == set(OPERATORS)


def test_a_function_that_nobody_declared_is_our_own_bug() -> None:
    with pytest.raises(KeyError):
        check(Call("system", (Name("a"),)), SCOPE, mode="row")


def test_language_has_a_version() -> None:
    assert LANGUAGE_VERSION == 1
