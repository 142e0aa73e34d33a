"""Headings brought to a plain form, so that "Invoice No." and "invoice_no" are one; units in brackets set apart."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from kedun.intake.currencies import CODES
from kedun.intake.synonyms import CURRENCY_NAMES, UNITS
from kedun.kernel.hashing import sha256_of

_BRACKETS = re.compile(r"[(\[{<【〔〈《「]([^()\[\]{}<>【】〔〕〈〉《》「」]*)[)\]}>】〕〉》」]")
_SILENT = re.compile(r"[\s_\-–—.,:;、，。：；*#\"'“”‘’?!/\\|·•&()\[\]{}<>【】〔〕〈〉《》「」\u200b\ufeff]+")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: plain as a whole, plain without its brackets, and what the brackets say of its unit."""

    whole: str
    bare: str
    factor: int = 1
    currency: str = ""


def plain(text: str) -> str:
    """Bring a text to the form that synonyms are written in: half-width, lower case, no spaces or punctuation."""
    return _SILENT.sub("", unicodedata.normalize("NFKC", text).lower())


def signature_of(headings: Sequence[str]) -> str:
    """Give what files with the same headings share, in whatever order and spelling: 64 hex digits."""
    return sha256_of(sorted({plain(heading) for heading in headings}))


def currency_of(name: str) -> str:
    """Give the code of a currency by its code or a name people use; "" if it is none."""
    text = unicodedata.normalize("NFKC", name).strip().lower()
    if text in CURRENCY_NAMES:
        return CURRENCY_NAMES[text]
    return text.upper() if text.upper() in CODES else ""


def heading_of(text: str) -> Heading:
    """Read a heading; 金额(万元) is an amount in units of 10,000, Amount (USD) one in US dollars."""
    normal = unicodedata.normalize("NFKC", text).lower()
    factor, currency = 1, ""
    for inside in _BRACKETS.findall(normal):
        for word in re.split(r"[\s,:;/、单位]+", inside):
            factor = UNITS.get(word, factor)
            currency = currency_in_brackets(word) or currency
    return Heading(plain(normal), plain(_BRACKETS.sub("", normal)), factor, currency)


def currency_in_brackets(word: str) -> str:
    """Give the currency that a word in a heading's brackets names; 元 alone names none."""
    return (
        ""
        if word in {"元", "本币"}
        else currency_of(word)
        if word.upper() in KNOWN_CODES or word in CURRENCY_NAMES
        else ""
    )


KNOWN_CODES = frozenset(
    [
        "CNY",
        "USD",
        "EUR",
        "GBP",
        "JPY",
        "HKD",
        "TWD",
        "KRW",
        "SGD",
        "AUD",
        "CAD",
        "NZD",
        "CHF",
        "SEK",
        "NOK",
        "DKK",
        "RUB",
        "INR",
        "THB",
        "VND",
        "MYR",
        "IDR",
        "PHP",
        "BRL",
        "MXN",
        "ZAR",
        "TRY",
        "AED",
        "SAR",
        "PLN",
        "CZK",
        "HUF",
        "ILS",
        "CLP",
        "COP",
        "PEN",
        "ARS",
        "EGP",
        "KZT",
        "UAH",
        "MOP",
        "KWD",
        "BHD",
        "OMR",
        "QAR",
        "JOD",
        "TND",
        "PKR",
        "BDT",
        "LKR",
        "MMK",
        "KHR",
        "LAK",
        "MNT",
        "NGN",
        "KES",
    ]
)
"""Codes that may stand in the brackets of a heading; other words of three letters there mean something else."""
