"""A policy in words: formulas, filters, conditions, constants with their units."""

from typing import Any

import pytest

from kedun.alerts.readable import Reader, choice_word
from kedun.expressions import Checked, check, explain, parse
from kedun.expressions import Type as ValueType
from kedun.facts.kinds import KINDS
from kedun.facts.masking import is_amount, mask_of, shown_name
from kedun.facts.tables import reporting_columns
from kedun.facts.views import VIEWS
from kedun.indicators.definition import Unit
from kedun.kernel.words import Language
from kedun.portfolio.lists.shown import View
from kedun.portfolio.said import Said, column_words, said, within
from tests.assessments.engines import shipped_policy

LANGUAGES: tuple[Language, ...] = ("zh", "en")
TYPES: dict[str, ValueType] = {
    "owed_minor": "integer",
    "share": "real",
    "days": "integer",
    "kind": "text",
    "is_open": "boolean",
}


def is_chinese(text: str) -> bool:
    return any("\u4e00" <= letter <= "\u9fff" for letter in text)


@pytest.fixture(params=LANGUAGES)
def words(request: pytest.FixtureRequest) -> Said:
    return Said(shipped_policy(), request.param)


def test_everything_is_said_in_one_language(words: Said) -> None:
    texts = [
        *words.formulas.values(),
        *words.conditions.values(),
        *map(words.measure, words.policy.indicators.measures),
    ]
    assert len(texts) > 100
    assert all(is_chinese(text) == (words.language == "zh") for text in texts)


def test_no_name_of_a_measure_or_column_is_left_as_it_is(words: Said) -> None:
    texts = [*words.formulas.values(), *words.conditions.values()]
    assert [text for text in texts if "_" in text] == []


def test_the_words_are_put_together_once() -> None:
    policy = shipped_policy()
    assert said(policy, "zh") is said(policy, "zh")
    assert said(policy, "en") is not said(policy, "zh")


@pytest.mark.parametrize(
    ("key", "zh", "en"),
    [
        ("receivable_minor", "「未结清」的发票的未清金额之和", "sum of open amount over invoice records where is open"),
        ("unapplied_payments_minor", "回款的未核销金额之和", "sum of unapplied amount over payment records"),
        (
            "overdue_count",
            "「逾期天数大于 0」的发票笔数",
            "number of invoice records where days overdue is greater than 0",
        ),
        ("order_age_max", "订单的最大下单距今天数", "greatest days since placed of order records"),
    ],
)
def test_a_measure_in_words(key: str, zh: str, en: str) -> None:
    assert [Said(shipped_policy(), language).measure(key) for language in LANGUAGES] == [zh, en]


def test_a_filter_over_everything_says_nothing(words: Said) -> None:
    assert words.filter("unapplied_payments_minor") == ""


def test_codes_that_are_gone_stand_for_themselves(words: Said) -> None:
    assert (words.rule("of_old"), words.name("of_old"), words.reason("of_old"), words.flag("of_old")) == ("of_old",) * 4
    assert words.reason(None) is None


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("owed_minor > 5000000", "owed_minor 大于 5万元", "owed_minor is greater than CNY 50,000"),
        ("owed_minor > 0", "owed_minor 大于 0", "owed_minor is greater than 0"),
        ("share >= 0.25", "share 不低于 25%", "share is at least 25%"),
        ("days > 30", "days 大于 30", "days is greater than 30"),
        ("kind = 'lawsuit'", "kind 等于“诉讼”", "kind is “lawsuit”"),
        ("kind IN ('lawsuit', 'weather')", "kind 属于（“诉讼”、“weather”）", "kind is one of (“lawsuit”, “weather”)"),
        (
            "is_open AND NOT owed_minor < 100",
            "is_open 且并非 owed_minor 小于 1元",
            "is_open and not owed_minor is less than CNY 1",
        ),
        ("owed_minor > days", "owed_minor 大于 days", "owed_minor is greater than days"),
    ],
)
def test_constants_are_written_as_people_read_them(text: str, zh: str, en: str) -> None:
    units: Any = {"owed_minor": "minor", "share": "share", "days": "days"}
    checked: Checked = check(parse(text), TYPES, mode="reading")
    shown = [explain(Reader(units.get, "CNY", each).readable(checked), each) for each in LANGUAGES]
    assert shown == [zh, en]


def test_labels_within_a_sentence() -> None:
    assert [within(label) for label in ("Invoice", "VAT number", "发票", "")] == ["invoice", "VAT number", "发票", ""]


def test_every_choice_has_a_word() -> None:
    codes = {code for kind in KINDS.values() for field in kind.fields for code in field.choices}
    assert [code for code in codes if not is_chinese(choice_word(code, "zh"))] == []


@pytest.mark.parametrize("kind", VIEWS)
def test_every_column_of_a_view_has_a_name_in_both_languages(kind: str) -> None:
    view = VIEWS[kind]
    stored = [field.name for field in KINDS[kind].fields]
    reporting = [own for _, own in reporting_columns(kind)]
    names = [*stored, *reporting, *(name for name, _ in view.joined), *(column.name for column in view.columns)]
    assert [name for name in names if not is_chinese(column_words(kind, name).zh)] == []
    assert [name for name in names if column_words(kind, name).en == name] == []


def test_an_unknown_column_stands_for_itself() -> None:
    assert column_words("invoice", "colour").zh == "colour"


def test_every_amount_is_masked_and_nothing_else_is_taken_for_one() -> None:
    money = {(kind, field.name) for kind in KINDS for field in KINDS[kind].fields if field.type == "money"}
    named = {(kind, field.name) for kind in KINDS for field in KINDS[kind].fields if is_amount(field.name)}
    assert money == named
    assert {mask_of(kind, name) for kind, name in money} == {"amounts"}


def test_whatever_tells_a_name_is_masked() -> None:
    free = {"topic", "subject", "title", "note", "result", "payer", "orderer", "other"}
    texts = {
        (kind, field.name)
        for kind in KINDS
        for field in KINDS[kind].fields
        if field.name in free and KINDS[kind].of_customer
    }
    assert {pair: mask_of(*pair) for pair in texts if mask_of(*pair) != "names"} == {("news_item", "topic"): None}
    assert [mask_of("person", name) for name in ("name", "phone", "email")] == ["names", "contacts", "contacts"]
    assert shown_name("甲公司", code="K1", masks=frozenset(), language="zh") == "甲公司"
    assert shown_name("甲公司", code="K1", masks=frozenset({"names"}), language="en") == "Customer K1"


@pytest.mark.parametrize(
    ("key", "shown", "to_those_who_see_no_amounts"),
    [
        pytest.param("owed_minor", "73.91", None, id="an amount of today"),
        pytest.param("gone_minor", "73.91", None, id="an amount of yesterday, by its name"),
        pytest.param("gone", 7391, None, id="nobody knows what it was"),
        pytest.param("days", 7391, 7391, id="a number of days"),
        pytest.param("score", 7391, 7391, id="what stands beside the readings"),
    ],
)
def test_a_reading_is_hidden_when_it_may_be_an_amount(
    key: str, shown: object, to_those_who_see_no_amounts: object
) -> None:
    units: dict[str, Unit] = {"owed_minor": "minor", "days": "days"}
    assert View("CNY", frozenset(), "en", units).reading(key, 7391) == shown
    assert View("CNY", frozenset({"amounts"}), "en", units).reading(key, 7391) == to_those_who_see_no_amounts
