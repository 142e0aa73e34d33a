"""An expression in the words people use."""

from typing import Literal

import pytest

from kedun.expressions import explain, reference
from kedun.kernel.words import Words
from tests.expressions.engines import checked

LABELS = {
    "a": Words("逾期天数", "days overdue"),
    "b": Words("账期", "payment term"),
    "t": Words("地区", "region"),
    "f": Words("重点客户", "key customer"),
    "r": Words("欠款", "amount owed"),
}


@pytest.mark.parametrize(
    ("mode", "text", "zh", "en"),
    [
        ("row", "a > 30", "逾期天数大于 30", "days overdue is greater than 30"),
        ("row", "a >= b", "逾期天数不低于账期", "days overdue is at least payment term"),
        ("row", "a <= 30 AND NOT f", "逾期天数不超过 30 且并非重点客户", "days overdue is at most 30 and not key customer"),
        ("row", "f OR a < 1 AND a <> 0", "重点客户或（逾期天数小于 1 且逾期天数不等于 0）", "key customer or (days overdue is less than 1 and days overdue is not 0)"),
        (
            "row",
            "t = 'East China' OR t IN ('华 东', '华南')",
            "地区等于“East China”或地区属于（“华 东”、“华南”）",
            "region is “East China” or region is one of (“华 东”, “华南”)",
        ),
        ("row", "t NOT IN ('x')", "地区不属于（“x”）", "region is none of (“x”)"),
        ("row", "a IS NULL OR b IS NOT NULL", "逾期天数缺失或账期有值", "days overdue is missing or payment term is known"),
        ("row", "f = TRUE", "重点客户等于“是”", "key customer is true"),
        ("row", "f <> FALSE", "重点客户不等于“否”", "key customer is not false"),
        (
            "reading",
            "ratio(r, a + b) > 0.5",
            "欠款与（逾期天数加账期）之比大于 0.5",
            "the ratio of amount owed to (days overdue plus payment term) is greater than 0.5",
        ),
        ("reading", "ratio(r, b) * 100 - 1", "（欠款与账期之比）乘以 100 减 1", "(the ratio of amount owed to payment term) times 100 minus 1"),
        ("reading", "least(a, b, 90)", "逾期天数、账期、90 中的最小者", "the least of days overdue, payment term, 90"),
        ("reading", "greatest(-a, b) = 2", "负逾期天数、账期中的最大者等于 2", "the greatest of minus days overdue, payment term is 2"),
        ("reading", "clamp(r, 0, -1.5)", "欠款（限制在 0 到 -1.5 之间）", "amount owed kept between 0 and -1.5"),
        ("row", "quotient(a, 7)", "逾期天数除以 7 的整数商", "days overdue divided by 7 in whole numbers"),
        (
            "row",
            "CASE WHEN a > 90 THEN 'late' WHEN f THEN NULL ELSE t END",
            "[若逾期天数大于 90 则为“late”；若重点客户则为无值；否则为地区]",
            "[if days overdue is greater than 90 then “late”; if key customer then nothing; otherwise region]",
        ),
        ("row", "g", "g", "g"),
    ],
)  # fmt: skip
def test_expression_in_words(mode: Literal["row", "reading"], text: str, zh: str, en: str) -> None:
    assert explain(checked(text, mode), "zh", LABELS) == zh
    assert explain(checked(text, mode), "en", LABELS) == en


def test_reference_lists_what_users_may_write() -> None:
    english, chinese = reference("en").splitlines(), reference("zh").splitlines()
    assert (
        "| `ratio(a, b)` | the ratio of a to b | one division; no value when the base is 0 or either is missing |"
        in english
    )
    assert "| `a IN (b, c)` | a 属于（b、c） | 在列表中 |" in chinese
    assert "| `a AND b AND c` | a and b and c | all are true; one false settles it |" in english
    assert not [line for line in english if "quotient" in line]
    assert len(english) == len(chinese) == 2 + 21
