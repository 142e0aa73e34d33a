"""Measures in plain Python and as SQL: every function, nulls, supply, checks, two passes."""

from typing import Any

import pytest

from kedun.expressions import Value
from kedun.facts.sources import Reach
from kedun.indicators.definition import MeasureText
from kedun.indicators.evaluate import compiled, measure_values
from kedun.indicators.measures import check_measures, fact_views
from kedun.indicators.sql import measured
from kedun.kernel.refusals import Invalid

VIEWS = fact_views()
AS_OF = 1_000
ORDERS = [
    {"placed_on": 990, "amount_minor": 5, "amount_reporting_minor": 50, "cancelled_on": None},
    {"placed_on": 980, "amount_minor": 7, "amount_reporting_minor": 70, "cancelled_on": None},
    {"placed_on": 1_001, "amount_minor": 9, "amount_reporting_minor": 90, "cancelled_on": None},
]
SUPPLIED = {"order": True, "invoice": True, "payment": True, "statement": True, "signal": True}


def value(measure: dict[str, Any], rows: list[dict[str, Any]], **supplied: bool) -> Value:
    measures = check_measures({"it": MeasureText(**{"fact": "order", **measure})}, VIEWS)
    engine = compiled(measures, VIEWS)
    return measure_values(engine, {measures["it"].fact: rows}, as_of=AS_OF, supplied={**SUPPLIED, **supplied})["it"]


@pytest.mark.parametrize(
    ("measure", "expected", "of_nothing"),
    [
        pytest.param({"count": "*"}, 2, 0, id="count; tomorrow's order is not seen"),
        pytest.param({"sum": "reporting_minor"}, 120, 0, id="sum"),
        pytest.param({"min": "placed_age"}, 10, None, id="min"),
        pytest.param({"max": "placed_age"}, 20, None, id="max"),
        pytest.param({"max": "cancelled_on"}, None, None, id="max of nulls alone"),
        pytest.param({"sum": "cancelled_on"}, 0, 0, id="sum of nulls alone"),
        pytest.param({"count": "*", "where": "cancelled_on > 3"}, 0, 0, id="an unknown condition does not count"),
    ],
)
def test_functions(measure: dict[str, Any], expected: int | None, of_nothing: int | None) -> None:
    assert value(measure, ORDERS) == expected
    assert value(measure, []) == of_nothing
    assert value(measure, ORDERS, order=False) is None


def test_an_unknown_amount_makes_the_sum_unknown_but_not_the_count() -> None:
    unknown = [*ORDERS, {**ORDERS[0], "amount_reporting_minor": None}]
    assert value({"sum": "reporting_minor"}, unknown) is None
    assert value({"sum": "reporting_minor", "where": "placed_age > 15"}, unknown) == 70
    assert value({"count": "*"}, unknown) == 3


@pytest.mark.parametrize(
    ("ties", "points"),
    [
        pytest.param([(900, None, 1, "a"), (901, None, 1, "b")], 2, id="the newer day"),
        pytest.param([(900, 950, 1, "a"), (900, None, 9, "b")], 1, id="then the later report"),
        pytest.param([(900, 950, 2, "a"), (900, 950, 1, "b")], 1, id="then the later batch"),
        pytest.param([(900, 950, 1, "a"), (900, 950, 1, "b")], 2, id="then the name"),
        pytest.param([(900, 950, 1, "a"), (1_001, 950, 1, "b")], 1, id="tomorrow's is not seen"),
    ],
)
def test_only_the_newest_statement_counts(ties: list[tuple[int, int | None, int, str]], points: int) -> None:
    rows = [
        {
            "period_end_on": day,
            "reported_on": reported,
            "known_from_batch": batch,
            "external_id": name,
            "revenue_minor": n,
        }
        for n, (day, reported, batch, name) in enumerate(ties, 1)
    ]
    assert value({"fact": "statement", "sum": "revenue_minor"}, rows) == points


@pytest.mark.parametrize(
    ("checked_on", "expected"),
    [
        pytest.param([], None, id="never checked"),
        pytest.param([AS_OF - 366], None, id="checked too long ago"),
        pytest.param([AS_OF - 400, AS_OF - 365], 0, id="the last check counts"),
        pytest.param([AS_OF + 1], None, id="checked tomorrow"),
    ],
)
def test_no_record_says_nothing_unless_checked(checked_on: list[int], expected: int | None) -> None:
    measures = check_measures({"it": MeasureText(fact="legal_event", count="*")}, VIEWS)
    scopes = [("legal", day) for day in checked_on] + [("bureau", AS_OF)]
    checks: list[dict[str, Value]] = [{"scope": scope, "checked_on": day} for scope, day in scopes]
    found = measure_values(compiled(measures, VIEWS), {"check": checks}, as_of=AS_OF, supplied=SUPPLIED)
    assert found["it"] == expected
    ages = [AS_OF - day for day in checked_on if day <= AS_OF]
    assert found["last_check_legal"] == min(ages, default=None)


def test_a_condition_may_name_a_measure_of_the_first_pass() -> None:
    texts = {
        "first_on": MeasureText(fact="order", min="placed_on"),
        "later": MeasureText(fact="order", count="*", where="placed_on > first_on"),
    }
    measures = check_measures(texts, VIEWS)
    assert measures["later"].rests_on == {"first_on"}
    found = measure_values(compiled(measures, VIEWS), {"order": ORDERS}, as_of=AS_OF, supplied=SUPPLIED)
    assert found == {"first_on": 980, "later": 1}
    assert [name for name, _ in measured(measures, VIEWS, Reach("duckdb"))][-1] == "measured"


def test_there_is_no_third_pass() -> None:
    texts = {
        "first_on": MeasureText(fact="order", min="placed_on"),
        "later": MeasureText(fact="order", count="*", where="placed_on > first_on"),
        "latest": MeasureText(fact="order", count="*", where="placed_on > later"),
    }
    with pytest.raises(Invalid):
        check_measures(texts, VIEWS)


def test_without_a_second_pass_and_without_checks_the_query_ends_at_the_first() -> None:
    measures = check_measures({"orders": MeasureText(fact="order", count="*")}, VIEWS)
    queries = dict(measured(measures, VIEWS, Reach("postgres")))
    assert queries["checks"] == "SELECT customer_id FROM customers"
    assert queries["measured"] == "SELECT * FROM measured_first"
    assert not [name for name in queries if name.startswith("second_")]
