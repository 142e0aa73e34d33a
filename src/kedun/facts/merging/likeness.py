"""Which customers may be one firm: what they have in common, put into one form, and how much that says.

Pairs are found by equality of the form, never by comparing everybody with everybody. Source: docs/why/merging.md.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Literal, get_args

from stdnum.cn import uscc

Evidence = Literal["registry_number", "tax_number", "name", "former_name", "phone"]

WEIGHTS: Mapping[Evidence, int] = {"registry_number": 8, "tax_number": 6, "name": 4, "former_name": 2, "phone": 1}
"""How much each says; what says more stands first."""
OTHER_NUMBER = 5
"""Two registry numbers that are both valid and not the same speak against it: so much is taken off."""
MOST_ALIKE = 12
"""A phone number or name that more customers share is that of an agent, or a filler, and says nothing."""
FEWEST_DIGITS = 7

_SUFFIXES = (
    "股份有限公司", "有限责任公司", "有限公司", "股份公司", "总公司", "公司",
    "companylimited", "coltd", "corporation", "incorporated", "limited", "company", "corp", "gmbh", "plc", "inc", "llc", "ltd", "co",
)  # fmt: skip
_NOT_TOLD = re.compile(r"[\W_]+")
_NUMBERS = frozenset({"registry_number", "tax_number"})
_BETWEEN = re.compile(r"\s*[;；、,，|\n]\s*")
_OLD_TAX_NUMBER, _NUMBER = 15, 18


@dataclass(frozen=True, slots=True)
class Firm:
    """What is compared of a customer: its name, registry or tax number, former names as one text, phones of its people."""

    id: int
    code: str
    name: str
    number: str = ""
    former_names: str = ""
    phones: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Alike:
    """Two customers, the lower number first, what they have in common, and whether their registry numbers differ."""

    one: int
    other: int
    evidence: tuple[Evidence, ...]
    numbers_differ: bool

    @property
    def weight(self) -> int:
        """How much speaks for one firm."""
        return sum(WEIGHTS[each] for each in self.evidence) - OTHER_NUMBER * self.numbers_differ


def plain_name(name: str) -> str:
    """Give a company's name in one form: half-width, lower case, without signs and the words for its legal form."""
    told = _NOT_TOLD.sub("", unicodedata.normalize("NFKC", name).casefold())
    for suffix in _SUFFIXES if told.endswith(_SUFFIXES) else ():
        if told.endswith(suffix) and len(told) > len(suffix) + 1:
            return told.removesuffix(suffix)
    return told


def plain_number(number: str) -> str:
    """Give a registry or tax number in one form; "" for a text that is none."""
    told = _number(number)
    return told if uscc.is_valid(told) or len(told) == _OLD_TAX_NUMBER else ""


def _number(number: str) -> str:
    """Give what has the length of a number in one form, its check character not yet looked at: that is dear."""
    told = _NOT_TOLD.sub("", unicodedata.normalize("NFKC", number)).upper() if number else ""
    is_one = len(told) in (_OLD_TAX_NUMBER, _NUMBER) and told.isascii() and len(set(told)) > 1
    return told if is_one else ""


def organisation(number: str) -> str:
    """Give the nine signs that name the organisation within a plain number: the same in old tax numbers and new ones."""
    return number[-10:-1] if len(number) == _NUMBER else number[-9:]


def plain_phone(phone: str) -> str:
    """Give a phone number as digits without the country's; "" for too few to tell."""
    digits = re.sub(r"[^0-9]", "", unicodedata.normalize("NFKC", phone))
    told = re.sub(r"^(0086|86(?=1\d{10}$))", "", digits)
    return told if len(told) >= FEWEST_DIGITS else ""


def alike(firms: Iterable[Firm]) -> list[Alike]:
    """Give the pairs of customers that may be one firm, those with most in common first."""
    known = {firm.id: firm for firm in firms}
    found: dict[tuple[int, int], set[Evidence]] = {}
    for kind, forms in _forms(known.values()).items():
        for same in _sharing(forms):
            for pair in combinations(sorted(_numbered(same, known) if kind in _NUMBERS else same), 2):
                found.setdefault(pair, set()).add(kind)
    pairs = [
        Alike(one, other, _without_weaker(told), _differ(known[one], known[other]))
        for (one, other), told in found.items()
    ]
    return sorted(pairs, key=lambda pair: (-pair.weight, pair.one, pair.other))


def _without_weaker(told: set[Evidence]) -> tuple[Evidence, ...]:
    """Leave out what another one says already."""
    weaker = {"tax_number"} if "registry_number" in told else set()
    weaker |= {"former_name"} if "name" in told else set()
    return tuple(kind for kind in get_args(Evidence) if kind in told - weaker)


def _sharing(forms: Iterable[tuple[int, str]]) -> list[set[int]]:
    """Give the customers that share a form with others."""
    by_form: dict[str, set[int]] = {}
    for customer, form in forms:
        if form:
            by_form.setdefault(form, set()).add(customer)
    return [same for same in by_form.values() if 1 < len(same) <= MOST_ALIKE]


def _numbered(customers: set[int], known: Mapping[int, Firm]) -> set[int]:
    return {customer for customer in customers if plain_number(known[customer].number)}


def _forms(firms: Collection[Firm]) -> Mapping[Evidence, list[tuple[int, str]]]:
    """Give by kind of evidence the forms of customers."""
    names = [(firm.id, plain_name(firm.name)) for firm in firms]
    numbers = [(firm.id, _number(firm.number)) for firm in firms if firm.number]
    formers = [
        (firm.id, plain_name(name)) for firm in firms if firm.former_names for name in _BETWEEN.split(firm.former_names)
    ]
    once = {form for _, form in formers}
    return {
        "registry_number": numbers,
        "tax_number": [(customer, organisation(number)) for customer, number in numbers],
        "name": names,
        "former_name": [*formers, *(each for each in names if each[1] in once)],
        "phone": [(firm.id, plain_phone(phone)) for firm in firms for phone in firm.phones],
    }


def _differ(one: Firm, other: Firm) -> bool:
    numbers = {organisation(number) for firm in (one, other) if (number := plain_number(firm.number))}
    return len(numbers) > 1
