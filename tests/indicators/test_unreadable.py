"""What is wrong with a definition is said in the reader's language."""

import pytest

from kedun.indicators.definition import DefinitionUnreadable
from kedun.scorecards.definition import read_card, read_grading

ITEM = {"indicator": "overdue_share", "weight": 1, "bins": [{"points": 1}]}
LABEL = {"zh": "卡", "en": "Card"}


@pytest.mark.parametrize(
    ("item", "zh", "en"),
    [
        pytest.param(ITEM | {"weight": 0}, "items.0.weight）：不能小于 1。", "items.0.weight: it must be 1 or more.", id="too small"),
        pytest.param(ITEM | {"bins": []}, "items.0.bins）：至少要有 1 个。", "items.0.bins: there must be at least 1.", id="empty"),
        pytest.param(ITEM | {"indicator": "A-1"}, "String should match", "String should match", id="without words of ours"),
    ],
)  # fmt: skip
def test_an_unreadable_card_says_what_is_wrong(item: dict[str, object], zh: str, en: str) -> None:
    with pytest.raises(DefinitionUnreadable) as refused:
        read_card({"label": LABEL, "items": [item]})
    assert zh in refused.value.say("zh")
    assert en in refused.value.say("en")


def test_what_is_missing_is_said_without_limits() -> None:
    with pytest.raises(DefinitionUnreadable) as refused:
        read_grading({"bands": []})
    assert "至少要有 1 个" in refused.value.say("zh") or "缺少" in refused.value.say("zh")
