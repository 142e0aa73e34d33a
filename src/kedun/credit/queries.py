"""The strategies, plans and letters that are in force on a day, each with its version."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar, cast

from kedun.credit.letters import LetterSet, read_letters
from kedun.credit.plans import PlanSet, read_plans
from kedun.credit.strategies import StrategyLibrary, read_strategies
from kedun.definitions import documents
from kedun.definitions.queries import Definition, first, live
from kedun.kernel.days import Day
from kedun.kernel.hashing import Json

Read = TypeVar("Read")


@dataclass(frozen=True, slots=True)
class InForce(Generic[Read]):
    """A document in force: what it says, and which version it is."""

    said: Read
    version: int
    live_from: Day


def strategies(on: Day) -> InForce[StrategyLibrary] | None:
    """Give the strategy library in force on a day; before the first was, the first. None: nothing was loaded yet."""
    return _in_force("strategies", on, _strategies)


def plans(on: Day) -> InForce[PlanSet] | None:
    """Give the contingency plans in force on a day, as `strategies` does."""
    return _in_force("contingency_plans", on, _plans)


def letters(on: Day) -> InForce[LetterSet] | None:
    """Give the letters in force on a day, as `strategies` does."""
    return _in_force("letters", on, _letters)


def _in_force(kind: str, on: Day, reader: Callable[[str], Read]) -> InForce[Read] | None:
    found: Definition | None = next(iter((live(kind, on=on) or first(kind)).values()), None)
    return InForce(reader(found.body), found.version, found.live_from) if found else None


def _body(text: str) -> Mapping[str, Json]:
    return cast("Mapping[str, Json]", documents.read(text))


@lru_cache(maxsize=4)
def _strategies(text: str) -> StrategyLibrary:
    return read_strategies(_body(text))


@lru_cache(maxsize=4)
def _plans(text: str) -> PlanSet:
    return read_plans(_body(text))


@lru_cache(maxsize=4)
def _letters(text: str) -> LetterSet:
    return read_letters(_body(text))
