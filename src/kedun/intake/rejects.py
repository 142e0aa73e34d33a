"""Why a row is rejected: a code, a column, a value and parameters, said in a language when shown."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from kedun.intake.synonyms import CHOICES
from kedun.kernel.words import Language, Param, Words

SAID_DAY = date(2026, 1, 31)
"""A day on which month and day of the month cannot be mixed up: it shows a date format."""

REASONS: Mapping[str, Words] = {
    "missing_value": Words("必填，但为空", "is required but empty"),
    "invalid_date": Words(
        "不是该列写法的日期（应如 {format}）", "is not a date as this column writes them (such as {format})"
    ),
    "date_out_of_range": Words("日期不在 1900 至 2199 年之间", "is not a day in the years 1900 to 2199"),
    "invalid_amount": Words("不是金额", "is not an amount"),
    "ambiguous_amount": Words("看不出逗号或句点是千分位还是小数点", "may be read as thousands or as decimals"),
    "amount_too_large": Words("金额超过上限", "is larger than any amount that is taken"),
    "too_many_decimals": Words("{currency} 最多 {digits} 位小数", "has more than the {digits} decimals of {currency}"),
    "currency_mismatch": Words(
        "金额写的是 {written}，该行币种是 {currency}", "says {written}, but the row is in {currency}"
    ),
    "unknown_currency": Words(
        "不是 ISO 4217 币种代码（如 CNY、USD）", "is not a currency code of ISO 4217 such as CNY or USD"
    ),
    "invalid_integer": Words("不是整数", "is not a whole number"),
    "integer_too_large": Words("数值超过上限", "is larger than any number that is taken"),
    "number_out_of_range": Words("应在 {least} 至 {most} 之间", "must lie between {least} and {most}"),
    "signal_lasts_wrongly": Words(
        "失效日期应在观察日期至其后 {days} 天之间",
        "must lie between the day of the observation and {days} days after it",
    ),
    "too_long": Words("超过 {limit} 个字符", "has more than {limit} characters"),
    "not_positive": Words("应大于零", "must be greater than zero"),
    "invalid_boolean": Words("应为 是 或 否", "is neither yes nor no"),
    "unknown_choice": Words("不在可选值之内：{choices}", "is none of: {choices}"),
    "lost_digits": Words(
        "编号被表格软件变成了科学计数，位数已丢失；请以文本重新填写",
        "was turned into scientific notation and lost digits; write it as text",
    ),
    "invalid_terms": Words(
        "看不出账期（应写作 30天、月结30），且没有到期日",
        "are not payment terms (such as 30 days or month end + 30), and no due day is given",
    ),
    "too_few_cells": Words(
        "只有 {cells} 个单元格，应有 {expected} 个", "the row has {cells} cells instead of {expected}"
    ),
    "too_many_cells": Words(
        "有 {cells} 个单元格，应有 {expected} 个", "the row has {cells} cells instead of {expected}"
    ),
    "duplicate_of_row": Words(
        "与第 {first} 行完全相同，保留第 {first} 行", "is identical to row {first}, which is kept"
    ),
    "same_key_as_row": Words(
        "与第 {first} 行的键（{key}）相同而内容不同；保留第 {first} 行，第 {second} 行未导入",
        "has the same key ({key}) as row {first} but other content; row {first} is kept, row {second} is not taken",
    ),
    "paid_without_day": Words(
        "写明已付金额，但没有回款日期（可用 --as-of-day 指明文件的截止日）",
        "an amount was paid, but no day is given (the file's day can be stated by --as-of-day)",
    ),
    "settled_but_unpaid": Words("有结清日期，但已付金额为 0", "has a settlement date, but the paid amount is 0"),
    "paid_is_negative": Words("已付金额为负", "the paid amount is negative"),
    "paid_amount_fell": Words(
        "已付金额少于先前导入的 {known}；请用回款文件写明退回的款项",
        "is less than the {known} of an earlier file; state what was paid back in a file of payments",
    ),
}
"""The text of every reject code."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one value."""

    code: str
    params: Mapping[str, Param] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one cell of one row; the column is "" when it is the row as a whole."""

    column: str
    value: str
    code: str
    params: Mapping[str, Param]


@dataclass(frozen=True, slots=True)
class Rejected:
    """One row that was not taken: its number as people see it, all that is wrong with it, and its cells."""

    row: int
    problems: tuple[Problem, ...]
    cells: Mapping[str, str]


def reason(problem: Problem, language: Language) -> str:
    """Say why, without naming the column."""
    params = dict(problem.params)
    if problem.code == "unknown_choice":
        params["choices"] = _choices(str(params["choices"]), language)
    if problem.code == "invalid_date":
        params["format"] = SAID_DAY.strftime(str(params["format"]))
    return REASONS[problem.code].say(language, **params)


def _choices(codes: str, language: Language) -> str:
    """Say the codes of choices by their labels; what is no code stays as it is."""
    said = (CHOICES[code][0 if language == "zh" else 1] if code in CHOICES else code for code in codes.split(", "))
    return ("、" if language == "zh" else ", ").join(said)


def sentence(problem: Problem, language: Language) -> str:
    """Say why, naming the column and the value where there are such."""
    said = reason(problem, language)
    if not problem.column:
        return said
    value = problem.value if len(problem.value) <= 80 else problem.value[:77] + "…"
    return f"{problem.column}“{value}”{said}" if language == "zh" else f"{problem.column} “{value}” {said}"
