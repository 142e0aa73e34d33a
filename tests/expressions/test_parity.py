"""Random expressions over random rows: three engines, one value, to the last bit."""

from typing import Literal

from hypothesis import given
from hypothesis import strategies as st

from kedun.expressions import ArithmeticOverflow, Checked, ExpressionRefused, Node, check, parse, unparse, walk
from kedun.expressions.closures import evaluate
from tests.expressions.engines import SCOPE, Engines, Row, on_python
from tests.expressions.strategies import reading_expressions, row_expressions, rows

AT_ONCE = 12


def accepted(node: Node, mode: Literal["row", "reading"]) -> Checked | None:
    """Check an expression; those that only miss a limit are left out."""
    try:
        return check(node, SCOPE, mode=mode, shipped=mode == "row")
    except ExpressionRefused:
        return None


def stays_in_range(checked: Checked, given_rows: list[Row]) -> bool:
    """Whether no part of an expression overflows on any row, reached or not: engines reach different parts."""
    for node, _ in walk(checked.node):
        for row in given_rows:
            try:
                evaluate(node, row)
            except ArithmeticOverflow:
                return False
    return True


def same_everywhere(
    nodes: list[Node], given_rows: list[Row], mode: Literal["row", "reading"], engines: Engines
) -> None:
    candidates = [each for node in nodes if (each := accepted(node, mode)) is not None]
    expressions = [each for each in candidates if stays_in_range(each, given_rows)]
    if not expressions:
        return
    in_python = on_python(expressions, given_rows)
    for engine, found in (
        ("PostgreSQL", engines.on_postgres(expressions, given_rows)),
        ("DuckDB", engines.on_duckdb(expressions, given_rows)),
    ):
        for number, each in enumerate(expressions):
            for row, ours, theirs in zip(given_rows, in_python, found, strict=True):
                assert theirs[number] == ours[number], f"{engine}: {unparse(each.node)} over {row}"


@given(
    nodes=st.lists(row_expressions, min_size=AT_ONCE, max_size=AT_ONCE),
    given_rows=st.lists(rows, min_size=6, max_size=6),
)
def test_expressions_over_rows_are_the_same_on_every_engine(
    nodes: list[Node], given_rows: list[Row], engines: Engines
) -> None:
    same_everywhere(nodes, given_rows, "row", engines)


@given(
    nodes=st.lists(reading_expressions, min_size=AT_ONCE, max_size=AT_ONCE),
    given_rows=st.lists(rows, min_size=6, max_size=6),
)
def test_readings_are_the_same_on_every_engine(nodes: list[Node], given_rows: list[Row], engines: Engines) -> None:
    same_everywhere(nodes, given_rows, "reading", engines)


@given(node=st.one_of(row_expressions, reading_expressions))
def test_what_is_written_reads_back_as_the_same_tree(node: Node) -> None:
    text = unparse(node)
    assert parse(text) == node, text
    assert unparse(parse(text)) == text
