"""Conditions as lines: what lines can show, what they cannot, and nothing shown that says something else."""

import pytest

from kedun.expressions import parse
from kedun.rules.builder import Group, Line, tree

LATE = Line("overdue_days_max", ">", (30,))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("TRUE", Group("all", ()), id="everybody"),
        pytest.param("overdue_days_max > 30", Group("all", (LATE,)), id="one line"),
        pytest.param("30 < overdue_days_max", Group("all", (LATE,)), id="the number stands first"),
        pytest.param("overdue_days_max > days", Group("all", (Line("overdue_days_max", ">", against="days"),)), id="a name"),
        pytest.param("net_profit_margin < -0.1", Group("all", (Line("net_profit_margin", "<", (-0.1,)),)), id="below zero"),
        pytest.param(
            "overdue_days_max > 30 AND (score < 60 OR grade IN ('high', 'medium'))",
            Group("all", (LATE, Group("any", (Line("score", "<", (60,)), Line("grade", "IN", ("high", "medium")))))),
            id="a group in a group",
        ),
        pytest.param("NOT (overdue_days_max > 30)", Group("all", (LATE,), negated=True), id="not"),
        pytest.param("NOT (score < 1 OR score > 2)", Group("any", (Line("score", "<", (1,)), Line("score", ">", (2,))), negated=True), id="none of"),
        pytest.param("score IS NULL", Group("all", (Line("score", "IS NULL"),)), id="no value"),
        pytest.param("score IS NOT NULL", Group("all", (Line("score", "IS NOT NULL"),)), id="a value"),
        pytest.param("grade NOT IN ('high')", Group("all", (Line("grade", "NOT IN", ("high",)),)), id="none of some"),
        pytest.param("is_new", Group("all", (Line("is_new", "=", (True,)),)), id="what holds by itself"),
        pytest.param("late > base + rise", None, id="arithmetic"),
        pytest.param("late > base + rise AND score < 60", None, id="arithmetic in one of two lines"),
        pytest.param("ratio(a, b) IS NULL", None, id="a function"),
        pytest.param("ratio(a, b) IN (1, 2)", None, id="a function in a list"),
        pytest.param("NOT (NOT (score < 60))", None, id="not not"),
        pytest.param("NOT (a + b > c)", None, id="not, over arithmetic"),
        pytest.param("1 < 2", None, id="no name"),
    ],
)  # fmt: skip
def test_tree(text: str, shown: Group | None) -> None:
    assert tree(parse(text)) == shown
