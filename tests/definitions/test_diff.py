"""Changes of definitions, said item by item."""

import copy
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kedun.definitions import documents
from kedun.definitions.diff import ABSENT, Change, changes, sentence
from kedun.definitions.diff_words import KIND_WORDS
from kedun.definitions.kinds import KINDS
from kedun.definitions.starter import read_folder
from kedun.kernel.hashing import Json
from kedun.kernel.words import Words
from kedun.pipeline.starter import STARTER

SHIPPED: dict[str, Any] = {draft.kind: documents.read(draft.body) for draft in read_folder(STARTER)}
NAMES = {"overdue_share": Words("逾期占比", "Overdue share")}


def said(kind: str, change: Callable[[Any], None], language: str) -> list[str]:
    """What is said after a change of a shipped document."""
    after = copy.deepcopy(SHIPPED[kind])
    change(after)
    found = changes(SHIPPED[kind], after)
    return [sentence(kind, each, SHIPPED[kind], after, NAMES).say("zh" if language == "zh" else "en") for each in found]


def _weight(card: Any) -> None:
    card["items"][0]["weight"] = 25


def _threshold(rules: Any) -> None:
    rules["rules"]["overdue_60_days"]["thresholds"]["days"]["value"] = 45


def _bins(card: Any) -> None:
    card["items"][-1]["bins"] = [{"up_to": 0, "points": 100}, {"points": 20}]


def _remove(rules: Any) -> None:
    del rules["rules"]["negative_news"]


def _add(rules: Any) -> None:
    rules["rules"]["new_one"] = {"label": {"zh": "新规则", "en": "New rule"}, "when": "score < 50"}


def _swap(card: Any) -> None:
    card["items"][:2] = card["items"][1::-1]


def _nothing(rules: Any) -> None:
    rules["rules"]["overdue_60_days"]["severity"] = None


@pytest.mark.parametrize(
    ("kind", "change", "language", "words"),
    [
        ("scorecard", _weight, "zh", "健康度评分卡 · 逾期占比 · 权重：14 → 25"),
        ("scorecard", _weight, "en", "Health scorecard · Overdue share · weight: 14 → 25"),
        ("rules", _threshold, "zh", "预警规则 · 「逾期超过{days}天」 · 阈值 · 「逾期天数超过」：60 → 45"),
        ("rules", _threshold, "en", "Rules · “Overdue more than {days} days” · threshold · “Days overdue above”: 60 → 45"),
        ("scorecard", _bins, "zh", "健康度评分卡 · abnormal_operation · 分段：≤0 得 100 分；其余 得 0 分 → ≤0 得 100 分；其余 得 20 分"),
        ("rules", _remove, "en", "Rules · “Cluster of negative news”: retired Cluster of negative news"
         " (condition: negative_news_90d >= times; threshold: (Negative news in 90 days, at least (3; unit: count; least: 1;"
         " greatest: 10000)); severity: medium; risk type: reputation; source: docs/why/rule-choice.md;"
         " days between alerts: 30; recipients: Credit manager; actions: (action: notify; to: Credit manager))"),
        ("rules", _add, "zh", "预警规则 · 「新规则」：新增 新规则（触发条件：score < 50）"),
        ("scorecard", _swap, "en", "Health scorecard: order Overdue share, overdue_days_max → overdue_days_max, Overdue share"),
        ("rules", _nothing, "zh", "预警规则 · 「逾期超过{days}天」 · 级别：high → 空"),
        ("grading", lambda it: it["bands"][0].update(below=62), "zh", "风险等级 · 「高风险」 · 上限：60 → 62"),
        ("matrix", lambda it: it["quadrants"]["star"]["cells"].pop(), "en",
         "Value-risk matrix · “Star” · cells: high/low, high/medium → high/low"),
        ("rule_choice", lambda it: it.update(enabled=["lawsuit", "over_limit"]), "zh",
         "规则选择 · 启用的规则：all → lawsuit、over_limit"),
        ("signals", lambda it: it["signals"]["key_contact_left"].update(hidden=True), "en",
         "Front-line signals · “Key contact left” · hidden: added yes"),
        ("rules", lambda it: it["rules"]["lawsuit"].pop("cooldown_days"), "zh",
         "预警规则 · 「涉诉（作为被告）」 · 冷却天数：删除 30"),
        ("rules", lambda it: it["rules"]["lawsuit"]["actions"][0].update(to="cfo"), "en",
         "Rules · “Sued” · actions: (action: task; to: Legal) → (action: task; to: CFO)"),
        ("rules", lambda it: it["rules"]["lawsuit"].update(recipients=["legal", "cfo"]), "en",
         "Rules · “Sued” · recipients: Legal → Legal, CFO"),
        ("strategies", lambda it: it["grades"]["medium"].update(delivery="cash_before_delivery"), "zh",
         "策略库 · 「缩短账期，收取定金，密切关注」 · 发货条件：收到定金后发货 → 款到发货"),
        ("strategies", lambda it: it["quadrants"]["star"]["steps"].pop(), "en",
         "Strategies · “VIP service, long-term cooperation” · steps · “Yearly visit by senior management”: removed"
         " Yearly visit by senior management (step: senior_visit; by whom: Sales director; within working days: 60;"
         " evidence: (Chinese: 拜访记录; English: A record of the visit))"),
        ("contingency_plans", lambda it: it["contingency_plans"]["legal"]["steps"][0].update(within_days=3), "en",
         "Contingency plans · “Lawsuits and official measures” · steps"
         " · “Read the case or notice, judge what it means for payment” · within working days: 2 → 3"),
        ("contingency_plans", lambda it: it["contingency_plans"]["care"]["steps"].reverse(), "zh",
         "应急预案 · 「采购下降或疏远」 · 步骤：顺序 走访或致电了解原因、提出促销或关怀方案、跟踪订单是否恢复 → 跟踪订单是否恢复、提出促销或关怀方案、走访或致电了解原因"),
        ("letters", lambda it: it["letters"]["care"]["body"].update(
            en=it["letters"]["care"]["body"]["en"].replace("forward to", "ahead to")), "en",
         "Letters · “Care for a customer” · text · English: We look forward to working with you. →"
         " We look ahead to working with you."),
        ("letters", lambda it: it["letters"]["care"]["body"].update(
            zh=it["letters"]["care"]["body"]["zh"].replace("期待继续合作。\n", "")), "zh",
         "信函模板 · 「客户关怀」 · 正文 · 中文：期待继续合作。 → …"),
        ("letters", lambda it: it["letters"]["care"]["body"].update(
            zh=it["letters"]["care"]["body"]["zh"].replace("{company}\n", "{company}\n祝好\n")), "zh",
         "信函模板 · 「客户关怀」 · 正文 · 中文：… → 祝好"),
    ],
)  # fmt: skip
def test_a_change_is_said(kind: str, change: Callable[[Any], None], language: str, words: str) -> None:
    assert said(kind, change, language) == [words]


def test_items_that_come_go_change_and_move_are_all_said() -> None:
    before: Json = {"items": [{"indicator": key, "weight": 1} for key in ("a", "b", "c")]}
    after: Json = {"items": [{"indicator": key, "weight": weight} for key, weight in (("c", 1), ("d", 1), ("a", 2))]}
    said = [sentence("scorecard", each, before, after, {}).en for each in changes(before, after)]
    assert said == [
        "Health scorecard · d: added indicator: d; weight: 1",
        "Health scorecard · a · weight: 1 → 2",
        "Health scorecard · b: retired indicator: b; weight: 1",
        "Health scorecard: order a, c → c, a",
    ]


@pytest.mark.parametrize("kind", sorted(SHIPPED))
@pytest.mark.parametrize("language", ["zh", "en"])
def test_whoever_reads_of_a_new_document_reads_all_of_it(kind: str, language: str) -> None:
    (change,) = changes(ABSENT, SHIPPED[kind])
    words = sentence(kind, change, ABSENT, SHIPPED[kind], {})
    told = words.zh if language == "zh" else words.en
    for text in _texts(SHIPPED[kind], language):
        assert text in told


def _texts(value: Json, language: str) -> list[str]:
    """Give conditions, formulas, filters and numbers, wherever they stand."""
    if isinstance(value, Mapping):
        found = [
            str(value[key]) for key in ("when", "formula", "where", "weight", "below") if value.get(key) is not None
        ]
        return found + [text for each in value.values() for text in _texts(each, language)]
    if isinstance(value, list):
        return [text for each in value for text in _texts(each, language)]
    return []


def test_every_kind_has_words() -> None:
    assert KIND_WORDS.keys() == set(KINDS)


@pytest.mark.parametrize("kind", sorted(SHIPPED))
def test_nothing_changed_says_nothing(kind: str) -> None:
    assert changes(SHIPPED[kind], copy.deepcopy(SHIPPED[kind])) == ()


def test_a_whole_document_may_be_new() -> None:
    (change,) = changes(ABSENT, {"margin": 2})
    assert change == Change((), ABSENT, {"margin": 2})
    assert sentence("grading", change, ABSENT, {"margin": 2}, {}).en == "Risk grades: added margin: 2"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.sampled_from(["a", "b"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("xyz"), inner, max_size=3),
    max_leaves=12,
)


def _put(tree: Json, change: Change) -> Json:
    """Apply a change to plain mappings."""
    if not change.path:
        return change.after  # type: ignore[return-value]
    first, *rest = change.path
    assert isinstance(tree, dict)
    copied = dict(tree)
    inner = Change(tuple(rest), change.before, change.after)
    if not rest and change.after is ABSENT:
        del copied[first]
    else:
        copied[first] = _put(copied.get(first), inner)
    return copied


@given(st.dictionaries(st.sampled_from("xyz"), JSON), st.dictionaries(st.sampled_from("xyz"), JSON))
def test_the_changes_lead_from_one_text_to_the_other(before: dict[str, Json], after: dict[str, Json]) -> None:
    result: Json = before
    for change in changes(before, after):
        result = _put(result, change)
    assert changes(result, after) == ()


def test_a_text_whose_lines_only_changed_places_is_said_in_full() -> None:
    before, after = {"body": "a\nb"}, {"body": "b\na"}
    (change,) = changes(before, after)
    assert sentence("letters", change, before, after, {}).en == "Letters · text: a / b → b / a"


def test_an_indicator_is_called_by_its_name() -> None:
    before, after = {"indicator": "own"}, {"indicator": "overdue_share"}
    (change,) = changes(before, after)
    names = {"overdue_share": Words("逾期占比", "Overdue share")}
    assert sentence("scorecard", change, before, after, names).en.endswith("own → Overdue share")
    assert sentence("scorecard", change, after, before, names).zh.endswith("own → 逾期占比")
