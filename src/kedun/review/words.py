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
