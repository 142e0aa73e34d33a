"""Words for outcomes and for what can fire, besides the labels that definitions bring along."""

from collections.abc import Mapping

from kedun.kernel.words import Words
from kedun.review.outcomes import Label

OUTCOME_WORDS: Mapping[Label, Words] = {
    "idle": Words("无欠款", "owed nothing"),
    "paid": Words("已付款", "paid"),
    "recovered": Words("逾期后收回", "recovered"),
    "overdue_90": Words("逾期90天以上", "90 days overdue"),
    "written_off": Words("已核销", "written off"),
    "already": Words("此前已逾期90天", "90 days overdue before"),
}
ANY_RULE = Words("任一规则", "Any rule")

EVIDENCE = Words(
    "回测 {number}：{days} 个月末，观察期 {horizon} 天，毛利 {margin}‰，可避免 {avoided}‰；对比 {live} → {draft}，结果 {result}",
    "Back-test {number}: {days} month-ends, horizon {horizon} days, margin {margin} ‰, avoidable {avoided} ‰;"
    " compared {live} → {draft}, result {result}",
)
EDITED_SINCE = Words(
    "回测 {number}（结果 {result}）之后，文本又有改动，其结果不适用于这些文本",
    "The texts were edited since back-test {number} (result {result}): it does not speak of these texts",
)
SHORT = 12
"""Of a hash as people compare it."""
