"""Names and registration codes of companies and people that do not exist."""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from stdnum.cn import uscc

from kedun.sample.arrays import Ints
from kedun.sample.name_parts import (
    EXPORT_WORDS,
    FIRST_SYLLABLES,
    FORMS,
    GIVEN_FIRST,
    GIVEN_SECOND,
    PLACES,
    SECOND_SYLLABLES,
    SURNAMES,
    THIRD_SYLLABLES,
    TRADES,
)

_CODE_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CODE_SPACE = len(_CODE_CHARACTERS) ** 6
_CODE_STRIDE = 104_729 * 2 + 1
"""Shares no factor with _CODE_SPACE, so that no organisation code comes twice."""

_BODY_WEIGHTS = np.array([3, 7, 9, 10, 5, 8, 4, 2])
_BODY_CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def company_names(draws: np.random.Generator, *, place: Ints, industry: Ints, exports: Ints) -> pa.StringArray:
    """Name companies as place + shop name + line of business + legal form; no name comes twice."""
    size = place.size
    word = np.where(exports == 1, len(TRADES) * 5 + draws.integers(0, len(EXPORT_WORDS), size), industry * 5)
    word = np.where(exports == 1, word, word + draws.integers(0, 5, size))
    form = draws.integers(0, len(FORMS), size)
    shop = _unique_shops(draws, place=place, word=word)
    words = [each for trade in TRADES for each in trade.words] + list(EXPORT_WORDS)
    parts = (
        _taken([each.city for each in PLACES], place),
        _taken(["", *THIRD_SYLLABLES], shop[2]),
        _taken(FIRST_SYLLABLES, shop[0]),
        _taken(SECOND_SYLLABLES, shop[1]),
        _taken(words, word),
        _taken(FORMS, form),
    )
    return pc.binary_join_element_wise(*parts, "")


def _unique_shops(draws: np.random.Generator, *, place: Ints, word: Ints) -> Ints:
    """Draw shop names, a third syllable for most of those that collide, until none is left.

    Shape: three rows (first, second, third syllable; third 0 = none), one column per company.
    """
    shop = np.zeros((3, place.size), dtype=np.int64)
    left = np.arange(place.size)
    third_syllables = 1
    while left.size:
        shop[0, left] = draws.integers(0, len(FIRST_SYLLABLES), left.size)
        shop[1, left] = draws.integers(0, len(SECOND_SYLLABLES), left.size)
        shop[2, left] = draws.integers(0, third_syllables, left.size)
        third_syllables = len(THIRD_SYLLABLES) + 1
        left = _repeated(shop, place=place, word=word)
    return shop


def _repeated(shops: Ints, *, place: Ints, word: Ints) -> Ints:
    """Give the positions of names that stand earlier in the list already; the legal form does not tell names apart."""
    known = np.vstack([shops, place * 1000 + word])
    order = np.lexsort(known)
    same = (known[:, order[1:]] == known[:, order[:-1]]).all(axis=0)
    return np.sort(order[1:][same])


def person_names(draws: np.random.Generator, size: int) -> pa.StringArray:
    """Name people: surname and one or two syllables."""
    first = np.where(draws.random(size) < 0.25, 0, draws.integers(1, len(GIVEN_FIRST) + 1, size))
    return pc.binary_join_element_wise(
        _taken(SURNAMES, draws.integers(0, len(SURNAMES), size)),
        _taken(["", *GIVEN_FIRST], first),
        _taken(GIVEN_SECOND, draws.integers(0, len(GIVEN_SECOND), size)),
        "",
    )


def social_credit_codes(draws: np.random.Generator, *, place: Ints) -> pa.StringArray:
    """Give every company a 统一社会信用代码 with valid check digits.

    Source: GB 32100-2015 by python-stdnum; the organisation code inside it by GB 11714.
    """
    numbers = (int(draws.integers(_CODE_SPACE)) + np.arange(place.size, dtype=np.int64) * _CODE_STRIDE) % _CODE_SPACE
    digits = numbers[:, None] // 31 ** np.arange(5, -1, -1) % 31
    bodies = ["MA" + "".join(_CODE_CHARACTERS[digit] for digit in row) for row in digits.tolist()]
    starts = ["91" + PLACES[each].code for each in place.tolist()]
    return pa.array([_with_check_digits(start, body) for start, body in zip(starts, bodies, strict=True)], pa.string())


def _with_check_digits(start: str, body: str) -> str:
    total = sum(
        _BODY_CHARACTERS.index(each) * weight for each, weight in zip(body, _BODY_WEIGHTS.tolist(), strict=True)
    )
    seventeen = f"{start}{body}{'0123456789X0'[(11 - total % 11)]}"
    return seventeen + str(uscc.calc_check_digit(seventeen))


def _taken(words: Sequence[str], positions: Ints) -> pa.StringArray:
    return pa.array(list(words), pa.string()).take(pa.array(positions))


def group_names(last: int) -> pa.StringArray:
    """Name the groups numbered 0 to `last`, each after other syllables."""
    numbers = np.arange(max(last, 0) + 1, dtype=np.int64)
    first, rest = numbers % len(FIRST_SYLLABLES), numbers // len(FIRST_SYLLABLES)
    second, third = rest % len(SECOND_SYLLABLES), rest // len(SECOND_SYLLABLES) % (len(THIRD_SYLLABLES) + 1)
    return pc.binary_join_element_wise(
        _taken(["", *THIRD_SYLLABLES], third),
        _taken(FIRST_SYLLABLES, first),
        _taken(SECOND_SYLLABLES, (second + first) % len(SECOND_SYLLABLES)),
        "控股集团",
        "",
    )
