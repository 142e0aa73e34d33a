"""Words for what alerts were."""

from collections.abc import Mapping

from kedun.kernel.words import Words
from kedun.review.economics.figures import Became

BECAME_WORDS: Mapping[Became, Words] = {
    "right": Words("正确", "right"),
    "false": Words("误报", "false alarm"),
    "late": Words("太晚", "too late"),
    "unknown": Words("结果未知", "not known yet"),
}
