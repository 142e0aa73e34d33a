"""What the names in conditions and evidence are called: indicators by their labels, places by words of their own."""

from collections.abc import Mapping

from kedun.assessments.policy import Policy
from kedun.kernel.words import Words

PLACE_WORDS: Mapping[str, Words] = {
    "score": Words("健康度评分", "Health score"),
    "coverage": Words("数据覆盖率", "Data coverage"),
    "grade": Words("风险等级", "Risk grade"),
    "value_tier": Words("客户价值", "Customer value"),
    "quadrant": Words("象限", "Quadrant"),
    "signal_points": Words("信号扣分", "Points off for signals"),
}
"""What rules may name besides indicators."""


def names_in_words(policy: Policy) -> Mapping[str, Words]:
    """Give what every name that a rule may use is called."""
    labels = {key: each.text.label.words() for key, each in policy.indicators.indicators.items()}
    return {**labels, **PLACE_WORDS}
