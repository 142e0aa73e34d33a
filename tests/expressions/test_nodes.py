"""What can be done with any tree."""

import pytest

from kedun.expressions import Name, names_in, parse, substitute, unparse, walk
from kedun.expressions.nodes import Real, children, symbol, with_children

EVERYTHING = "CASE WHEN a IN (1, 2) AND NOT b IS NULL OR c > -d THEN least(e, f + 1) ELSE g END"


def test_names_in_are_all_names() -> None:
    assert names_in(parse(EVERYTHING)) == set("abcdefg")


def test_walk_gives_parents_first_in_the_order_of_the_text() -> None:
    assert [(unparse(node), level) for node, level in walk(parse("a + -b * 2"))] == [
        ("a + -b * 2", 1),
        ("a", 2),
        ("-b * 2", 2),
        ("-b", 3),
        ("b", 4),
        ("2", 3),
    ]


def test_substitute_puts_trees_in_the_place_of_names() -> None:
    replaced = substitute(parse(EVERYTHING), {"a": parse("x - y"), "d": parse("a + b"), "g": parse("'z'")})
    assert unparse(replaced) == (
        "CASE WHEN x - y IN (1, 2) AND NOT b IS NULL OR c > -(a + b) THEN least(e, f + 1) ELSE 'z' END"
    )


def test_substitute_does_not_look_into_what_it_put_in() -> None:
    assert unparse(substitute(parse("a + b"), {"a": parse("b"), "b": parse("a")})) == "b + a"


@pytest.mark.parametrize("node", [Real(Name("a")), *(node for node, _ in walk(parse(EVERYTHING)))], ids=unparse)
def test_a_node_over_its_own_children_is_the_same_node(node: Name) -> None:
    assert with_children(node, children(node)) == node


def test_names_are_no_operators() -> None:
    with pytest.raises(KeyError):
        symbol(Name("a"))
