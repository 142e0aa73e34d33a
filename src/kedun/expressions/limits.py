"""Refuses trees that are too deep, too large, or multiply so often that a double could overflow."""

from collections.abc import Mapping

from kedun.expressions.nodes import Arithmetic, Call, Case, Name, Negate, Node, Real, children, walk
from kedun.expressions.refusals import ExtremesTooDeep, TooDeep, TooManyParts, TooManyProducts
from kedun.expressions.render import unparse
from kedun.expressions.values import MOST_EXTREMES, MOST_LEVELS, MOST_NODES, MOST_PRODUCTS

EXTREMES = frozenset({"least", "greatest", "clamp"})
LONGEST_EXCERPT = 40


def excerpt_of(node: Node) -> str:
    """Give the text of a node, cut where it gets long."""
    text = unparse(node)
    return text if len(text) <= LONGEST_EXCERPT else f"{text[: LONGEST_EXCERPT - 1]}…"


def refuse_depth(position: int, excerpt: str) -> TooDeep:
    """Make the refusal of a tree that is nested too deep."""
    return TooDeep(position=position, excerpt=excerpt, suggestion=str(MOST_LEVELS), limit=MOST_LEVELS)


def within_limits(node: Node) -> None:
    """Accept a tree whose size every engine can take; iterative, so it survives what it refuses."""
    for count, (each, level) in enumerate(walk(node), start=1):
        if level > MOST_LEVELS:
            raise refuse_depth(each.at, "…")
        if count > MOST_NODES:
            raise TooManyParts(position=each.at, excerpt="…", suggestion=str(MOST_NODES), limit=MOST_NODES)
    if _extremes(node) > MOST_EXTREMES:
        raise ExtremesTooDeep(
            position=node.at, excerpt=excerpt_of(node), suggestion=str(MOST_EXTREMES), limit=MOST_EXTREMES
        )


def within_products(node: Node) -> None:
    """Accept a reading that multiplies and divides no more often than doubles can bear."""
    products = [each for each, _ in walk(node) if _is_product(each)]
    if len(products) > MOST_PRODUCTS:
        last = products[MOST_PRODUCTS]
        raise TooManyProducts(
            position=last.at, excerpt=excerpt_of(last), suggestion=str(MOST_PRODUCTS), limit=MOST_PRODUCTS
        )


def products_through(node: Node, named: Mapping[str, int]) -> int:
    """Count the multiplications and ratios that the value of an expression is made of; `named` gives those of its names.

    Arithmetic adds up its parts, CASE gives one of its values, and a truth or a text is made of none.
    """
    match node:
        case Name():
            return named.get(node.name, 0)
        case Case():
            return max(products_through(value, named) for value in (*(value for _, value in node.arms), node.otherwise))
        case Arithmetic() | Negate() | Real() | Call():
            return int(_is_product(node)) + sum(products_through(child, named) for child in children(node))
    return 0


def _is_product(node: Node) -> bool:
    return (isinstance(node, Arithmetic) and node.operator == "*") or (
        isinstance(node, Call) and node.function == "ratio"
    )


def _extremes(node: Node) -> int:
    """Count the least, greatest and clamp that stand inside one another, on the deepest path."""
    own = int(isinstance(node, Call) and node.function in EXTREMES)
    return own + max((_extremes(child) for child in children(node)), default=0)
