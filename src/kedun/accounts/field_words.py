"""What is wrong with a field, in both languages; the words for the findings of the validator."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kedun.accounts.refusals import FieldError
from kedun.kernel.words import Words

Finding = Mapping[str, object]
"""One finding of pydantic: its type, its place, its context."""

_WORDS: Mapping[str, Words] = {
    "missing": Words("必填", "required"),
    "extra_forbidden": Words("未知字段", "unknown field"),
    "string_type": Words("应为文本", "must be a text"),
    "string_too_long": Words("最多 {max_length} 个字符", "at most {max_length} characters"),
    "string_too_short": Words("至少 {min_length} 个字符", "at least {min_length} characters"),
    "string_pattern_mismatch": Words("格式不符", "does not have the right form"),
    "int_type": Words("应为整数", "must be an integer"),
    "int_parsing": Words("应为整数", "must be an integer"),
    "int_from_float": Words("应为整数", "must be an integer"),
    "int_parsing_size": Words("数值过大", "too large"),
    "float_type": Words("应为数字", "must be a number"),
    "float_parsing": Words("应为数字", "must be a number"),
    "finite_number": Words("应为有限数字", "must be a finite number"),
    "bool_type": Words("应为 true 或 false", "must be true or false"),
    "bool_parsing": Words("应为 true 或 false", "must be true or false"),
    "decimal_type": Words("应为十进制数", "must be a decimal number"),
    "decimal_parsing": Words("应为十进制数", "must be a decimal number"),
    "decimal_max_digits": Words("最多 {max_digits} 位数字", "at most {max_digits} digits"),
    "decimal_max_places": Words("最多 {decimal_places} 位小数", "at most {decimal_places} decimal places"),
    "greater_than": Words("应大于 {gt}", "must be greater than {gt}"),
    "greater_than_equal": Words("应不小于 {ge}", "must be at least {ge}"),
    "less_than": Words("应小于 {lt}", "must be less than {lt}"),
    "less_than_equal": Words("应不大于 {le}", "must be at most {le}"),
    "literal_error": Words("只能为 {expected}", "must be {expected}"),
    "enum": Words("只能为 {expected}", "must be {expected}"),
    "list_type": Words("应为列表", "must be a list"),
    "dict_type": Words("应为对象", "must be an object"),
    "model_type": Words("应为对象", "must be an object"),
    "model_attributes_type": Words("应为对象", "must be an object"),
    "too_long": Words("最多 {max_length} 项", "at most {max_length} items"),
    "too_short": Words("至少 {min_length} 项", "at least {min_length} items"),
    "date_type": Words("应为日期，如 2026-01-31", "must be a day such as 2026-01-31"),
    "date_parsing": Words("应为日期，如 2026-01-31", "must be a day such as 2026-01-31"),
    "date_from_datetime_parsing": Words("应为日期，如 2026-01-31", "must be a day such as 2026-01-31"),
    "date_from_datetime_inexact": Words("应为日期，如 2026-01-31", "must be a day such as 2026-01-31"),
    "datetime_type": Words("应为时间，如 2026-01-31T08:00:00Z", "must be an instant such as 2026-01-31T08:00:00Z"),
    "datetime_parsing": Words("应为时间，如 2026-01-31T08:00:00Z", "must be an instant such as 2026-01-31T08:00:00Z"),
    "datetime_from_date_parsing": Words(
        "应为时间，如 2026-01-31T08:00:00Z", "must be an instant such as 2026-01-31T08:00:00Z"
    ),
    "nul_character": Words("含有不允许的字符", "holds a character that is not allowed"),
    "unknown_parameter": Words("未知参数", "unknown parameter"),
    "repeated_parameter": Words("参数重复", "given more than once"),
}
OTHERWISE = Words("无效", "not valid")
_BRANCH = re.compile(r"[a-z-]+\[.*\]|constrained-\w+", re.DOTALL)
"""A part of a place that names a branch of the validator and no field: `literal['now','then']`, `constrained-str`."""


def field_error(field: str, code: str) -> FieldError:
    """Say that something is wrong with a field by a code of the table."""
    return FieldError(field=field, code=code, words=_WORDS[code])


def field_errors(findings: Sequence[Finding]) -> tuple[FieldError, ...]:
    """Say what the validator finds in a body; a field is named by its path, without the validator's own words."""
    return tuple(_said(each, ".".join(_named(_place(each)))) for each in findings)


def parameter_errors(findings: Sequence[Finding]) -> tuple[FieldError, ...]:
    """Say what the validator finds in paths and queries; a parameter is named as it is sent.

    The place of a finding: path or query, the operation's argument where that holds many parameters, the parameter.
    """
    return tuple(_said(each, _parameter(_place(each)[1:])) for each in findings)


def _named(place: Iterable[object]) -> Iterator[str]:
    yield from (part for part in map(str, place) if not _BRANCH.fullmatch(part))


def _parameter(place: Sequence[object]) -> str:
    return str(place[1] if len(place) > 1 and place[0] == "query" else place[0])


def _place(finding: Finding) -> tuple[object, ...]:
    place = finding["loc"]
    assert isinstance(place, tuple)
    return place


def _said(finding: Finding, field: str) -> FieldError:
    code, context = str(finding["type"]), finding.get("ctx") or {}
    assert isinstance(context, Mapping)
    words = _WORDS.get(code, OTHERWISE)
    filled = {name: str(value) for name, value in context.items()}
    said = Words(zh=words.zh.format(**filled), en=words.en.format(**filled))
    return FieldError(field=field or "body", code=code, words=said)
