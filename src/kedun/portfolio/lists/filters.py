"""What a list of customers is asked for: filters and order, as values and as the query string of the API."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Final, Literal, get_args
from urllib.parse import urlencode

from kedun.facts.masking import Masks
from kedun.kernel.days import Day, to_date
from kedun.kernel.money import to_decimal
from kedun.kernel.refusals import Invalid
from kedun.kernel.words import Words

Bucket = Literal["not_due", "1_30", "31_60", "61_90", "over_90", "unknown"]
SortKey = Literal[
    "priority",
    "code",
    "name",
    "score",
    "grade",
    "receivable",
    "overdue",
    "overdue_days",
    "limit_utilisation",
    "value",
    "alerts",
    "assessed",
]
BUCKETS: Final[tuple[Bucket, ...]] = get_args(Bucket)
SORT_KEYS: Final[tuple[SortKey, ...]] = get_args(SortKey)
NOT_STATED: Final = "-"
"""Stands in a filter for customers of whom the field says nothing."""

BUCKET_WORDS: Mapping[Bucket, Words] = {
    "not_due": Words("未到期", "Not due"),
    "1_30": Words("逾期 1–30 天", "1 to 30 days overdue"),
    "31_60": Words("逾期 31–60 天", "31 to 60 days overdue"),
    "61_90": Words("逾期 61–90 天", "61 to 90 days overdue"),
    "over_90": Words("逾期 90 天以上", "More than 90 days overdue"),
    "unknown": Words("到期日不明", "Without due date"),
}
SORT_WORDS: Mapping[SortKey, Words] = {
    "priority": Words("优先级", "Priority"),
    "code": Words("客户代码", "Code"),
    "name": Words("客户名称", "Name"),
    "score": Words("健康度评分", "Health score"),
    "grade": Words("风险等级", "Risk grade"),
    "receivable": Words("应收余额", "Receivables"),
    "overdue": Words("逾期金额", "Overdue amount"),
    "overdue_days": Words("最长逾期天数", "Longest overdue in days"),
    "limit_utilisation": Words("额度使用率", "Limit utilisation"),
    "value": Words("客户价值", "Value"),
    "alerts": Words("未关闭预警", "Alerts not closed"),
    "assessed": Words("评估日", "Assessed as of"),
}
AMOUNT_SORTS: Final[frozenset[SortKey]] = frozenset({"priority", "receivable", "overdue"})
"""Orders that would tell amounts to those from whom they are hidden."""


class UnknownSort(Invalid):
    """Lists cannot be sorted by {sort}; choose one of {known}, with "-" before it for the reverse."""

    zh = "无法按 {sort} 排序，可选：{known}；前面加“-”表示倒序。"


class HiddenField(Invalid):
    """{field} is hidden from you, so it can neither filter nor sort."""

    zh = "{field} 对您不可见，不能用于筛选或排序。"


@dataclass(frozen=True, slots=True)
class Filters:
    """Which customers; what is empty or None does not filter.

    Unit: overdue_min in minor units; scores in hundredths of a point. `owner`: a person's number, or the name that
    files give. `changed_since`: customers whose standing grade moved on that day or later.
    """

    q: str = ""
    grade: tuple[str, ...] = ()
    quadrant: tuple[str, ...] = ()
    tier: tuple[str, ...] = ()
    industry: tuple[str, ...] = ()
    region: tuple[str, ...] = ()
    owner: str | None = None
    rule: tuple[str, ...] = ()
    fires: tuple[str, ...] = ()
    severity: tuple[str, ...] = ()
    has_alert: bool | None = None
    overdue_min: int | None = None
    overdue_days_min: int | None = None
    overdue_days_max: int | None = None
    score_min: int | None = None
    score_max: int | None = None
    aging: tuple[Bucket, ...] = ()
    changed_since: Day | None = None
    codes: tuple[str, ...] = ()

    def query(self, currency: str) -> str:
        """Write the query string that asks for the same."""
        values = [(each.name, getattr(self, each.name)) for each in fields(self)]
        given = [(name, value) for name, value in values if value not in (None, "", ())]
        return urlencode([(name, text) for name, value in given for text in _texts(name, value, currency)])


def _texts(name: str, value: object, currency: str) -> Sequence[str]:
    match name, value:
        case "overdue_min", int():
            return [str(to_decimal(value, currency))]
        case "score_min" | "score_max", int():
            return [f"{value / 100:g}"]
        case "changed_since", int():
            return [to_date(value).isoformat()]
        case _, bool():
            return [str(value).lower()]
        case _, tuple():
            return [str(each) for each in value]
        case _:
            return [str(value)]


@dataclass(frozen=True, slots=True)
class Order:
    """By what a list is sorted."""

    key: SortKey = "priority"
    is_descending: bool = True

    def text(self) -> str:
        """Write it the way the API takes it."""
        return f"-{self.key}" if self.is_descending else self.key


def read_order(text: str) -> Order:
    """Read an order such as "-priority".

    Raises: UnknownSort.
    """
    for key in SORT_KEYS:
        if text in (key, f"-{key}"):
            return Order(key, text.startswith("-"))
    raise UnknownSort(sort=text[:40], known=", ".join(SORT_KEYS))


def is_open_to(filters: Filters, order: Order, masks: Masks) -> None:
    """Accept filters and an order that tell nothing of what is hidden.

    Raises: HiddenField.
    """
    if "amounts" in masks:
        if filters.overdue_min is not None:
            raise HiddenField(field="overdue_min")
        if order.key in AMOUNT_SORTS:
            raise HiddenField(field=order.key)
    if "names" in masks and order.key == "name":
        raise HiddenField(field="name")
