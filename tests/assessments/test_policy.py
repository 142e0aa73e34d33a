"""A policy is checked as a whole: its keys are free, its numbers stay within doubles, on every engine alike."""

from pathlib import Path
from typing import Any

import pytest

from kedun.assessments.policy import KeyReserved, Policy, compile_policy
from kedun.assessments.sql import check_ages, statement
from kedun.assessments.store import NotComputable
from kedun.facts.kinds import KINDS
from kedun.facts.sources import Reach
from kedun.facts.steps import TooManyProductsThroughNames, types_of
from kedun.indicators.sql import supplied
from kedun.scorecards.place import HEALTH
from tests.assessments.engines import assess_everywhere, assess_on, question, shipped_documents, shipped_policy
from tests.pipeline.small_house import START, customer, receive

COUNT = {"fact": "order", "count": "*"}
INDICATOR = {
    "dimension": "financial", "unit": "count", "worse": "higher", "source": "here", "label": {"zh": "数", "en": "Count"},
}  # fmt: skip
RULE = {
    "label": {"zh": "规则", "en": "Rule"}, "when": "orders_recent > 1", "severity": "low", "risk_type": "credit", "source": "here",
}  # fmt: skip


def policy_with(
    *,
    measures: dict[str, Any] | None = None,
    indicators: dict[str, Any] | None = None,
    rules: dict[str, Any] | None = None,
) -> Policy:
    documents = shipped_documents()
    documents["indicators"]["measures"] |= measures or {}
    documents["indicators"]["indicators"] |= indicators or {}
    documents["rules"]["rules"] |= rules or {}
    return compile_policy(documents)


def computed_names() -> set[str]:
    """Give every name that the shipped policy computes besides its own measures and indicators."""
    policy = shipped_policy()
    columns = {*types_of(policy.layers), *policy.outputs, *check_ages(policy), *map(supplied, KINDS)}
    return columns - policy.indicators.types.keys()


ROWS = {"customer_id", "id", "code", "source", "external_id", "known_from_batch", "as_of", "known_at", "customers"}
TAKEN = sorted(name for name in computed_names() | ROWS if len(name) <= 40)


@pytest.mark.parametrize("name", TAKEN)
def test_a_measure_cannot_take_a_computed_name(name: str) -> None:
    with pytest.raises(KeyReserved) as refused:
        policy_with(measures={name: COUNT})
    assert refused.value.params["key"] == name


@pytest.mark.parametrize(
    ("added", "zh", "en"),
    [
        pytest.param(
            {"indicators": {"grade": INDICATOR | {"formula": "1"}}},
            "标识 grade 已被占用：系统自身会计算 grade。请换一个标识。",
            "The key grade is taken: the system itself computes grade. Choose another key.",
            id="an indicator",
        ),
        pytest.param(
            {"rules": {"health_falling": RULE}},
            "标识 health_falling 已被占用：系统自身会计算 health_…。请换一个标识。",
            "The key health_falling is taken: the system itself computes health_…. Choose another key.",
            id="a rule, by how it begins",
        ),
    ],
)
def test_the_refusal_names_the_key(added: dict[str, Any], zh: str, en: str) -> None:
    with pytest.raises(KeyReserved) as refused:
        policy_with(**added)
    assert (refused.value.say("zh"), refused.value.say("en")) == (zh, en)


def test_the_longest_key_fits_into_every_name_made_of_it() -> None:
    longest = 40 * "k"
    policy = policy_with(
        measures={longest: COUNT}, indicators={longest: INDICATOR}, rules={longest: RULE | {"when": f"{longest} > 1"}}
    )
    assert max(len(name) for name in (*policy.outputs, f"{HEALTH}_point_{longest}")) <= 63
    assert f'"rule_{longest}"' in statement(policy, Reach("postgres"))


def test_products_are_counted_from_indicators_to_rules() -> None:
    power = {"power": INDICATOR | {"formula": " * ".join(["orders_recent"] * 9)}}
    assert policy_with(indicators=power, rules={"big": RULE | {"when": "power > 5 AND score < 60"}})
    with pytest.raises(TooManyProductsThroughNames) as refused:
        policy_with(indicators=power, rules={"big": RULE | {"when": "power * power > 5"}})
    assert refused.value.params == {"name": "rule_big", "count": 17, "limit": 8}


@pytest.mark.django_db
def test_names_of_queries_and_marks_in_texts_are_free(tmp_path: Path) -> None:
    """Queries and columns have names apart, and a parameter's mark inside a text is a text."""
    receive(customer=[customer("K1")])
    keys = (
        "first_order",
        "second_order",
        "measured",
        "measured_first",
        "checks",
        "layer_0",
        "fact_order",
        "r",
        "b",
        "s0",
    )
    marks = "grade IN ('$customers', '$known_at', '%(customers)s', ':as_of', '$$')"
    policy = policy_with(
        measures=dict.fromkeys(keys, COUNT) | {"later": COUNT | {"where": "amount_minor > first_order + r"}},
        indicators={"all_of_them": INDICATOR | {"formula": " + ".join([*keys, "later"])}},
        rules={"marks": RULE | {"when": marks}},
    )
    found = assess_everywhere(policy, question(START), tmp_path)
    assert {engine: each["K1"].verdicts[-1].verdict for engine, each in found.items()} == dict.fromkeys(found, "clear")
    assert found["duckdb"] == found["postgres"] == found["python"]


@pytest.mark.django_db
def test_a_measure_that_nothing_rests_on_overflows_on_no_engine(tmp_path: Path) -> None:
    huge = {"huge": {"fact": "order", "sum": "amount_minor * amount_minor"}}
    bought = {"external_id": "O1", "customer": "K1", "order_no": "O1", "placed_on": START - 1, "amount_minor": 10**12}
    receive(customer=[customer("K1")], order=[bought])
    unused = policy_with(measures=huge)
    assert "huge" not in unused.outputs
    found = assess_everywhere(unused, question(START), tmp_path)
    assert found["duckdb"] == found["postgres"] == found["python"]
    read = policy_with(measures=huge, indicators={"huge": INDICATOR})
    for engine in ("duckdb", "postgres"):  # PostgreSQL last: its transaction is over then
        with pytest.raises(NotComputable):
            assess_on(engine, read, question(START), tmp_path)
