"""What the kinds of fact offer to an indicator: their columns in words, and what each is good for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from kedun.alerts.readable import choice_word
from kedun.facts.kinds import KINDS
from kedun.facts.views import AS_OF
from kedun.indicators.measures import FactView, fact_views
from kedun.kernel.words import Language
from kedun.portfolio.drill.tables import form_of
from kedun.portfolio.said import column_words

Form = Literal["amount", "number", "age", "day", "yes", "choice", "text"]
"""What may be asked of a column: ages make windows, choices come from a list; days are only known or not."""

HELPERS: Final = ("_square", "_permille", "size_class")
"""How columns end that stand in formulas of the shipped indicators and say little to people."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a kind of fact. `adds_up`: whether it may be summed, or its least and greatest taken."""

    name: str
    label: str
    form: Form
    adds_up: bool
    choices: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """A kind of fact with its columns."""

    kind: str
    label: str
    columns: tuple[Column, ...]


def offers(language: Language) -> tuple[Offer, ...]:
    """Give every kind of fact that an indicator may be taken from."""
    return tuple(
        Offer(kind, KINDS[kind].label.say(language), tuple(_columns(kind, view, language)))
        for kind, view in fact_views().items()
    )


def _columns(kind: str, view: FactView, language: Language) -> Iterator[Column]:
    codes: Mapping[str, tuple[str, ...]] = {each.name: each.codes for each in KINDS[kind].fields}
    for name, type_of in view.types.items():
        if name == AS_OF or name.endswith(HELPERS):
            continue
        written = form_of(kind, name, view.types)
        form = _form(name, written, has_choices=bool(codes.get(name)))
        yield Column(
            name,
            column_words(kind, name).say(language),
            form,
            # amounts of a row's own currency cannot be added up, days make no sense added
            adds_up=type_of == "integer" and written in ("number", "reporting"),
            choices=tuple((code, choice_word(code, language)) for code in codes.get(name, ())),
        )


def _form(name: str, written: str, *, has_choices: bool) -> Form:
    if has_choices:
        return "choice"
    if name.endswith("_age"):
        return "age"
    match written:
        case "amount" | "reporting":
            return "amount"
        case "day" | "yes" | "number":
            return written
    return "text"
