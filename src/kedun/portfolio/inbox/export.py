"""Alerts as a workbook; no cell of it can act as a formula."""

import io
from collections.abc import Sequence

import xlsxwriter  # type: ignore[import-untyped]

from kedun.intake.formulas import guarded
from kedun.kernel.words import Language, Words
from kedun.portfolio.inbox.schemas import AlertRow

MOST_ROWS = 10_000
WIDEST = 60
Cell = str | int | float | None

HEADINGS = (
    Words("编号", "No."),
    Words("客户编码", "Customer code"),
    Words("客户", "Customer"),
    Words("预警", "Alert"),
    Words("风险类型", "Kind of risk"),
    Words("严重程度", "Severity"),
    Words("状态", "State"),
    Words("处理人", "Looked after by"),
    Words("开启日", "Opened on"),
    Words("事实到预警（秒）", "Fact to alert, seconds"),
    Words("依据", "Evidence"),
    Words("暂停至", "Rests until"),
    Words("关闭日", "Closed on"),
    Words("关闭原因", "Reason"),
    Words("说明", "Note"),
)
SHEET = Words("预警", "Alerts")


def workbook(rows: Sequence[AlertRow], language: Language) -> bytes:
    """Write alerts as an Excel file."""
    lines: list[list[Cell]] = [[words.say(language) for words in HEADINGS], *(_line(row, language) for row in rows)]
    held = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(held, options) as book:
        sheet = book.add_worksheet(SHEET.say(language))
        text, bold = book.add_format({"num_format": "@"}), book.add_format({"bold": True, "num_format": "@"})
        for number, line in enumerate(lines):
            for column, cell in enumerate(line):
                if isinstance(cell, int | float):
                    sheet.write_number(number, column, cell)
                elif cell:
                    sheet.write_string(number, column, guarded(cell), text if number else bold)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, len(rows), len(HEADINGS) - 1)
        for column, cells in enumerate(zip(*lines, strict=True)):
            sheet.set_column(column, column, min(max(len(str(cell or "")) * 1.6 for cell in cells) + 2, WIDEST))
    return held.getvalue()


def _line(row: AlertRow, language: Language) -> list[Cell]:
    joint = "；" if language == "zh" else "; "
    return [
        row.id,
        row.customer.code,
        row.customer.name,
        row.rule.label,
        row.risk_type_label,
        row.severity_label,
        row.state_label,
        row.owner.name if row.owner else None,
        row.opened.as_of.isoformat(),
        None if row.latency_seconds is None else round(row.latency_seconds, 3),
        joint.join(f"{each.label} {each.text}" for each in row.evidence),
        row.snoozed_until.isoformat() if row.snoozed_until else None,
        row.closed.as_of.isoformat() if row.closed else None,
        row.closed.reason_label if row.closed else None,
        row.closed.note if row.closed else None,
    ]
