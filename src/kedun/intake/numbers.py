"""Amounts and whole numbers as files write them: separators, signs, units, brackets."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kedun.intake.chinese_numbers import in_digits
from kedun.intake.headings import KNOWN_CODES
from kedun.intake.rejects import Fault
from kedun.intake.synonyms import NOTHING
from kedun.kernel.money import AMOUNT_LIMIT_MINOR, exponent

INTEGER_LIMIT = 10**13
LONGEST = 60
_BRACKETED = re.compile(r"\((?=[^\d()]*\))([^\d()]*)\)")
"""Brackets around a unit or a currency, as in 1,000万(元) and (人民币)1,000万."""
_PLAIN = re.compile(r"-?\d{1,15}(?:\.\d{1,6})?", re.ASCII)
_DOLLARS = frozenset({"USD", "HKD", "SGD", "AUD", "CAD", "TWD", "NZD", "MXN", "CLP", "COP", "ARS"})
_SIGNS: tuple[tuple[str, frozenset[str]], ...] = (
    ("人民币", frozenset({"CNY"})), ("RMB", frozenset({"CNY"})), ("CN¥", frozenset({"CNY"})),
    ("US$", frozenset({"USD"})), ("HK$", frozenset({"HKD"})), ("NT$", frozenset({"TWD"})),
    ("美元", frozenset({"USD"})), ("欧元", frozenset({"EUR"})), ("港元", frozenset({"HKD"})), ("港币", frozenset({"HKD"})),
    ("日元", frozenset({"JPY"})), ("英镑", frozenset({"GBP"})), ("韩元", frozenset({"KRW"})), ("新台币", frozenset({"TWD"})),
    ("台币", frozenset({"TWD"})), ("新加坡元", frozenset({"SGD"})), ("澳元", frozenset({"AUD"})), ("加元", frozenset({"CAD"})),
    ("瑞士法郎", frozenset({"CHF"})), ("澳门元", frozenset({"MOP"})), ("卢布", frozenset({"RUB"})),
    ("¥", frozenset({"CNY", "JPY"})), ("$", _DOLLARS), ("€", frozenset({"EUR"})), ("£", frozenset({"GBP"})),
    ("圆", frozenset({"CNY", "JPY"})), ("元", frozenset({"CNY", *_DOLLARS, "JPY"})),
)  # fmt: skip
_SCALES = (("千万", 10**7), ("百万", 10**6), ("亿", 10**8), ("万", 10**4))
_TOGETHER = re.compile(r"(?<![\d.,])(\d{1,4})亿(\d{1,4}(?:\.\d{1,6})?)(?=万)", re.ASCII)
"""Hundreds of millions with ten thousands, as in 3亿5000万."""
_OLD_SIGNS = str.maketrans("萬億圓", "万亿圆")
_GROUPED = re.compile(
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?: \d{3})+(?:\.\d+)?|\d{1,3}(?:'\d{3})+(?:\.\d+)?|\d*\.?\d+|\d+\.", re.ASCII
)
_CHINESE_GROUPED = re.compile(r"\d{1,4}(?:,\d{4})+(?:\.\d+)?", re.ASCII)
_COMMA_DECIMAL = re.compile(r"(?:\d{1,3}(?:\.\d{3})+|\d{1,3}(?: \d{3})+|\d+)(?:,\d+)?", re.ASCII)
_POINT_ONLY = re.compile(
    r"(?:\d{1,3}(?:,\d{3})+|\d*)\.(?:\d{1,2}|\d{4,})|\d{1,3}(?:,\d{3})*\.\d+|\d{1,3}(?:,\d{3}){2,}", re.ASCII
)
_COMMA_ONLY = re.compile(
    r"(?:\d{1,3}(?:\.\d{3})+|\d+),(?:\d{1,2}|\d{4,})|\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}|\d{4,},\d{3}",
    re.ASCII,
)

_EITHER = re.compile(r"\d{1,3},\d{3}", re.ASCII)


@dataclass(frozen=True, slots=True)
class AmountStyle:
    """How one column writes its amounts: what they are to be multiplied by, and whether a comma marks the decimals."""

    factor: int = 1
    has_comma_decimals: bool = False


@dataclass(frozen=True, slots=True)
class _Taken:
    """An amount without sign, unit and currency; `scale` 0 says that no unit was written."""

    digits: str
    is_negative: bool
    scale: int
    currencies: frozenset[str]
    written: str


def is_nothing(text: str) -> bool:
    """Tell whether a number cell has nothing to say."""
    return text.lower() in NOTHING


def _take_apart(text: str) -> _Taken:
    """Set sign, currency and unit of an amount apart, whatever their order."""
    rest = unicodedata.normalize("NFKC", text).strip().translate(_OLD_SIGNS)
    rest = in_digits(_BRACKETED.sub(r"\1", rest).strip().removesuffix("整"))
    rest = _TOGETHER.sub(lambda found: str(int(found[1]) * 10**4 + Decimal(found[2])), rest)
    rest = rest.replace("−", "-").replace("–", "-").replace("人民币元", "人民币").replace("元人民币", "人民币")
    is_negative = False
    if rest.startswith("(") and rest.endswith(")"):
        is_negative, rest = True, rest[1:-1].strip()
    rest, is_minus = _without_sign(rest)
    rest, currencies, written = _without_currency(rest)
    rest, is_inner_minus = _without_sign(rest)
    scale = 0
    for word, factor in _SCALES:
        if rest.endswith((word, f"{word}元")):
            rest, scale = rest.removesuffix("元").removesuffix(word).strip(), factor
            break
    return _Taken(rest, is_negative ^ is_minus ^ is_inner_minus, scale, currencies, written)


def _without_sign(text: str) -> tuple[str, bool]:
    if text.startswith(("-", "+")):
        return text[1:].strip(), text[0] == "-"
    return (text[:-1].strip(), True) if text.endswith("-") else (text, False)


def _without_currency(text: str) -> tuple[str, frozenset[str], str]:
    code = re.match(r"([A-Za-z]{3})(?![A-Za-z])\s*|.*?\s*(?<![A-Za-z])([A-Za-z]{3})$", text)
    found = (code[1] or code[2] or "").upper() if code else ""
    if found in KNOWN_CODES and found != "":
        rest = text[3:] if code and code[1] else text[:-3]
        return rest.strip(), frozenset({found}), found
    upper = text.upper()
    for sign, currencies in _SIGNS:
        if upper.startswith(sign):
            rest, more, _ = (
                _without_currency(text[len(sign) :].strip()) if sign not in ("元",) else (text, frozenset(), "")
            )
            return rest, currencies & more if more else currencies, sign
    for sign, currencies in _SIGNS:
        if upper.endswith(sign) and not upper.endswith(("万元", "亿元")):
            return text[: -len(sign)].strip(), currencies, sign
    return text, frozenset(), ""


def amount_style(texts: Sequence[str], *, factor: int = 1) -> AmountStyle:
    """Find whether a column marks decimals by a comma: some value can be read only so, and none only by a point."""
    if not any("," in text or "，" in text for text in texts):
        return AmountStyle(factor)
    digits = [_take_apart(text).digits for text in texts if len(text) <= LONGEST]
    by_comma = any(_COMMA_ONLY.fullmatch(each) for each in digits)
    by_point = any(_POINT_ONLY.fullmatch(each) for each in digits)
    return AmountStyle(factor, has_comma_decimals=by_comma and not by_point)


def _decimal_of(digits: str, style: AmountStyle) -> Decimal | None:
    if style.has_comma_decimals:
        return (
            Decimal(digits.replace(".", "").replace(" ", "").replace(",", "."))
            if _COMMA_DECIMAL.fullmatch(digits)
            else None
        )
    if _GROUPED.fullmatch(digits) or _CHINESE_GROUPED.fullmatch(digits):
        return Decimal(digits.replace(",", "").replace(" ", "").replace("'", ""))
    return None


def amount_reader(style: AmountStyle, currency: str) -> Callable[[str], int | Fault | None]:
    """Give the function that reads amounts of one column in one currency: minor units, nothing, or what is wrong."""
    digits = exponent(currency)
    shift = 10**digits

    def minor_of(text: str) -> int | Fault | None:
        if is_nothing(text):
            return None
        if style == AmountStyle() and _PLAIN.fullmatch(text):
            return _minor(Decimal(text), shift=shift, digits=digits, currency=currency)
        if len(text) > LONGEST:
            return Fault("invalid_amount")
        taken = _take_apart(text)
        if style.has_comma_decimals and _EITHER.fullmatch(taken.digits):
            return Fault("ambiguous_amount")
        amount = _decimal_of(taken.digits, style)
        if amount is None:
            return Fault("invalid_amount")
        if taken.currencies and currency not in taken.currencies:
            return Fault("currency_mismatch", {"written": taken.written, "currency": currency})
        amount *= taken.scale or style.factor
        return _minor(-amount if taken.is_negative else amount, shift=shift, digits=digits, currency=currency)

    return minor_of


def _minor(amount: Decimal, *, shift: int, digits: int, currency: str) -> int | Fault:
    scaled = amount * shift
    minor = int(scaled)
    if abs(minor) > AMOUNT_LIMIT_MINOR:
        return Fault("amount_too_large")
    return minor if scaled == minor else Fault("too_many_decimals", {"currency": currency, "digits": digits})


def written_currency(texts: Sequence[str]) -> str:
    """Give the one currency code that a column's amounts are written with, such as in "USD 12.50"; "" if none or several."""
    marked = [text for text in texts if len(text) <= LONGEST and not _PLAIN.fullmatch(text)]
    written = {_take_apart(text).written for text in marked} - {""}
    return written.pop() if len(written) == 1 and written <= KNOWN_CODES else ""


def currency_written(text: str) -> str:
    """Give the code of the currency that an amount is written in; "" where it names none, or may mean several."""
    currencies = _take_apart(text).currencies if 0 < len(text) <= LONGEST else frozenset()
    (code,) = currencies if len(currencies) == 1 else ("",)
    return code


_INTEGER_TAIL = re.compile(r"(?:天|日|分钟|个月|days?|d|%|‰|分)$", re.IGNORECASE)


def integer_reader(
    factor: int = 1, *, is_positive: bool = False, between: tuple[int, int] | None = None
) -> Callable[[str], int | Fault | None]:
    """Give the function that reads whole numbers of one column."""

    def integer_of(text: str) -> int | Fault | None:
        if is_nothing(text):
            return None
        normal = _INTEGER_TAIL.sub("", unicodedata.normalize("NFKC", text).strip()).strip()
        sign = -1 if normal.startswith("-") else 1
        amount = _decimal_of(normal.lstrip("+-"), AmountStyle()) if len(normal) <= LONGEST else None
        if amount is None or amount * factor != int(amount * factor):
            return Fault("invalid_integer")
        number = sign * int(amount * factor)
        if is_positive and number <= 0:
            return Fault("not_positive")
        if between is not None and not between[0] <= number <= between[1]:
            return out_of_range(between)
        return number if abs(number) <= INTEGER_LIMIT else Fault("integer_too_large")

    return integer_of


def out_of_range(between: tuple[int, int]) -> Fault:
    """Say that a number does not lie between two others."""
    return Fault("number_out_of_range", {"least": between[0], "most": between[1]})
