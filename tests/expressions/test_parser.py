"""Text becomes the right tree."""

import pytest

from kedun.expressions import (
    And,
    Arithmetic,
    Call,
    Case,
    Compare,
    IsNull,
    Literal,
    Membership,
    Name,
    Negate,
    Node,
    Not,
    Or,
    parse,
    unparse,
)

A, B, C = Name("a"), Name("b"), Name("c")


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        pytest.param("a + b * c", Arithmetic("+", A, Arithmetic("*", B, C)), id="products before sums"),
        pytest.param("a - b - c", Arithmetic("-", Arithmetic("-", A, B), C), id="from the left"),
        pytest.param("a - (b - c)", Arithmetic("-", A, Arithmetic("-", B, C)), id="brackets"),
        pytest.param("-a * b", Arithmetic("*", Negate(A), B), id="a sign before a product"),
        pytest.param("-5", Literal(-5), id="a negative number is a literal"),
        pytest.param("-(5)", Negate(Literal(5)), id="unless in brackets"),
        pytest.param("a -5", Arithmetic("-", A, Literal(5)), id="a difference without a space"),
        pytest.param("- -a", Negate(Negate(A)), id="two signs"),
        pytest.param("-0.0", Literal(0.0), id="no minus zero"),
        pytest.param("-9223372036854775808", Literal(-(2**63)), id="the smallest whole number"),
        pytest.param("a OR b AND c", Or((A, And((B, C)))), id="AND before OR"),
        pytest.param("a AND b AND c", And((A, B, C)), id="AND of three is one node"),
        pytest.param("a AND (b AND c)", And((A, And((B, C)))), id="brackets make two"),
        pytest.param("NOT a = b AND c", And((Not(Compare("=", A, B)), C)), id="NOT before AND"),
        pytest.param("NOT NOT a", Not(Not(A)), id="NOT NOT"),
        pytest.param("a != b", Compare("<>", A, B), id="another way to write <>"),
        pytest.param("a is not null", IsNull(A, negated=True), id="small keywords"),
        pytest.param("a + b IS NULL", IsNull(Arithmetic("+", A, B)), id="IS after sums"),
        pytest.param("a IN (1, -2)", Membership(A, (Literal(1), Literal(-2))), id="a list"),
        pytest.param("a NOT IN ('x')", Membership(A, (Literal("x"),), negated=True), id="not in a list"),
        pytest.param("LEAST(a, b)", Call("least", (A, B)), id="functions in any case"),
        pytest.param("CASE WHEN a THEN b END", Case(((A, B),)), id="CASE"),
        pytest.param("case when a then b when b then c else a end", Case(((A, B), (B, C)), A), id="CASE with ELSE"),
        pytest.param("TRUE AND FALSE", And((Literal(True), Literal(False))), id="truth"),
        pytest.param("a = 'it''s'", Compare("=", A, Literal("it's")), id="a quote in a text"),
        pytest.param("a = 'e\u0301'", Compare("=", A, Literal("\u00e9")), id="one spelling of each letter"),
        pytest.param("a = '，（）'", Compare("=", A, Literal("，（）")), id="any letters inside a text"),
        pytest.param("1.50", Literal(1.5), id="a decimal"),
        pytest.param(" \t\r\n a \n", A, id="spaces"),
    ],
)
def test_text_becomes_a_tree(text: str, tree: Node) -> None:
    assert parse(text) == tree
    assert parse(unparse(tree)) == tree


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("a+b*( c )", "a + b * c"),
        ("((a and b)) or not(c)", "a AND b OR NOT c"),
        ("(a or b) and c", "(a OR b) AND c"),
        ("a in(1,2.50)", "a IN (1, 2.5)"),
        ("Ratio(a,b)>=1.0", "ratio(a, b) >= 1.0"),
        ("(a > 1) = (b < 2)", "(a > 1) = (b < 2)"),
        ("0.000010", "0.00001"),
        ("case when a then null else null end", "CASE WHEN a THEN NULL END"),
        ("-(-5) - -(a + b)", "-(-5) - -(a + b)"),
    ],
)
def test_there_is_one_canonical_text(text: str, canonical: str) -> None:
    assert unparse(parse(text)) == canonical


def test_literals_of_different_types_are_different() -> None:
    assert len({Literal(1), Literal(1.0), Literal(True), Literal("1")}) == 4


def test_a_tree_is_the_same_wherever_it_stood() -> None:
    assert parse("  a") == parse("a")


@pytest.mark.parametrize(("text", "column"), [("a + bad", 5), ("a AND\n  bad", 9), ("-bad", 2), ("least(a, bad)", 10)])
def test_nodes_know_their_column(text: str, column: int) -> None:
    waiting: list[Node] = [parse(text)]
    found = []
    while waiting:
        node = waiting.pop()
        found += [node.at] if node == Name("bad") else []
        match node:
            case Arithmetic():
                waiting += [node.left, node.right]
            case And():
                waiting += node.operands
            case Negate():
                waiting.append(node.operand)
            case Call():
                waiting += node.arguments
            case _:
                pass
    assert found == [column]
