"""Random well-typed expressions, and random rows with edges and missing values."""

from hypothesis import strategies as st

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
    Value,
)
from tests.expressions.engines import Row

Nodes = st.SearchStrategy[Node]

MOST, LEAST = 2**63 - 1, -(2**63)
TEXTS = ["", "x", "X", "it's", "50%", "%s", "\\", "a\\", "客户", "e\u0301"[0] + "é", '"', "$x", ":x", "{0}", "x "]

texts = st.sampled_from(TEXTS)
wholes = st.one_of(st.integers(-5, 5), st.integers(-1000, 1000), st.integers(-(10**13), 10**13))
edges = st.sampled_from([MOST, LEAST, MOST - 1, 2**53 + 1, 2**31 - 1, 2**31, -(2**31), 0, 1, -1])
decimals = st.decimals(-1000, 1000, allow_nan=False, places=3).map(float).map(lambda value: value + 0.0)
reals = st.one_of(
    decimals, st.floats(-1e15, 1e15, allow_nan=False, allow_subnormal=False), st.sampled_from([0.0, -0.0, 0.1, 1e-15])
)


def maybe(
    values: st.SearchStrategy[int] | st.SearchStrategy[float] | st.SearchStrategy[str],
) -> st.SearchStrategy[Value]:
    return st.one_of(st.none(), values, values, values)


rows: st.SearchStrategy[Row] = st.fixed_dictionaries(
    {
        "a": maybe(st.one_of(wholes, edges)),
        "b": maybe(wholes),
        "small": maybe(st.one_of(st.integers(-5, 5), st.sampled_from([2**31 - 1, -(2**31)]))),
        "r": maybe(reals),
        "s": maybe(reals),
        "t": maybe(texts),
        "u": maybe(texts),
        "f": maybe(st.booleans()),
        "g": maybe(st.booleans()),
    }
)


def names(*given: str) -> Nodes:
    return st.sampled_from(given).map(Name)


def literals(
    values: st.SearchStrategy[int] | st.SearchStrategy[float] | st.SearchStrategy[str] | st.SearchStrategy[bool],
) -> Nodes:
    return values.map(Literal)


def pairs(first: Nodes, second: Nodes) -> st.SearchStrategy[tuple[Node, Node]]:
    return st.tuples(first, second)


def many(nodes: Nodes) -> st.SearchStrategy[tuple[Node, ...]]:
    return st.lists(nodes, min_size=2, max_size=3).map(tuple)


def cases(conditions: Nodes, values: Nodes) -> Nodes:
    arms = st.lists(pairs(conditions, values), min_size=1, max_size=2).map(tuple)
    return st.builds(Case, arms, st.one_of(st.just(Literal(None)), values))


def numbers_over(below: Nodes, conditions: Nodes, functions: list[str]) -> Nodes:
    return st.one_of(
        st.builds(Arithmetic, st.sampled_from(["+", "-", "*"]), below, below),
        st.builds(Negate, below),
        st.builds(Call, st.sampled_from(["least", "greatest"]), many(below)),
        st.builds(Call, st.just("clamp"), st.tuples(below, below, below)),
        st.builds(Call, st.sampled_from(functions), pairs(below, below)),
        cases(conditions, below),
    )


def leaf_conditions(numbers: Nodes, items: Nodes) -> Nodes:
    text = st.one_of(names("t", "u"), literals(texts))
    return st.one_of(
        names("f", "g"),
        st.builds(Compare, st.sampled_from(["=", "<>", "<", "<=", ">", ">="]), numbers, numbers),
        st.builds(Compare, st.sampled_from(["=", "<>"]), text, text),
        st.builds(Membership, text, st.lists(literals(texts), min_size=1, max_size=3).map(tuple), st.booleans()),
        st.builds(Membership, numbers, st.lists(items, min_size=1, max_size=8).map(tuple), st.booleans()),
        st.builds(IsNull, st.one_of(numbers, text, names("f")), st.booleans()),
    )


def conditions_over(below: Nodes) -> Nodes:
    return st.one_of(
        st.builds(Not, below),
        st.builds(And, many(below)),
        st.builds(Or, many(below)),
        st.builds(Compare, st.sampled_from(["=", "<>"]), below, below),
        st.builds(IsNull, below, st.booleans()),
        cases(below, below),
    )


def _grown(leaves: Nodes, items: Nodes, functions: list[str], compared: Nodes) -> Nodes:
    """Expressions of every type over some leaves: numbers and conditions made of one another, three storeys high."""
    numbers, conditions = leaves, leaf_conditions(leaves, items)
    for _ in range(3):
        numbers, conditions = (
            st.one_of(leaves, numbers_over(numbers, conditions, functions)),
            st.one_of(leaf_conditions(st.one_of(numbers, compared), items), conditions_over(conditions)),
        )
    text = cases(conditions, st.one_of(names("t", "u"), literals(texts)))
    return st.one_of(numbers, conditions, text)


row_expressions = _grown(
    st.one_of(names("a", "b", "small"), literals(st.one_of(wholes, edges))),
    literals(st.one_of(wholes, decimals)),
    ["quotient"],
    st.one_of(names("r"), literals(decimals)),
)
reading_expressions = _grown(
    st.one_of(names("a", "b", "small", "r", "s"), literals(st.one_of(wholes, decimals))),
    literals(st.one_of(wholes, decimals)),
    ["ratio"],
    names("r"),
)
