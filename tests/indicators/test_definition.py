"""Indicator sets as written: what is wrong is refused with its place, in both languages."""

from typing import Any

import duckdb
import pytest

from kedun.facts.steps import TooManyProductsThroughNames
from kedun.indicators.definition import DefinitionUnreadable, Label, MeasureText, read_indicators
from kedun.indicators.measures import (
    NotAnInteger,
    UnknownFact,
    check_measures,
    fact_views,
)
from kedun.indicators.program import NameTaken, NoSuchMeasure, compile_indicators
from kedun.indicators.reasons import reasons_of
from kedun.kernel.refusals import Refusal
from kedun.kernel.words import Language, Words

INDICATOR = {
    "dimension": "financial", "unit": "count", "worse": "higher", "source": "here", "label": {"zh": "数", "en": "Count"},
}  # fmt: skip
VIEWS = fact_views()


def document(measures: dict[str, Any] | None = None, indicators: dict[str, Any] | None = None) -> dict[str, Any]:
    given = {"orders": {"fact": "order", "count": "*"}} if measures is None else measures
    return {"measures": given, "indicators": {"orders": INDICATOR} if indicators is None else indicators}


@pytest.mark.parametrize(
    ("body", "place"),
    [
        pytest.param([], "document", id="not a mapping"),
        pytest.param({"measures": {}}, "indicators", id="no indicators"),
        pytest.param(document() | {"more": 1}, "more", id="an unknown part"),
        pytest.param(document({"Orders": {"fact": "order"}}), "measures.Orders.[key]", id="a key that is none"),
        pytest.param(
            document({41 * "k": {"fact": "order"}}), f"measures.{41 * 'k'}.[key]", id="a key of 41 characters"
        ),
        pytest.param(document({"orders": {"fact": "order", "avg": "x"}}), "measures.orders.avg", id="another function"),
        pytest.param(
            document(indicators={"orders": INDICATOR | {"unit": "miles"}}), "indicators.orders.unit", id="another unit"
        ),
        pytest.param(
            document(indicators={"orders": INDICATOR | {"label": {"zh": "", "en": "x"}}}),
            "indicators.orders.label.zh",
            id="an empty name",
        ),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(body: Any, place: str) -> None:
    with pytest.raises(DefinitionUnreadable) as refused:
        read_indicators(body)
    assert refused.value.params["place"] == place
    assert place in refused.value.say("zh")
    assert refused.value.say("zh").startswith("定义不完整或无法读取")
    assert refused.value.say("en").startswith(f"The definition is not complete or not readable at {place}: ")


@pytest.mark.parametrize(
    "given",
    [
        pytest.param({}, id="no function"),
        pytest.param({"count": "*", "sum": "amount_minor"}, id="two functions"),
    ],
)
def test_a_measure_has_exactly_one_function(given: dict[str, Any]) -> None:
    with pytest.raises(DefinitionUnreadable) as refused:
        check_measures({"orders": MeasureText(fact="order", **given)}, VIEWS)
    assert refused.value.params == {"place": "measures.orders", "problem": "exactly one of count, sum, min, max"}


@pytest.mark.parametrize(
    ("measures", "indicators", "refusal", "said"),
    [
        pytest.param(
            {"m": {"fact": "orders", "count": "*"}},
            {},
            UnknownFact,
            {"zh": "度量 m：没有名为 orders 的事实类型。", "en": "Measure m: there is no kind of fact named orders."},
            id="unknown fact",
        ),
        pytest.param(
            {"m": {"fact": "order", "sum": "order_no"}},
            {},
            NotAnInteger,
            {
                "zh": "度量 m：order_no 不是整数，无法汇总。",
                "en": "Measure m: order_no is not a number; only integers are aggregated.",
            },
            id="a sum of texts",
        ),
        pytest.param(
            None,
            {"orders": INDICATOR | {"formula": "orders + 1"}},
            NameTaken,
            {
                "zh": "orders 既是度量，又是另一个公式的指标。",
                "en": "orders is both a measure and an indicator with another formula.",
            },
            id="one name for two things",
        ),
        pytest.param(
            None,
            {"bills": INDICATOR},
            NoSuchMeasure,
            {
                "zh": "指标 bills 没有公式，也没有同名的度量。",
                "en": "Indicator bills has no formula and no measure has its name.",
            },
            id="nothing to compute",
        ),
    ],
)
def test_refusals_say_why(
    measures: dict[str, Any] | None, indicators: dict[str, Any], refusal: type[Refusal], said: dict[Language, str]
) -> None:
    with pytest.raises(refusal) as refused:
        compile_indicators(read_indicators(document(measures, indicators)))
    assert {language: refused.value.say(language) for language in said} == said


def test_a_key_may_have_forty_characters() -> None:
    key = 40 * "k"
    assert read_indicators(document({key: {"fact": "order", "count": "*"}}, {})).measures.keys() == {key}


def test_the_condition_of_a_missing_reading_cannot_overflow_either() -> None:
    power = INDICATOR | {"formula": " * ".join(["orders"] * 9)}
    missing = INDICATOR | {"formula": "orders + 1", "missing": [{"when": "power * orders > 3", "reason": "huge"}]}
    with pytest.raises(TooManyProductsThroughNames) as refused:
        compile_indicators(read_indicators(document(indicators={"power": power, "it": missing})))
    assert refused.value.params["name"] == "it"


def test_a_name_may_be_repeated_as_its_own_formula() -> None:
    program = compile_indicators(read_indicators(document(indicators={"orders": INDICATOR | {"formula": "orders"}})))
    assert program.types == {"orders": "integer"}
    assert program.kinds == {"order"}
    assert Label(zh="数", en="Count").words() == Words("数", "Count")


def compiled(**indicators: Any) -> Any:
    measures = {
        "orders": {"fact": "order", "count": "*"},
        "owed": {"fact": "invoice", "sum": "open_minor"},
        "settled": {"fact": "invoice", "count": "*", "where": "is_settled"},
        "suits": {"fact": "legal_event", "count": "*"},
        "oldest": {"fact": "order", "max": "placed_age"},
    }
    return compile_indicators(read_indicators(document(measures, indicators)))


@pytest.mark.parametrize(
    ("formula", "values", "states", "reason"),
    [
        pytest.param("orders + 1", {}, {"order": "not_supplied"}, "not_supplied", id="never supplied"),
        pytest.param("orders + 1", {}, {"order": "stale"}, "stale", id="no longer supplied"),
        pytest.param(
            "orders + settled",
            {},
            {"order": "stale", "payment": "not_supplied"},
            "not_supplied",
            id="the graver reason",
        ),
        pytest.param("suits + 1", {"last_check_legal": None}, {}, "not_supplied", id="never checked"),
        pytest.param("suits + 1", {"last_check_legal": 366}, {}, "stale", id="checked too long ago"),
        pytest.param("suits + 1", {"last_check_legal": 365}, {}, "no_base", id="checked on the last good day"),
        pytest.param("ratio(orders, oldest)", {"orders": 0}, {}, "never_ordered", id="a reason of its own"),
        pytest.param("ratio(owed, orders)", {"owed": None, "orders": 1}, {}, "missing_rate", id="an unknown amount"),
        pytest.param("ratio(owed, orders)", {"owed": 5, "orders": 1}, {}, "no_base", id="nothing to measure"),
    ],
)
def test_why_a_reading_is_missing(formula: str, values: dict[str, Any], states: dict[str, str], reason: str) -> None:
    why = [{"when": "orders = 0", "reason": "never_ordered"}]
    program = compiled(it=INDICATOR | {"formula": formula, "missing": why})
    row = dict.fromkeys((*program.measures, "last_check_legal", "it")) | {"orders": 1} | values
    supplied = dict.fromkeys(program.kinds, "supplied") | states
    reasons = reasons_of(program, "it", supplied)
    assert reasons.to_python()(row) == reason
    assert in_duckdb(reasons.to_sql("duckdb"), row) == reason


def in_duckdb(written: str, row: dict[str, Any]) -> str:
    """Ask DuckDB for the reason of a row."""
    columns = ", ".join(f'CAST(${name} AS BIGINT) AS "{name}"' for name in row)
    with duckdb.connect() as engine:
        found = engine.execute(f"SELECT {written} FROM (SELECT {columns})", row).fetchone()  # noqa: S608
    assert found
    return str(found[0])


def test_an_indicator_rests_on_measures_through_other_indicators() -> None:
    program = compiled(half=INDICATOR | {"formula": "ratio(owed, 2)"}, it=INDICATOR | {"formula": "half + settled"})
    assert program.indicators["it"].measures == {"owed", "settled"}
    assert program.measures["settled"].needs == {"invoice", "payment"}
