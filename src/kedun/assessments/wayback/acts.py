"""Acts of a customer as facts that are not stored: what is written or corrected, from when it counts, and in which steps.

Source: docs/why/way-back.md.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from kedun.expressions import Value
from kedun.facts.knowledge.images import Row
from kedun.facts.tables import belongs_to_customer, kept_columns
from kedun.kernel.days import Day
from kedun.kernel.money import Minor

Rows = Mapping[str, Sequence[Row]]

NEWEST: Final = 2**62
"""A batch after every other: what is written now is newer than what is stored."""

QUARTERS: Final = 4
"""Parts of a payment that are tried: a quarter, a half, three quarters."""


@dataclass(frozen=True, slots=True)
class Written:
    """A fact that an act writes: `values` of a new row, or, where `corrects` names one, of a row that is corrected."""

    kind: str
    values: Row
    corrects: int | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to do. `counts_from`: the first day it matters on. `name`: what it is about, as documents say it.

    `kind` and `fact` point to the fact it is about, 0 where none is there yet. `terms`: what else its words tell.
    Unit: `amount_minor` in its currency, null where no money moves; `base_minor` in the reporting currency.
    """

    kind: str
    do_on: Day
    counts_from: Day
    written: tuple[Written, ...]
    fact: int = 0
    name: str = ""
    due_on: Day | None = None
    legal_entity: str = "main"
    currency: str = ""
    amount_minor: Minor | None = None
    base_minor: Minor | None = None
    instalment_no: int = 1
    is_part: bool = False
    terms: Mapping[str, str] = field(default_factory=dict)


Part = Callable[[Item, int], Item | None]
"""Gives so many quarters of an item, or null where it cannot be parted so."""


@dataclass(frozen=True, slots=True)
class Act:
    """What is done or left as a whole: items of one sort.

    `rank`: the higher, the more is asked of the customer. `is_last`: asked only where the others are not enough.
    """

    sort: str
    rank: int
    items: tuple[Item, ...]
    part: Part | None = None
    is_last: bool = False

    def on(self, day: Day) -> tuple[Item, ...]:
        """Give the items that matter on a day."""
        return tuple(each for each in self.items if each.counts_from <= day)

    def parted(self, quarters: int, day: Day) -> tuple[Item, ...]:
        """Give so many quarters of what matters on a day: of one item a part of it, of several the first of them."""
        items = self.on(day)
        if quarters == QUARTERS or self.part is None:
            return items
        if len(items) > 1:
            return items[: len(items) * quarters // QUARTERS]
        parts = (self.part(each, quarters) for each in items)
        return tuple(each for each in parts if each is not None)


@dataclass(frozen=True, slots=True)
class Offer:
    """What a customer can do. A step is an act, or so many quarters of one; `foreign`: items that nobody can promise."""

    acts: tuple[Act, ...]
    foreign: tuple[int, ...] = ()

    def steps_on(self, day: Day) -> list[int]:
        """Give the whole acts with something to do by a day: those that ask most of the customer first."""
        there = [number for number, act in enumerate(self.acts) if act.on(day)]
        return sorted(there, key=lambda number: (*_burden(self.acts[number], day), number))

    def act_of(self, step: int) -> Act:
        """Give the act that a step takes, wholly or in part."""
        return self.acts[step % len(self.acts)]

    def is_last(self, step: int) -> bool:
        """Tell whether a step is taken only where the others are not enough."""
        return self.act_of(step).is_last

    def items(self, step: int, day: Day) -> tuple[Item, ...]:
        """Give what a step does by a day."""
        quarters = step // len(self.acts)
        return self.act_of(step).parted(quarters or QUARTERS, day)

    def parts(self, step: int) -> list[int]:
        """Give the steps that do less than one, the least first."""
        if self.act_of(step).part is None:
            return []
        return [step % len(self.acts) + quarters * len(self.acts) for quarters in range(1, QUARTERS)]

    def written(self, steps: Iterable[int], day: Day) -> list[Written]:
        """Give the facts that steps write by a day."""
        return [each for step in sorted(steps) for item in self.items(step, day) for each in item.written]


def _burden(act: Act, day: Day) -> tuple[int, int]:
    return -act.rank, -sum(each.base_minor or 0 for each in act.on(day))


def bundled(found: Sequence[Item], most: int) -> tuple[tuple[Item, ...], ...]:
    """Put items that follow one another together, as evenly as can be, so that there are not too many bundles."""
    count = min(len(found), most)
    cuts = [len(found) * place // count for place in range(count + 1)] if count else []
    return tuple(tuple(found[start:end]) for start, end in zip(cuts, cuts[1:], strict=False))


def applied(rows: Rows, written: Sequence[Written], *, customer: int) -> Rows:
    """Give a customer's rows with facts written to them."""
    changed = {kind: list(found) for kind, found in rows.items()}
    corrected = {each.kind for each in written if each.corrects is not None}
    places = {kind: {row["id"]: place for place, row in enumerate(changed[kind])} for kind in corrected}
    for number, each in enumerate(written, start=1):
        own = changed.setdefault(each.kind, [])
        if each.corrects is None:
            own.append(new_row(each, customer=customer, number=number))
        else:
            place = places[each.kind][each.corrects]
            own[place] = {**own[place], **each.values}
    return changed


def new_row(each: Written, *, customer: int, number: int) -> Row:
    """Write a fact as a whole row. `number`: tells it from the others, from 1."""
    owner: Row = {"customer_id": customer} if belongs_to_customer(each.kind) else {}
    own: Row = {"id": -number, "external_id": f"way-back-{number}", "known_from_batch": NEWEST}
    return {**_blank(each.kind), **owner, **own, **each.values}


@cache
def _blank(kind: str) -> Mapping[str, Value]:
    return {
        column.name: "" if column.type == "text" else False if column.type == "boolean" else None
        for column in kept_columns(kind)
    }
