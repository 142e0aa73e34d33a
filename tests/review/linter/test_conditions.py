"""What the linter says of conditions is what trying all values says."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kedun.expressions import check, parse, to_python
from kedun.review.linter.conditions import MOST_CASES, Domain, always_holds, can_hold, implies

KNOWN = {"a": Domain(0, 3, is_whole=True), "b": Domain(0, 3, is_whole=True), "t": Domain(only=frozenset({"x", "y"}))}
VALUES = {"a": (None, 0, 1, 2, 3), "b": (None, 0, 1, 2, 3), "t": (None, "x", "y")}
TYPES = {"a": "integer", "b": "integer", "t": "text"}

ATOMS = st.one_of(
    st.builds(
        lambda name, operator, value, is_turned: (
            f"{value} {operator} {name}" if is_turned else f"{name} {operator} {value}"
        ),
        st.sampled_from("ab"),
        st.sampled_from(["<", "<=", ">", ">=", "=", "<>"]),
        st.integers(-1, 4),
        st.booleans(),
    ),
    st.builds(lambda name, is_not: f"{name} IS {'NOT ' if is_not else ''}NULL", st.sampled_from("abt"), st.booleans()),
    st.sampled_from(
        ["t = 'x'", "t <> 'x'", "t IN ('x', 'y')", "t NOT IN ('x')", "t = 'z'", "a IN (1, 5)", "TRUE", "FALSE"]
    ),
)
CONDITIONS = st.recursive(
    ATOMS,
    lambda below: st.one_of(
        st.builds("({}) AND ({})".format, below, below),
        st.builds("({}) OR ({})".format, below, below),
        st.builds("NOT ({})".format, below),
    ),
    max_leaves=6,
)


def truths(text: str) -> set[bool | None]:
    """Try all values."""
    decided = to_python(check(parse(text), TYPES, mode="reading"))  # type: ignore[arg-type]
    names = sorted(VALUES)
    return {
        decided(dict(zip(names, values, strict=True)))  # type: ignore[misc]
        for values in product(*(VALUES[name] for name in names))
    }


@settings(max_examples=300, deadline=None)
@given(CONDITIONS)
def test_a_condition_can_hold_where_some_values_make_it_true(text: str) -> None:
    found = truths(text)
    assert can_hold(parse(text), KNOWN) == (True in found)
    assert always_holds(parse(text), KNOWN) == (False not in found)


@settings(max_examples=200, deadline=None)
@given(CONDITIONS, CONDITIONS)
def test_one_condition_implies_another_where_no_values_speak_against_it(narrow: str, wide: str) -> None:
    against = truths(f"({narrow}) AND NOT ({wide})")
    assert implies(parse(narrow), parse(wide), KNOWN) == (True not in against)


@pytest.mark.parametrize(
    ("text", "can"),
    [
        ("share > 0.2 AND share < 0.2", False),
        ("share > 0.2 AND share <= 0.3", True),
        ("days > 2 AND days < 3", True),
        ("count > 2 AND count < 3", False),
        ("a - b > 0 AND a - b < 0", False),
        ("x > y AND y > x", False),
        ("x >= y AND y >= x", True),
        ("x < x", False),
        ("x <= x", True),
        ("is_new AND NOT is_new", False),
        ("is_new = TRUE AND is_new = FALSE", False),
        ("ratio(x, y) > 1 AND ratio(x, y) < 0.5", False),
        ("x IS NULL AND x > 0", False),
        ("CASE WHEN x > 1 THEN 1 ELSE 2 END = 1", True),
    ],
)
def test_what_cannot_hold_is_found_and_nothing_else(text: str, can: bool) -> None:
    assert can_hold(parse(text), {"count": Domain(0, is_whole=True)}) is can


def test_of_a_condition_with_too_many_alternatives_nothing_is_claimed() -> None:
    either = " AND ".join(f"(a{number} = 1 OR a{number} = 2)" for number in range(9))
    assert MOST_CASES < 2**9
    assert can_hold(parse(f"({either}) AND b < 0 AND b > 0"), {})
    fewer = " AND ".join(f"(a{number} = 1 OR a{number} = 2)" for number in range(7))
    assert not can_hold(parse(f"({fewer}) AND b < 0 AND b > 0"), {})
