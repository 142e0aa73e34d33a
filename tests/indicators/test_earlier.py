"""Measures of earlier days: the same aggregate, some days before, by the supply of that day."""

from typing import Any

import pytest

from kedun.facts.queries import Supply, state_on
from kedun.facts.sources import Reach
from kedun.indicators.definition import DefinitionUnreadable, read_indicators
from kedun.indicators.earlier import ChecksDoNotLookBack, NoMeasureToLookBack
from kedun.indicators.program import (
    IndicatorProgram,
    NameTaken,
    compile_indicators,
    short_windows,
)
from kedun.indicators.reasons import reasons_of
from kedun.indicators.sql import measured_before
from kedun.kernel.refusals import Refusal
from kedun.kernel.words import Language

ABOUT = {
    "dimension": "financial", "unit": "count", "worse": "higher", "source": "here", "label": {"zh": "数", "en": "Count"},
}  # fmt: skip
MEASURES = {
    "orders_90d": {"fact": "order", "count": "*", "where": "placed_age < 90"},
    "owed": {"fact": "invoice", "sum": "open_minor"},
    "last_on": {"fact": "order", "max": "placed_on"},
    "since": {"fact": "order", "count": "*", "where": "placed_on = last_on"},
    "suits": {"fact": "legal_event", "count": "*"},
}


def program(earlier: dict[str, Any], **indicators: str) -> IndicatorProgram:
    told = {key: {**ABOUT, "formula": formula} for key, formula in indicators.items()}
    return compile_indicators(read_indicators({"measures": MEASURES, "earlier": earlier, "indicators": told}))


@pytest.mark.parametrize(
    ("earlier", "refusal", "said"),
    [
        pytest.param(
            {"before": {"measure": "sales", "days_ago": 30}},
            NoMeasureToLookBack,
            {
                "zh": "before：没有名为 sales 的度量可供回看。",
                "en": "before: there is no measure named sales to look back to.",
            },
            id="no such measure",
        ),
        pytest.param(
            {"before": {"measure": "suits", "days_ago": 30}},
            ChecksDoNotLookBack,
            {
                "zh": "before：suits 依赖背景调查，无法回看更早的日期。",
                "en": "before: suits rests on background checks, which say nothing about earlier days.",
            },
            id="a measure known by checks",
        ),
        pytest.param(
            {"owed": {"measure": "owed", "days_ago": 30}},
            NameTaken,
            {
                "zh": "owed 既是度量，又是另一个公式的指标。",
                "en": "owed is both a measure and an indicator with another formula.",
            },
            id="a name that is taken",
        ),
    ],
)
def test_what_cannot_look_back_is_refused(
    earlier: dict[str, Any], refusal: type[Refusal], said: dict[Language, str]
) -> None:
    with pytest.raises(refusal) as refused:
        program(earlier)
    assert {language: refused.value.say(language) for language in said} == said


@pytest.mark.parametrize("days", [0, -1, 1096, "30", True, 1.5])
def test_days_back_are_whole_and_bounded(days: Any) -> None:
    with pytest.raises(DefinitionUnreadable) as refused:
        program({"before": {"measure": "owed", "days_ago": days}})
    assert refused.value.params["place"] == "earlier.before.days_ago"


def test_equally_many_days_make_one_pass_with_what_they_rest_on() -> None:
    found = program({
        "orders_then": {"measure": "orders_90d", "days_ago": 30},
        "since_then": {"measure": "since", "days_ago": 30},
        "owed_long_ago": {"measure": "owed", "days_ago": 90},
    })  # fmt: skip
    assert [(each.days_ago, [one.key for one in each.wanted], sorted(each.measures)) for each in found.passes] == [
        (30, ["orders_then", "since_then"], ["last_on", "orders_90d", "since"]),
        (90, ["owed_long_ago"], ["owed"]),
    ]
    assert found.earlier_supplies == {"order_30d_ago": ("order", 30), "invoice_90d_ago": ("invoice", 90)}
    assert found.types["owed_long_ago"] == "integer"


def test_a_pass_is_the_same_queries_as_of_its_day() -> None:
    found = program({"owed_then": {"measure": "owed", "days_ago": 90}})
    queries = dict(measured_before(found.passes[0], found.views, Reach("duckdb"), after="measured"))
    assert [*queries] == [
        "fact_invoice_90d_ago",
        "first_invoice_90d_ago",
        "measured_first_90d_ago",
        "measured_90d_ago",
        "measured_90d_ago_joined",
    ]
    assert queries["fact_invoice_90d_ago"].count("CAST($as_of AS BIGINT) - 90") == 5
    assert "$supplied_invoice_90d_ago" in queries["measured_first_90d_ago"]


@pytest.mark.parametrize(
    ("values", "states", "reason"),
    [
        pytest.param({}, {"invoice_90d_ago": "not_supplied"}, "not_supplied", id="not yet supplied then"),
        pytest.param({}, {"invoice": "stale"}, "stale", id="no longer supplied now"),
        pytest.param({"owed": 3, "owed_then": 0}, {}, "no_base", id="nothing then"),
        pytest.param({"owed": 3}, {}, "missing_rate", id="an amount then that nobody can tell"),
    ],
)
def test_why_a_change_is_missing(values: dict[str, Any], states: dict[str, str], reason: str) -> None:
    found = program({"owed_then": {"measure": "owed", "days_ago": 90}}, change="ratio(owed, owed_then)")
    change = found.indicators["change"]
    assert change.measures == {"owed"}
    assert change.earlier == {"owed_then"}
    row = {"owed": None, "owed_then": None, "change": None} | values
    supplied = dict.fromkeys((*found.kinds, *found.earlier_supplies), "supplied") | states
    assert reasons_of(found, "change", supplied).to_python()(row) == reason


def test_the_window_of_an_earlier_day_begins_earlier() -> None:
    found = program({"orders_then": {"measure": "orders_90d", "days_ago": 30}}, change="orders_90d - orders_then")
    assert short_windows(found, {"order": 881}, 1000) == set()
    assert short_windows(found, {"order": 882}, 1000) == {"change"}


@pytest.mark.parametrize(
    ("supply", "day", "state"),
    [
        pytest.param(Supply("supplied", 100, 900), 99, "not_supplied", id="before the first day"),
        pytest.param(Supply("supplied", 100, 900), 100, "supplied", id="on the first day"),
        pytest.param(Supply("supplied", 100, 900), 945, "supplied", id="on the last fresh day"),
        pytest.param(Supply("supplied", 100, 900), 946, "stale", id="after it"),
        pytest.param(Supply("not_supplied"), 500, "not_supplied", id="never"),
    ],
)
def test_the_supply_of_an_earlier_day(supply: Supply, day: int, state: str) -> None:
    assert state_on("order", supply, day) == state
