"""Amounts written out in Chinese numerals, everyday or as on cheques, turned into digits."""

import re

_DIGITS = {
    **dict(zip("零一二三四五六七八九", range(10), strict=True)),
    **dict(zip("壹贰叁肆伍陆柒捌玖", range(1, 10), strict=True)),
    "〇": 0, "两": 2, "貳": 2, "參": 3, "陸": 6,
}  # fmt: skip
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1_000, "仟": 1_000}
_SCALES = {"万": 10_000, "萬": 10_000, "亿": 100_000_000, "億": 100_000_000}
_PARTS = {"角": 10, "分": 1}
_NUMERAL = "".join((*_DIGITS, *_UNITS, *_SCALES))
_WRITTEN = re.compile(
    rf"(?P<before>[^\d{_NUMERAL}]*)(?P<whole>[{''.join(_DIGITS)}十拾][{_NUMERAL}]*)(?P<unit>元|圆|圓|美元|港元|欧元|)"
    rf"(?P<parts>(?:[{''.join(_DIGITS)}][角分]){{0,2}})[整正]?(?P<after>[^\d{_NUMERAL}]*)"
)
_CUT_SHORT = re.compile(rf"[百佰千仟万萬亿億][{''.join(_DIGITS)}]$")
"""As people say it, 一万二 is twelve thousand; as it is written out, ten thousand and two has a 零. It is not guessed."""


def in_digits(text: str) -> str:
    """Give a text with its Chinese numeral, if it is one, in digits: 壹佰万元整 is 1000000元; other texts stay.

    A numeral whose last unit was left out, such as 一万二, is no numeral here.
    """
    found = _WRITTEN.fullmatch(text)
    if found is None or _CUT_SHORT.search(found["whole"]):
        return text
    parts = found["parts"]
    hundredths = sum(_DIGITS[parts[at]] * _PARTS[parts[at + 1]] for at in range(0, len(parts), 2))
    rest = f".{hundredths:02d}" if parts else ""
    return f"{found['before']}{_whole(found['whole'])}{rest}{found['unit']}{found['after']}"


def _whole(numeral: str) -> int:
    """Read a whole number; units multiply the digit before them, 万 and 亿 all that stands before them."""
    total = section = digit = 0
    for sign in numeral:
        if sign in _DIGITS:
            digit = _DIGITS[sign]
        elif sign in _UNITS:
            section += (digit or 1) * _UNITS[sign]
            digit = 0
        else:
            total = (total + section + digit) * _SCALES[sign] if sign in "亿億" else total + (section + digit) * 10_000
            section = digit = 0
    return total + section + digit
