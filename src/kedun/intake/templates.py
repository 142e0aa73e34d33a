"""Empty files to fill in: headings, what they mean, an example, and lists to choose from."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import xlsxwriter  # type: ignore[import-untyped]

from kedun.facts.kinds import KINDS, Field, Kind
from kedun.intake.columns import KEYS, field_of
from kedun.intake.exports import FileFormat
from kedun.intake.keys import NATURAL_KEYS
from kedun.intake.recognition import ATTRIBUTE, label_of
from kedun.intake.sheet import EXAMPLE_MARKS
from kedun.intake.synonyms import CHOICES
from kedun.kernel.words import Language, Words

ROWS_WITH_LISTS = 5_000
EXAMPLE_DAY = date(2024, 3, 5)
EXAMPLE_MARK = Words("示例（导入时跳过）", "Example (skipped on import)")
assert {EXAMPLE_MARK.zh, EXAMPLE_MARK.en} == EXAMPLE_MARKS
YES_NO = (Words("是", "yes"), Words("否", "no"))
TITLE = Words(
    "{kind}：在表头下方逐行填写；* 为必填；“示例”行导入时跳过",
    "{kind}: fill in below the headings; * is required; the example row is skipped",
)
GUIDE = (
    Words("列", "Column"),
    Words("必填", "Required"),
    Words("怎样填写", "How to fill in"),
    Words("示例", "Example"),
)
GUIDE_SHEET = Words("说明", "Guide")
MEANINGS = {
    "text": Words("文本", "text"),
    "integer": Words("整数", "a whole number"),
    "money": Words(
        "金额，单位为元（或该币种的主单位），不超过最小单位的小数位", "an amount in main units of its currency"
    ),
    "day": Words("日期，如 2024-03-05", "a day, such as 2024-03-05"),
    "boolean": Words("是 或 否", "yes or no"),
}
KEY_MEANING = Words(
    "编号；同一编号再次导入即为更正。可整列留空，此时由这些列识别一行：{columns}",
    "identifies the row; the same one again is a correction. The whole column may stay empty; these then identify a row: {columns}",
)
SEPARATOR = Words("、", ", ")
CHOICE_MEANING = Words("从列表选择：{choices}", "one of: {choices}")
EXAMPLES = {
    "external_id": "A0001", "customer": "C0001", "document_no": "0001234567", "currency": "CNY",
    "uscc": "91310000MA1FL0L13G", "country": "CN", "order_no": "SO-0001", "contract_no": "HT-0001", "delivery_no": "FH-0001", "phone": "13800000000",
    "email": "li@example.com", "person": "P0001", "other": "C0002", "instalment_no": "1", "share_permille": "300",
    "rating_points": "70", "attitude": "3", "satisfaction": "4", "culture_fit": "3", "reply_quality": "4", "impact": "3",
    "index_permille": "1012", "rate": "725000000", "points": "20",
}  # fmt: skip
STARTERS = {
    "customer_information": (Words("客户信息", "Customer information"), ("customer", "credit_limit", "contract")),
    "risk_assessment": (Words("风险评估", "Risk assessment"), ("check", "legal_event", "bureau_report", "statement")),
    "collection_follow_up": (Words("催收跟进", "Collection follow-up"), ("invoice", "payment", "interaction")),
}
"""Workbooks for a team that begins: label, and the kind of each sheet."""
EXAMPLE_NAME = Words("示例贸易有限公司", "Example Trading Ltd")


@dataclass(frozen=True, slots=True)
class TemplateColumn:
    """One column of a template."""

    heading: str
    target: str
    described: Field
    is_required: bool

    def choices(self, language: Language) -> list[str]:
        """Give what may be chosen, in a language."""
        if self.described.type == "boolean":
            return [words.say(language) for words in YES_NO]
        return [CHOICES[code][0 if language == "zh" else 1] for code in self.described.choices]

    def example(self, language: Language) -> str:
        """Give an example that can be imported."""
        chosen = self.choices(language)
        if chosen:
            return chosen[0]
        if self.described.type == "day":
            return EXAMPLE_DAY.isoformat()
        if self.described.name == "name":
            return EXAMPLE_NAME.say(language)
        usual = {"money": "12345.67", "integer": "30"}.get(self.described.type, self.described.label.say(language))
        return EXAMPLES.get(self.described.name, usual)


def columns_of(kind: Kind, language: Language) -> tuple[TemplateColumn, ...]:
    """Give the columns of a kind's template; an invoice's has the customer's name and what was paid as well."""
    targets = ["external_id"]
    if kind.of_customer and kind.name != "customer":
        targets.append("customer")
    if kind.name == "invoice":
        targets.append(f"{ATTRIBUTE}name")
    targets += [each.name for each in kind.fields]
    if kind.name == "invoice":
        targets += ["settled_on", "paid"]
    return tuple(_column(kind, target, language) for target in targets)


def _column(kind: Kind, target: str, language: Language) -> TemplateColumn:
    described = field_of(kind, target)
    is_required = described.required and target != "external_id" and not target.startswith(ATTRIBUTE)
    return TemplateColumn(
        label_of(kind, target).say(language) + ("*" if is_required else ""), target, described, is_required
    )


def _meaning(column: TemplateColumn, kind: Kind, language: Language) -> str:
    if column.target == "external_id":
        names = SEPARATOR.say(language).join(label_of(kind, name).say(language) for name in NATURAL_KEYS[kind.name])
        return KEY_MEANING.say(language, columns=names)
    chosen = column.choices(language)
    if chosen:
        return CHOICE_MEANING.say(language, choices=SEPARATOR.say(language).join(chosen))
    return MEANINGS[column.described.type].say(language)


def template(kind_name: str, language: Language, file_format: FileFormat) -> bytes:
    """Write the template of a kind."""
    kind = KINDS[kind_name]
    if file_format == "csv":
        columns = columns_of(kind, language)
        title = TITLE.say(language, kind=kind.label.say(language))
        return _delimited([[title], [column.heading for column in columns], _example(columns, language)])
    return _workbook([kind], language)


def starter(name: str, language: Language) -> bytes:
    """Write one of the STARTERS: a workbook with a sheet for each of its kinds."""
    return _workbook([KINDS[kind] for kind in STARTERS[name][1]], language)


def _example(columns: Sequence[TemplateColumn], language: Language) -> list[str]:
    return [EXAMPLE_MARK.say(language), *(column.example(language) for column in columns[1:])]


def _delimited(lines: Sequence[Sequence[str]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(lines)
    return text.getvalue().encode("utf-8-sig")


def _workbook(kinds: Sequence[Kind], language: Language) -> bytes:
    held = io.BytesIO()
    with xlsxwriter.Workbook(held, {"in_memory": True}) as workbook:
        for kind in kinds:
            _write_kind(workbook, kind, columns_of(kind, language), language)
        guide = workbook.add_worksheet(GUIDE_SHEET.say(language))
        line = 0
        for kind in kinds:
            title = kind.label.say(language) if len(kinds) > 1 else ""
            line = _write_guide(guide, kind, columns_of(kind, language), language, title=title, line=line)
        guide.set_column(0, 1, 18)
        guide.set_column(2, 3, 50)
    return held.getvalue()


def _write_kind(
    workbook: "xlsxwriter.Workbook", kind: Kind, columns: Sequence[TemplateColumn], language: Language
) -> None:
    sheet = workbook.add_worksheet(kind.label.say(language)[:31])
    grey = {"font_color": "#808080", "italic": True}
    title = workbook.add_format(grey)
    bold = workbook.add_format({"bold": True, "bottom": 1, "num_format": "@"})
    example = _example(columns, language)
    sheet.write_string(0, 0, TITLE.say(language, kind=kind.label.say(language)), title)
    for number, column in enumerate(columns):
        shown = _number_format(column)
        sheet.set_column(
            number, number, max(12, len(column.heading) * 2 + 2), workbook.add_format({"num_format": shown})
        )
        sheet.write_string(1, number, column.heading, bold)
        sheet.write_string(2, number, example[number], workbook.add_format({**grey, "num_format": "@"}))
        if chosen := column.choices(language):
            rule = {"validate": "list", "source": chosen, "ignore_blank": True}
            sheet.data_validation(2, number, ROWS_WITH_LISTS, number, rule)
    sheet.freeze_panes(2, 0)


def _number_format(column: TemplateColumn) -> str:
    if column.described.type == "day":
        return "yyyy-mm-dd"
    return (
        "@" if column.described.name in KEYS else {"money": "#,##0.00", "integer": "0"}.get(column.described.type, "@")
    )


def _write_guide(
    sheet: "xlsxwriter.worksheet.Worksheet",
    kind: Kind,
    columns: Sequence[TemplateColumn],
    language: Language,
    *,
    title: str,
    line: int,
) -> int:
    """Explain the columns of a kind from a line on; gives the line for the next kind."""
    if title:
        sheet.write_string(line, 0, title)
        line += 1
    required = (YES_NO[0 if column.is_required else 1].say(language) for column in columns)
    rows = [[words.say(language) for words in GUIDE]] + [
        [column.heading, must, _meaning(column, kind, language), column.example(language)]
        for column, must in zip(columns, required, strict=True)
    ]
    for place, row in enumerate(rows, line):
        for number, text in enumerate(row):
            sheet.write_string(place, number, text)
    return line + len(rows) + 1
