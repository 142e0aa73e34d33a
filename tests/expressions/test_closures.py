"""Where a calculation leaves the range of numbers, Python refuses and the databases fail; nobody gives a number."""

import duckdb
import psycopg
import pytest

from kedun.expressions import ArithmeticOverflow, to_python
from tests.expressions.engines import Engines, Row, checked

MOST, LEAST = 2**63 - 1, -(2**63)

WHOLE = [
    pytest.param("a + b", {"a": MOST, "b": 1}, id="sum above"),
    pytest.param("a + b", {"a": LEAST, "b": -1}, id="sum below"),
    pytest.param("a - b", {"a": LEAST, "b": 1}, id="difference below"),
    pytest.param("a - b", {"a": 0, "b": LEAST}, id="difference above"),
    pytest.param("a * b", {"a": 2**32, "b": 2**31}, id="product"),
    pytest.param("a * b", {"a": LEAST, "b": -1}, id="product of the smallest"),
    pytest.param("-a", {"a": LEAST}, id="the smallest has no opposite"),
    pytest.param("quotient(a, b)", {"a": LEAST, "b": -1}, id="quotient of the smallest"),
    pytest.param("small * a", {"small": 3, "a": MOST}, id="32 bits times 64 bits"),
    pytest.param("CASE WHEN a > 0 THEN a + 1 ELSE 0 END = 3", {"a": MOST}, id="inside a comparison"),
]


@pytest.mark.parametrize(("text", "row"), WHOLE)
def test_whole_numbers_that_overflow_are_refused_by_python(text: str, row: Row) -> None:
    with pytest.raises(ArithmeticOverflow):
        to_python(checked(text, "row"))(row)


@pytest.mark.parametrize(("text", "row"), WHOLE)
def test_whole_numbers_that_overflow_fail_on_postgres(text: str, row: Row, engines: Engines) -> None:
    with pytest.raises(psycopg.errors.NumericValueOutOfRange):
        engines.on_postgres([checked(text, "row")], [row])


@pytest.mark.parametrize(("text", "row"), WHOLE)
def test_whole_numbers_that_overflow_fail_on_duckdb(text: str, row: Row, engines: Engines) -> None:
    with pytest.raises(duckdb.OutOfRangeException):
        engines.on_duckdb([checked(text, "row")], [row])


@pytest.mark.parametrize(
    ("text", "row"),
    [
        pytest.param("r + s", {"r": 1.7e308, "s": 1.7e308}, id="sum"),
        pytest.param("r * s", {"r": 1e200, "s": 1e200}, id="product"),
        pytest.param("r * s", {"r": 1e-200, "s": 1e-200}, id="product too small"),
        pytest.param("ratio(r, s)", {"r": 1e200, "s": 1e-200}, id="ratio"),
        pytest.param("ratio(r, s)", {"r": 1e-200, "s": 1e200}, id="ratio too small"),
    ],
)
def test_reals_out_of_range_are_refused_by_python_and_fail_on_postgres(text: str, row: Row, engines: Engines) -> None:
    with pytest.raises(ArithmeticOverflow):
        to_python(checked(text, "reading"))(row)
    with pytest.raises(psycopg.errors.NumericValueOutOfRange):
        engines.on_postgres([checked(text, "reading")], [row])


@pytest.mark.parametrize("sign", [1, -1])
def test_the_largest_reading_of_whole_numbers_stays_in_range(sign: int, engines: Engines) -> None:
    row = {"a": sign * MOST, "b": 1}
    expressions = [checked(" * ".join(["a"] * 9), "reading"), checked("ratio(b, a)" + " * ratio(b, a)" * 3, "reading")]
    assert engines.on_postgres(expressions, [row]) == engines.on_duckdb(expressions, [row])


def test_an_overflow_says_what_was_calculated() -> None:
    with pytest.raises(ArithmeticOverflow) as refused:
        to_python(checked("a + 1", "row"))({"a": MOST})
    assert refused.value.say("zh") == "计算 9223372036854775807 + 1 超出数值范围。"
    assert refused.value.say("en") == "The calculation 9223372036854775807 + 1 leaves the range of numbers."


def test_operands_after_the_deciding_one_are_not_calculated() -> None:
    row = {"a": MOST, "f": False, "g": True}
    assert to_python(checked("f AND a + 1 > 0", "row"))(row) is False
    assert to_python(checked("g OR a + 1 > 0", "row"))(row) is True
