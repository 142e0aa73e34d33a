"""A step that somebody does by a day, and how one sees that it is done. Strategies and contingency plans are made of them."""

from collections.abc import Callable, Mapping, Sequence
from typing import Annotated, TypeVar

from pydantic import ConfigDict, Field, TypeAdapter
from pydantic.dataclasses import dataclass as checked_dataclass

from kedun.accounts.roles import Role
from kedun.indicators.definition import Key, Label, read
from kedun.kernel.days import Day, worked_day_after
from kedun.kernel.refusals import Invalid
from kedun.kernel.words import Words

STRICT = ConfigDict(extra="forbid", frozen=True)
MOST_STEPS = 30
MOST_DAYS = 250
"""Working days that a step may take: a year of them."""

Shape = TypeVar("Shape")


class StepTwice(Invalid):
    """{place} has two steps with the key {step}: give each its own."""

    zh = "{place} 中有两个步骤的标识都是 {step}，请各用各的标识。"


@checked_dataclass(config=STRICT)
class Text:
    """Some sentences in both languages."""

    zh: Annotated[str, Field(min_length=1, max_length=2_000)]
    en: Annotated[str, Field(min_length=1, max_length=2_000)]

    def words(self) -> Words:
        """Give the sentences as a text."""
        return Words(self.zh, self.en)


@checked_dataclass(config=STRICT)
class Step:
    """One thing to do. `within_days`: working days from the start; `evidence`: by what one sees that it is done."""

    step: Key
    label: Label
    role: Role
    within_days: Annotated[int, Field(ge=0, le=MOST_DAYS)]
    evidence: Label


Steps = Annotated[tuple[Step, ...], Field(max_length=MOST_STEPS)]


def due_on(step: Step, start: Day, *, is_worked: Callable[[Day], bool]) -> Day:
    """Give the day by which a step is to be done that begins on a day; within 0 days is on that day itself."""
    return worked_day_after(start, step.within_days, is_worked=is_worked) if step.within_days else start


def steps_are_told_apart(place: str, steps: Sequence[Step]) -> None:
    """Accept steps with keys of their own.

    Raises: StepTwice.
    """
    keys = [each.step for each in steps]
    for key in keys:
        if keys.count(key) > 1:
            raise StepTwice(place=place, step=key)


def read_whole(reader: TypeAdapter[Shape], body: Mapping[str, object]) -> Shape:
    """Read a document. Raises: DefinitionUnreadable."""
    return read(reader, body)
