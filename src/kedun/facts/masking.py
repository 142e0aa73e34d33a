"""What of a fact is hidden from whom: amounts, contact details, names; the one table of it for all stages."""

from collections.abc import Mapping
from typing import Final

from kedun.accounts.rights import Mask
from kedun.kernel.words import Language, Words

Masks = frozenset[Mask]
NO_NAME = Words("客户 {code}", "Customer {code}")
"""Stands for the name of a customer whose name is hidden."""

_CONTACTS: Final = frozenset({("person", "phone"), ("person", "email"), ("contact", "phone"), ("contact", "email")})
_NAMES: Final[Mapping[str, frozenset[str]]] = {
    "customer": frozenset({"name", "uscc", "group", "former_names"}),
    "customer_group": frozenset({"name"}),
    "group_member": frozenset({"group"}),
    "person": frozenset({"name"}),
    "contact": frozenset({"person_name"}),
    "relation": frozenset({"other", "other_name"}),
    "order": frozenset({"orderer"}),
    "payment": frozenset({"payer"}),
    "legal_event": frozenset({"title", "case_no"}),
    "news_item": frozenset({"title"}),
    "interaction": frozenset({"subject"}),
    "enquiry": frozenset({"topic"}),
    "ticket": frozenset({"topic"}),
    "milestone": frozenset({"title"}),
    "signal": frozenset({"note"}),
    "check": frozenset({"result"}),
}
"""By kind, what may tell who a customer is: names, registry numbers, and every text that people write freely."""


def mask_of(kind: str, column: str) -> Mask | None:
    """Tell which mask covers a column of a kind, stored or computed; None: it is shown to everybody."""
    if (kind, column) in _CONTACTS:
        return "contacts"
    if column in _NAMES.get(kind, ()):
        return "names"
    return "amounts" if is_amount(column) or (kind, column) == ("book_constant", "total") else None


def is_amount(column: str) -> bool:
    """Tell whether a column holds money: all of them, and only they, end in `_minor`."""
    return column.endswith("_minor")


def shown_name(name: str, *, code: str, masks: Masks, language: Language) -> str:
    """Give a customer's name, or what stands for it."""
    return NO_NAME.say(language, code=code) if "names" in masks else name
