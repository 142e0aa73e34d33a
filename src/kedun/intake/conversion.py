"""Turns columns of text into columns of values: each different text is read once."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from kedun.intake import public_words, synonyms
from kedun.intake.headings import currency_of, plain
from kedun.intake.numbers import AmountStyle, amount_reader
from kedun.intake.rejects import Fault

KEY_LIMIT = 200
"""An identifier may have so many characters; longer ones would not fit an index."""

_SCIENTIFIC = re.compile(r"\d(?:\.\d+)?[eE]\+\d{1,3}", re.ASCII)

Value = int | str | bool
Reader = Callable[[str], Value | Fault | None]


@dataclass(frozen=True, slots=True)
class Converted:
    """A column's values, null where the cell is empty or wrong, and what is wrong at which position."""

    values: pa.Array
    faults: Mapping[int, Fault]


def distinct(column: pa.Array) -> list[str]:
    """Give the different texts of a column, without the empty one."""
    return [text for text in pc.unique(column).to_pylist() if text]


def convert(column: pa.Array, read: Reader, arrow_type: pa.DataType) -> Converted:
    """Read a column of texts."""
    encoded = column.dictionary_encode()
    results = [read(text) if text else None for text in encoded.dictionary.to_pylist()]
    values = pa.array([None if isinstance(each, Fault) else each for each in results], arrow_type)
    wrong = [code for code, each in enumerate(results) if isinstance(each, Fault)]
    indices = encoded.indices.to_numpy(zero_copy_only=False)
    positions = np.flatnonzero(np.isin(indices, wrong)) if wrong else np.array([], dtype=np.int64)
    faults = {int(at): fault for at in positions if isinstance(fault := results[int(indices[at])], Fault)}
    return Converted(values.take(encoded.indices), faults)


def convert_amounts(column: pa.Array, currency: pa.Array, style: AmountStyle) -> Converted:
    """Read a column of amounts, each in the currency of its row; minor units."""
    currencies = pc.unique(currency).to_pylist()
    if len(currencies) == 1:
        return convert(column, amount_reader(style, currencies[0]), pa.int64())
    values = pa.nulls(len(column), pa.int64())
    faults: dict[int, Fault] = {}
    for each in currencies:
        chosen = pc.equal(currency, each)
        texts = pc.if_else(chosen, column, "")
        part = convert(texts, amount_reader(style, each), pa.int64())
        values = pc.if_else(chosen, part.values, values)
        faults.update(part.faults)
    return Converted(values, faults)


def read_text(text: str) -> str:
    """Give a text in the one form that equal texts share (NFC)."""
    return unicodedata.normalize("NFC", text)


def read_key(text: str) -> str | Fault:
    """Give an identifier: full-width letters and digits are the same as half-width ones."""
    if _SCIENTIFIC.fullmatch(text):
        return Fault("lost_digits")
    key = unicodedata.normalize("NFKC", text).strip()
    return key if len(key) <= KEY_LIMIT else Fault("too_long", {"limit": KEY_LIMIT})


def read_boolean(text: str) -> bool | Fault | None:
    """Read yes or no in the ways files write them."""
    word = unicodedata.normalize("NFKC", text).strip().lower()
    if word in synonyms.YES:
        return True
    if word in synonyms.NO:
        return False
    return None if word in synonyms.NOTHING else Fault("invalid_boolean")


def read_currency(text: str) -> str | Fault:
    """Read a currency by its code or name."""
    return currency_of(text) or Fault("unknown_currency")


@cache
def _choice_names(choices: tuple[str, ...]) -> Mapping[str, str]:
    names: dict[str, str] = {}
    for code in choices:
        zh, en, more = synonyms.CHOICES[code]
        for word in (code, zh, en, *more.split(), *public_words.FURTHER.get(code, "").split()):
            names.setdefault(plain(word), code)
    return names


def choice_reader(choices: tuple[str, ...]) -> Reader:
    """Give the function that reads one of a closed set of choices, by code, label or a name in use."""
    names = _choice_names(choices)
    codes = ", ".join(choices)

    def choice_of(text: str) -> str | Fault:
        return names.get(plain(text)) or Fault("unknown_choice", {"choices": codes})

    return choice_of


def known_reader(known: tuple[str, ...]) -> Reader:
    """Give the function that brings known words to their codes and leaves other texts as they are."""
    names = _choice_names(known)
    return lambda text: names.get(plain(text)) or read_text(text)


def joined(parts: Sequence[pa.Array]) -> pa.Array:
    """Join columns into one text per row; a slash inside a part is told from one between parts."""
    texts = [pc.fill_null(pc.cast(part, pa.string()), "") for part in parts]
    escaped = [pc.replace_substring(pc.replace_substring(text, "\\", "\\\\"), "/", "\\/") for text in texts]
    return pc.binary_join_element_wise(*escaped, "/") if len(escaped) > 1 else escaped[0]


def is_empty(values: pa.Array) -> pa.Array:
    """Tell where a column has nothing: null, or the empty text."""
    missing = pc.is_null(values)
    return pc.or_(missing, pc.fill_null(pc.equal(values, ""), True)) if pa.types.is_string(values.type) else missing
