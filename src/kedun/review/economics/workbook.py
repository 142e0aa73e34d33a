"""The economics of alerts as a workbook: a sheet of rules, a sheet of alerts; no cell of it can act as a formula."""

import io
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

import xlsxwriter  # type: ignore[import-untyped]

from kedun.intake.formulas import guarded
from kedun.kernel.words import Language, Words
from kedun.review.economics.schemas import AlertEconomics, AlertFigures, AlertJudged

MOST_ROWS: Final = 10_000
WIDTH: Final = 16
Cell = str | int | float | Decimal | None
Heading = tuple[Words, str]

RULES, ALERTS = Words("规则", "Rules"), Words("预警", "Alerts")
TOGETHER = Words("全部规则", "All rules together")
OF_RULES: Final[tuple[Heading, ...]] = (
    (Words("预警数", "Alerts"), "hits"),
    (Words("正确", "Right"), "right"),
    (Words("误报", "False"), "false"),
    (Words("其中人工判为误报", "Called false by people"), "said_false"),
    (Words("判为误报后仍出问题", "Called false, went bad"), "contradicted"),
    (Words("太晚", "Too late"), "late"),
    (Words("结果未知", "Not known yet"), "unknown"),
    (Words("准确率", "Share right"), "precision"),
    (Words("提前天数（中位数）", "Days ahead, median"), "lead_days_median"),
    (Words("当时应收", "Owed then"), "exposure"),
    (Words("损失", "Lost"), "loss"),
    (Words("可避免的损失", "Loss avoided"), "avoided"),
    (Words("误停订单的毛利", "Margin of good orders"), "margin"),
    (Words("净额", "Net"), "net"),
    (Words("处理过", "Handled"), "handled"),
    (Words("处理用时（分钟）", "People's minutes"), "minutes"),
    (Words("等待处理（工作分钟，中位数）", "Waited, working minutes, median"), "waited_minutes"),
)
OF_ALERTS: Final[tuple[Words, ...]] = (
    Words("编号", "No."),
    Words("客户编码", "Customer code"),
    Words("客户", "Customer"),
    Words("规则", "Rule"),
    Words("开启日", "Opened on"),
    Words("判断", "Was"),
    Words("结果", "Outcome"),
    Words("出问题日", "Went bad on"),
    Words("提前天数", "Days ahead"),
    Words("损失", "Lost"),
    Words("当时应收", "Owed then"),
    Words("期间订单", "Ordered while it stood"),
    Words("等待处理（工作分钟）", "Waited, working minutes"),
)


def workbook(told: AlertEconomics, alerts: Sequence[AlertJudged], language: Language) -> bytes:
    """Write the figures of rules and the alerts behind them as an Excel file."""
    rules: list[list[Cell]] = [
        [RULES.say(language), *(words.say(language) for words, _ in OF_RULES)],
        [TOGETHER.say(language), *_cells(told.together)],
        *([each.label, *_cells(each)] for each in told.items),
    ]
    lines: list[list[Cell]] = [[words.say(language) for words in OF_ALERTS], *map(_alert, alerts)]
    held = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(held, options) as book:
        for name, rows in ((RULES, rules), (ALERTS, lines)):
            sheet = book.add_worksheet(name.say(language))
            bold = book.add_format({"bold": True, "text_wrap": True})
            sheet.freeze_panes(1, 1)
            sheet.set_column(0, len(rows[0]) - 1, WIDTH)
            for number, cells in enumerate(rows):
                for column, cell in enumerate(cells):
                    if isinstance(cell, str):
                        sheet.write_string(number, column, guarded(cell), None if number else bold)
                    elif cell is not None:
                        sheet.write_number(number, column, float(cell))
    return held.getvalue()


def _cells(of: AlertFigures) -> list[Cell]:
    return [getattr(of, name) for _, name in OF_RULES]


def _alert(of: AlertJudged) -> list[Cell]:
    return [
        of.id,
        of.code,
        of.name,
        of.rule.label,
        of.opened_on.isoformat(),
        of.became.label,
        None if of.outcome is None else of.outcome.label,
        None if of.bad_on is None else of.bad_on.isoformat(),
        of.lead_days,
        of.loss,
        of.exposure,
        of.ordered,
        of.waited_minutes,
    ]
