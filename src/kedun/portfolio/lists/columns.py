"""The columns of a list of customers when it leaves the program as a workbook."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import cast

from kedun.kernel.words import Words
from kedun.portfolio.lists.rows import Row
from kedun.portfolio.lists.shown import View
from kedun.portfolio.lists.workbook import Cell, Form, Heading
from kedun.portfolio.said import Said

FIXED: Sequence[tuple[str, Form, Words]] = (
    ("code", "text", Words("客户代码", "Code")),
    ("name", "text", Words("客户名称", "Name")),
    ("industry", "text", Words("行业", "Industry")),
    ("region", "text", Words("地区", "Region")),
    ("owner", "text", Words("负责人", "Owner")),
    ("score", "number", Words("健康度评分", "Health score")),
    ("score_change_30d", "number", Words("评分变化（30天）", "Score change, 30 days")),
    ("coverage", "share", Words("覆盖率", "Coverage")),
    ("grade", "text", Words("风险等级", "Risk grade")),
    ("value_tier", "text", Words("价值层级", "Value tier")),
    ("quadrant", "text", Words("象限", "Quadrant")),
    ("receivable", "amount", Words("应收余额", "Receivables")),
    ("overdue", "amount", Words("逾期金额", "Overdue amount")),
    ("overdue_days_max", "number", Words("最长逾期天数", "Longest overdue in days")),
    ("limit_utilisation", "share", Words("额度使用率", "Limit utilisation")),
    ("open_alerts", "number", Words("未关闭预警", "Alerts not closed")),
    ("priority", "amount", Words("优先级", "Priority")),
    ("as_of", "day", Words("评估日", "Assessed as of")),
)
"""The columns every workbook has, in order; chosen readings follow."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """How a list is laid out; `keys`: readings chosen besides."""

    view: View
    said: Said
    keys: Sequence[str]

    def headings(self) -> list[Heading]:
        """Give the headings."""
        language = self.view.language
        fixed = [Heading(words.say(language), form) for _, form, words in FIXED]
        return [*fixed, *(Heading(self.said.name(key), self._form(key)) for key in self.keys)]

    def _form(self, key: str) -> Form:
        unit = self.view.units.get(key)
        return "amount" if unit == "minor" else "share" if unit == "share" else "number"

    def line(self, row: Row) -> list[Cell]:
        """Lay out a customer."""
        shown = self.view.line(row)
        readings = cast("dict[str, Cell]", shown["readings"])
        return [*(self._cell(name, shown) for name, _, _ in FIXED), *self._readings(readings)]

    def _cell(self, name: str, shown: dict[str, object]) -> Cell:
        score = cast("dict[str, float | None]", shown["score"])
        owner = cast("dict[str, str] | None", shown["owner"])
        match name:
            case "owner":
                return owner["name"] if owner else None
            case "score" | "coverage":
                return score["value" if name == "score" else "coverage"]
            case "grade" | "value_tier" | "quadrant":
                return self._word(name, cast("str | None", shown[name]))
            case "as_of":
                return None if shown[name] is None else str(shown[name])
        return cast("Cell", shown[name])

    def _word(self, name: str, code: str | None) -> str | None:
        words = {"grade": self.said.grades, "value_tier": self.said.tiers, "quadrant": self.said.quadrants}[name]
        return None if code is None else words.get(code, code)

    def _readings(self, readings: dict[str, Cell]) -> Iterator[Cell]:
        for key in self.keys:
            value = readings.get(key)
            yield Decimal(value) if isinstance(value, str) else value
