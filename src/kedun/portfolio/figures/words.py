"""What the figures of the book are called, and what each is reckoned from."""

from collections.abc import Mapping
from typing import Final, Literal

from kedun.kernel.words import Words
from kedun.portfolio.figures.ageing import Bucket
from kedun.portfolio.figures.book import Key
from kedun.portfolio.lists.filters import Bucket as ListBucket
from kedun.portfolio.lists.filters import Filters

Unit = Literal["days", "multiple", "share"]

SOURCE: Final = "docs/why/portfolio.md"

LABELS: Final[Mapping[Key, Words]] = {
    "dso": Words("应收账款周转天数 DSO（期末）", "Days sales outstanding, period end"),
    "dso_average": Words("DSO（平均应收）", "Days sales outstanding, average receivables"),
    "dso_3_months": Words("DSO（近3个月）", "Days sales outstanding, three months"),
    "dso_countback": Words("DSO（倒推法）", "Days sales outstanding, countback"),
    "best_possible_dso": Words("最佳可能 DSO", "Best possible DSO"),
    "average_days_delinquent": Words("平均逾期天数 ADD", "Average days delinquent"),
    "collection_effectiveness": Words("回款有效性指数 CEI（近3个月）", "Collection effectiveness index, three months"),
    "turnover_year_end": Words(
        "应收账款周转率（年销售额 ÷ 期末应收）", "Receivables turnover: annual sales ÷ year-end receivables"
    ),
    "turnover_average": Words(
        "应收账款周转率（赊销净额 ÷ 平均应收）", "Receivables turnover: net credit sales ÷ average receivables"
    ),
    "turnover_days_year_end": Words("周转天数（期末应收）", "Turnover days, year-end receivables"),
    "turnover_days_average": Words("周转天数（平均应收）", "Turnover days, average receivables"),
    "overdue_share": Words("逾期占比", "Overdue share"),
    "top_1_share": Words("最大客户占应收比例", "Share of the largest debtor"),
    "top_5_share": Words("前5大客户占应收比例", "Share of the five largest debtors"),
    "top_10_share": Words("前10大客户占应收比例", "Share of the ten largest debtors"),
    "hhi": Words("应收集中度 HHI（0–1）", "Herfindahl-Hirschman index of receivables, 0 to 1"),
    "top_1_region_share": Words("最大地区占应收比例", "Share of the largest region"),
    "hhi_regions": Words("地区集中度 HHI（0–1）", "Herfindahl-Hirschman index of regions, 0 to 1"),
    "churn_rate": Words("客户流失率（近12个月）", "Churn, 12 months"),
    "bad_debt_rate": Words("坏账率（近12个月）", "Bad-debt rate, 12 months"),
    "default_rate": Words("违约率（近12个月）", "Default rate, 12 months"),
}

FORMULAS: Final[Mapping[Key, Words]] = {
    "dso": Words("期末应收 × 365 ÷ 近365天净开票额", "receivables × 365 ÷ net invoiced of 365 days"),
    "dso_average": Words(
        "（365天前应收 + 期末应收）÷ 2 × 365 ÷ 近365天净开票额",
        "average of receivables now and 365 days ago × 365 ÷ net invoiced of 365 days",
    ),
    "dso_3_months": Words("期末应收 × 90 ÷ 近90天净开票额", "receivables × 90 ÷ net invoiced of 90 days"),
    "dso_countback": Words(
        "从最近月份起逐月扣减开票额，最后一个月按比例计天数",
        "net invoiced is subtracted from receivables, newest month first; the last month counts in part",
    ),
    "best_possible_dso": Words("未到期应收 × 365 ÷ 近365天净开票额", "not yet due × 365 ÷ net invoiced of 365 days"),
    "average_days_delinquent": Words("DSO（期末）− 最佳可能 DSO", "period-end DSO less best possible DSO"),
    "collection_effectiveness": Words(
        "（90天前应收 + 月均净开票额 − 期末应收）÷（90天前应收 + 月均净开票额 − 期末未到期应收）",
        "(receivables 90 days ago + a month's sales − receivables) ÷ (the same − what is not yet due)",
    ),
    "turnover_year_end": Words("近365天净开票额 ÷ 期末应收", "net invoiced of 365 days ÷ receivables"),
    "turnover_average": Words("近365天净开票额 ÷ 平均应收", "net invoiced of 365 days ÷ average receivables"),
    "turnover_days_year_end": Words("365 ÷ 周转率", "365 ÷ turnover"),
    "turnover_days_average": Words("365 ÷ 周转率", "365 ÷ turnover"),
    "overdue_share": Words("逾期应收 ÷ 应收", "overdue ÷ receivables"),
    "top_1_share": Words("同一集团合并计算", "groups count as one"),
    "top_5_share": Words("同一集团合并计算", "groups count as one"),
    "top_10_share": Words("同一集团合并计算", "groups count as one"),
    "hhi": Words("各债务人占比的平方和，同一集团合并计算", "sum of the squared shares of all debtors, groups as one"),
    "top_1_region_share": Words("无地区的客户合为一个地区", "customers without a region count as one region"),
    "hhi_regions": Words("各地区占比的平方和", "sum of the squared shares of all regions"),
    "churn_rate": Words(
        "上一年有开票、近365天没有的客户 ÷ 上一年有开票的客户",
        "customers invoiced in the year before and not since ÷ customers invoiced in the year before",
    ),
    "bad_debt_rate": Words("近365天（核销 − 收回）÷ 净开票额", "(written off − recovered) ÷ net invoiced, of 365 days"),
    "default_rate": Words(
        "近365天首次逾期超过90天或被核销的客户 ÷ 一年前未违约的活跃客户",
        "customers first more than 90 days late or written off in 365 days ÷ active customers without default before",
    ),
}

BUCKET_LABELS: Final[Mapping[Bucket, Words]] = {
    "not_due": Words("未到期", "Not due"),
    "1_30": Words("逾期 1–30 天", "1 to 30 days overdue"),
    "31_60": Words("逾期 31–60 天", "31 to 60 days overdue"),
    "61_90": Words("逾期 61–90 天", "61 to 90 days overdue"),
    "91_120": Words("逾期 91–120 天", "91 to 120 days overdue"),
    "over_120": Words("逾期超过 120 天", "More than 120 days overdue"),
    "unknown": Words("到期日不明", "Without due date"),
}

LISTED: Final[Mapping[Bucket, ListBucket]] = {
    "not_due": "not_due",
    "1_30": "1_30",
    "31_60": "31_60",
    "61_90": "61_90",
    "unknown": "unknown",
}
"""The age by which the list of customers knows a bucket; its last one holds two of these, so neither opens it."""

_OWING: Final = Filters()
_LATE: Final = Filters(overdue_days_min=1)
BEHIND: Final[Mapping[Key, Filters]] = {
    "dso": _OWING,
    "dso_average": _OWING,
    "dso_3_months": _OWING,
    "dso_countback": _OWING,
    "best_possible_dso": Filters(aging=("not_due",)),
    "average_days_delinquent": _LATE,
    "collection_effectiveness": _LATE,
    "overdue_share": _LATE,
    "top_1_share": _OWING,
    "top_5_share": _OWING,
    "top_10_share": _OWING,
    "hhi": _OWING,
}
"""The customers behind a figure, where the list of customers can show them."""


def unit_of(key: Key) -> Unit:
    """Tell what a figure is counted in."""
    if key.startswith("turnover_") and "days" not in key:
        return "multiple"
    days = ("dso", "best_possible_dso", "average_days_delinquent", "turnover_days")
    return "days" if key.startswith(days) else "share"
