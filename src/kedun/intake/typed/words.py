"""Why a typed row is rejected, beside the reasons that rows of files have."""

from collections.abc import Mapping

from kedun.intake.rejects import Problem, reason
from kedun.kernel.words import Language, Param, Words

REASONS: Mapping[str, Words] = {
    "unknown_field": Words("没有这个字段", "is no field of this kind"),
    "not_a_text": Words("应为文本", "must be a text"),
    "not_a_number": Words("应为整数", "must be a whole number"),
    "not_true_or_false": Words("应为 true 或 false", "must be true or false"),
    "not_a_decimal": Words("应为十进制数的文本，如 1234.50", "must be a decimal string such as 1234.50"),
    "not_a_day": Words("应为日期，如 2026-01-31", "must be a day such as 2026-01-31"),
    "not_plain_text": Words("含有不允许的字符", "holds a character that is not allowed"),
    "twice_in_request": Words("与第 {first} 行的编号相同", "has the same external_id as row {first}"),
    "not_the_reporter": Words("报告人由系统按发送者填写，请留空", "is whoever sends the signal; leave it out"),
    "not_yours_to_write": Words(
        "没有这样的客户或记录，或不属于您的客户",
        "is no customer or record of yours: it does not exist, or is another's",
    ),
    "unknown_legal_entity": Words("没有这个法人实体", "is no legal entity"),
    "negative_invoice": Words(
        "发票金额不能为负；请作为红字发票（credit_note）发送",
        "an invoice is not negative; send it as a credit_note",
    ),
    "number_too_large": Words("数值超过上限", "is larger than any number that is taken"),
}


def said(code: str, params: Mapping[str, Param], language: Language) -> str:
    """Say why a field of a row was rejected, without naming it."""
    words = REASONS.get(code)
    return words.say(language, **params) if words else reason(Problem("", "", code, params), language)


def words_of(code: str, params: Mapping[str, Param]) -> Words:
    """Give the reason in both languages."""
    return Words(said(code, params, "zh"), said(code, params, "en"))
