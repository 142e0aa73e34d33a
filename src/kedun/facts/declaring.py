"""How a kind of fact is declared: its fields, when it happened, how it is supplied."""

from dataclasses import dataclass
from typing import Literal

from kedun.kernel.money import AMOUNT_LIMIT_MINOR
from kedun.kernel.words import Words

FieldType = Literal["text", "integer", "money", "day", "boolean"]
"""`money` is minor units of the row's currency; `day` is days since 1970-01-01; both are integers when stored."""

SuppliedBy = Literal["delivery", "check"]
SpeaksUntil = Literal["event", "delivery"]


@dataclass(frozen=True, slots=True)
class Field:
    """One column of a kind.

    `choices`: the only texts it may hold. `known`: codes that files' words are brought to; any other text is kept as it
    is. `between`: the least and the most that an integer may be, where the kind says so.
    """

    name: str
    type: FieldType
    label: Words
    required: bool = False
    choices: tuple[str, ...] = ()
    between: tuple[int, int] | None = None
    known: tuple[str, ...] = ()

    @property
    def most(self) -> int:
        """The size that no number of the column may exceed: that of an amount, unless the kind allows more."""
        return max((AMOUNT_LIMIT_MINOR, *map(abs, self.between or ())))

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes that have words of their own."""
        return self.choices or self.known


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of fact.

    `event_on` names the day field that says when it happened (None: an attribute without a day, always visible).
    `reported_lag_days`: default of reported_on is the event day plus this. `freshness_days`: how long a delivery
    stays good. `supplied_by` "check": no record says nothing unless the customer was checked within
    `check_scope` (docs/why/indicators.md). `of_customer`: every row belongs to one customer. `speaks_until` "delivery" = a delivery
    of this kind is complete through the day on which it arrives (the legal entity's today by the clock), not only to
    its newest event: for kinds whose events are rare by nature.
    """

    name: str
    label: Words
    event_on: str | None
    fields: tuple[Field, ...]
    reported_lag_days: int = 0
    freshness_days: int = 45
    of_customer: bool = True
    supplied_by: SuppliedBy = "delivery"
    check_scope: str | None = None
    speaks_until: SpeaksUntil = "event"

    def field(self, name: str) -> Field:
        """Give a field by its name.

        Raises: KeyError for an unknown name.
        """
        return {each.name: each for each in self.fields}[name]

    @property
    def has_money(self) -> bool:
        """Whether rows carry amounts, hence a currency and reporting amounts."""
        return any(each.type == "money" for each in self.fields)


def text(
    name: str, zh: str, en: str, *, required: bool = False, choices: tuple[str, ...] = (), known: tuple[str, ...] = ()
) -> Field:
    """Declare a text."""
    return Field(name, "text", Words(zh, en), required, choices, known=known)


def integer(name: str, zh: str, en: str, *, required: bool = False, between: tuple[int, int] | None = None) -> Field:
    """Declare a whole number."""
    return Field(name, "integer", Words(zh, en), required, between=between)


def money(name: str, zh: str, en: str, *, required: bool = False) -> Field:
    """Declare an amount in minor units."""
    return Field(name, "money", Words(zh, en), required)


def day(name: str, zh: str, en: str, *, required: bool = False) -> Field:
    """Declare a day."""
    return Field(name, "day", Words(zh, en), required)


def yes(name: str, zh: str, en: str) -> Field:
    """Declare a truth value."""
    return Field(name, "boolean", Words(zh, en))
