"""Facts as tables for people: which columns of a kind are shown, and how a cell is written."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final, Literal

from kedun.alerts.readable import choice_word
from kedun.expressions import Type
from kedun.facts.kinds import KINDS
from kedun.facts.masking import Masks, is_amount, mask_of
from kedun.facts.tables import reporting_columns
from kedun.kernel.days import to_date
from kedun.kernel.money import to_decimal
from kedun.kernel.words import Language, Words
from kedun.portfolio.said import column_words

Form = Literal["text", "number", "amount", "reporting", "day", "yes"]
"""`amount` is in the row's own currency, `reporting` in that of the house."""

Cell = str | int | float | bool | None

COMPUTED: Final[Mapping[str, tuple[str, ...]]] = {
    "invoice": ("due_on", "open_minor", "overdue_days", "settled_on", "days_late", "rollovers"),
    "payment": ("effective_on", "unapplied_minor"),
    "credit_note": ("unapplied_minor",),
    "signal": ("remaining_permille",),
    "credit_limit": ("in_force",),
    "legal_event": ("is_open",),
    "order": ("is_cancelled",),
    "milestone": ("is_met",),
}
"""What a fact view computes and a table of the kind shows beside the stored fields."""

ADDED: Final[Mapping[str, Mapping[str, Words]]] = {
    "contact": {
        "person_name": Words("姓名", "Name"),
        "phone": Words("电话", "Phone"),
        "email": Words("邮箱", "Mail address"),
    },
    "relation": {"other_name": Words("对方名称", "Name of the other party")},
}
"""What other facts say of a row: who a contact is, which customer a relation leads to."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table of facts."""

    key: str
    label: str
    form: Form
    is_hidden: bool


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom facts are written; `codes`: words for codes that users may define."""

    language: Language
    currency: str
    masks: Masks
    codes: Mapping[str, str] = field(default_factory=dict)

    def word(self, code: str) -> str:
        """Say a code; what is none stands for itself."""
        return self.codes.get(code) or choice_word(code, self.language)


def columns_of(kind: str, types: Mapping[str, Type], named: Iterable[str], reader: Reader) -> list[Column]:
    """Give the columns of a table: stored fields, what the view computes, what other facts add.

    `types`: of everything the view has; `named`: columns to show in any case.
    """
    stored = [each.name for each in KINDS[kind].fields]
    reporting = {own for _, own in reporting_columns(kind)}
    wanted = [*stored, *COMPUTED.get(kind, ()), *(name for name in sorted(named) if name not in reporting)]
    computed = [name for name in dict.fromkeys(wanted) if name in types or name in stored]
    added = {key: words.say(reader.language) for key, words in ADDED.get(kind, {}).items()}
    labels = {name: column_words(kind, name).say(reader.language) for name in computed} | added
    return [
        Column(name, label, form_of(kind, name, types), mask_of(kind, name) in reader.masks)
        for name, label in labels.items()
    ]


def form_of(kind: str, name: str, types: Mapping[str, Type]) -> Form:
    """Tell how the cells of a column are written."""
    declared = {each.name: each.type for each in KINDS[kind].fields}.get(name)
    if declared == "money":
        return "amount"
    if is_amount(name):
        return "amount" if name in _IN_DOCUMENT_CURRENCY else "reporting"
    if declared == "day" or name.endswith("_on"):
        return "day"
    if types.get(name) == "boolean" or declared == "boolean":
        return "yes"
    return "number" if types.get(name) == "integer" or declared == "integer" else "text"


_IN_DOCUMENT_CURRENCY: Final = frozenset({"open_document_minor", "allocated_minor", "cash_minor", "written_off_minor"})


def cell(column: Column, row: Mapping[str, Any], reader: Reader) -> Cell:
    """Write a cell."""
    value = row.get(column.key)
    if value is None or column.is_hidden:
        return None
    match column.form:
        case "amount":
            return plain(to_decimal(value, row.get("currency") or reader.currency))
        case "reporting":
            return plain(to_decimal(value, reader.currency))
        case "day":
            return day_text(value)
        case "yes":
            return bool(value)
        case "number":
            return int(value)
        case "text":
            return reader.word(value) if column.key in _CODED else str(value)


_CODED: Final = frozenset(
    {"signal_type"} | {each.name for kind in KINDS.values() for each in kind.fields if each.codes}
)


def plain(amount: Decimal) -> str:
    """Write an amount without an exponent."""
    return format(amount, "f")


def day_text(day: int) -> str | None:
    """Write a day; None for a number that stands for "since ever"."""
    return to_date(day).isoformat() if day > -100_000 else None
