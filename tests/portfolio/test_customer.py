"""One customer as a document, and the document in words."""

from datetime import date
from typing import Any

import pytest

from kedun.facts.models import LegalEntity
from kedun.kernel.words import Language
from kedun.pipeline.actions import Errand, walk
from kedun.portfolio.customer import customer_document, document_words, points_of
from kedun.portfolio.refusals import NotKnownThen, UnknownCustomer
from kedun.portfolio.words import number_text
from tests.assessments.engines import ENGINES
from tests.pipeline.small_house import START, bill, clock_on, customer, open_house, receive


@pytest.fixture
def house(db: None) -> None:
    open_house()
    receive(customer=[customer("A")], invoice=[bill("A", due_on=START - 40)])


def test_points_are_hundredths() -> None:
    assert (points_of(6_150), points_of(None)) == (61.5, None)


@pytest.mark.parametrize(
    ("value", "unit", "zh", "en"),
    [
        pytest.param(None, "days", "—", "—", id="missing"),
        pytest.param(123_456_789, "minor:CNY", "CNY 1,234,567.89", "CNY 1,234,567.89", id="yuan"),
        pytest.param(1_234, "minor:JPY", "JPY 1,234", "JPY 1,234", id="yen have no minor unit"),
        pytest.param(0.125, "share", "12.5 %", "12.5 %", id="share"),
        pytest.param(1, "flag", "是", "yes", id="yes"),
        pytest.param(0, "flag", "否", "no", id="no"),
        pytest.param(12.345, "hours", "12.35 小时", "12.35 h", id="hours"),
        pytest.param(1_234, "days", "1,234 天", "1,234 days", id="days"),
        pytest.param(3, "count", "3 次", "3", id="count"),
    ],
)
def test_numbers_the_way_people_read_them(value: Any, unit: str, zh: str, en: str) -> None:
    reading = {"value": value, "unit": unit, "missing": None}
    assert (number_text(reading, "zh"), number_text(reading, "en")) == (zh, en)


@pytest.mark.usefixtures("house")
def test_the_document_is_the_same_from_postgres_and_python() -> None:
    documents = [
        customer_document("A", as_of=START, known_at=None, engine=each) for each in ENGINES if each != "duckdb"
    ]
    assert documents[0] == documents[1]
    assert documents[0]["as_of"] == date(2025, 6, 16).isoformat()


@pytest.mark.usefixtures("house")
def test_who_is_not_there_is_refused() -> None:
    with pytest.raises(UnknownCustomer) as nobody:
        customer_document("Z", as_of=START, known_at=None)
    assert (nobody.value.say("zh"), nobody.value.say("en")) == ("没有代码为 Z 的客户。", "No customer has the code Z.")
    with pytest.raises(NotKnownThen) as early:
        customer_document("A", as_of=START, known_at=0)
    assert early.value.say("zh") == "批次 0 时还没有客户 A。"
    assert early.value.say("en") == "Customer A was not known at batch 0."


@pytest.mark.usefixtures("house")
def test_amounts_are_in_the_houses_own_currency() -> None:
    LegalEntity.objects.filter(code="main").update(base_currency="JPY")
    readings: Any = customer_document("A", as_of=START, known_at=None)["readings"]
    assert readings["overdue_minor"]["unit"] == "minor:JPY"


def words(language: Language) -> str:
    document = customer_document("A", as_of=START, known_at=None)
    return "\n".join(" | ".join(row) for _, _, rows in document_words(document, language) for row in rows)


@pytest.mark.usefixtures("house")
@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh", ["风险等级", "没有预警", "逾期超过30天 | 触发", "最长逾期天数 | 40 天", "涉诉（作为被告） | 无法判断"]),
        ("en", ["Risk grade", "No alerts", "Overdue more than 30 days | fired", "Longest overdue in days | 40 days"]),
    ],
)
def test_the_document_in_words(language: Language, said: list[str]) -> None:
    assert [each for each in said if each not in words(language)] == []


@pytest.mark.usefixtures("house")
def test_a_customer_of_whom_nothing_is_known_has_no_score() -> None:
    receive({}, customer=[customer("N")])
    document = customer_document("N", as_of=START + 4_000, known_at=None)
    score: Any = document["score"]
    assert (score["value"], document["quadrant"], document["grade"]) == (
        None,
        "unplaced",
        {"raw": "unrated", "standing": None},
    )
    shown = [row for _, _, rows in document_words(document, "en") for row in rows]
    assert ("Health score", "—") in shown
    assert ("Quadrant", "—") in shown
    assert ("Risk grade", "Unrated") in shown


@pytest.mark.usefixtures("house")
def test_an_alert_outlives_the_rule_that_opened_it() -> None:
    walk(Errand(START, "postgres", clock_on(START)))
    document = customer_document("A", as_of=START, known_at=None)
    alerts: Any = document["alerts"]
    alerts[0]["rule"] = "a_rule_of_old"
    assert "a_rule_of_old" in [row[0] for row in document_words(document, "zh")[-1][2]]
