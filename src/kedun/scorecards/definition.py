"""What scorecards, gradings and matrices say, as written."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field, TypeAdapter
from pydantic.dataclasses import dataclass as checked_dataclass

from kedun.indicators.definition import Key, Label, read

_STRICT = ConfigDict(extra="forbid", frozen=True)
Points = Annotated[int, Field(ge=0, le=100)]
Grade = Literal["high", "medium", "low", "unrated"]


@checked_dataclass(config=_STRICT)
class Bin:
    """Points for readings up to and including a bound; the last bin has none."""

    points: Points
    up_to: float | int | None = None


@checked_dataclass(config=_STRICT)
class Item:
    """One line of a card."""

    indicator: Key
    weight: Annotated[int, Field(ge=1, le=1000)]
    bins: Annotated[tuple[Bin, ...], Field(min_length=1, max_length=20)]


@checked_dataclass(config=_STRICT)
class Card:
    """A scorecard: items, what a missing reading counts, and how much signals may deduct."""

    label: Label
    items: Annotated[tuple[Item, ...], Field(min_length=1, max_length=40)]
    missing: Literal["spread", "neutral", "worst"] = "spread"
    neutral_points: Points = 50
    refuse_below_permille: Annotated[int, Field(ge=0, le=1000)] = 0
    signal_cap: Points = 0


@checked_dataclass(config=_STRICT)
class GradeBand:
    """A grade for scores below a bound, in points; the last band has none."""

    grade: Grade
    label: Label
    below: Annotated[int, Field(ge=1, le=100)] | None = None


@checked_dataclass(config=_STRICT)
class Grading:
    """Cut-offs of the score, and how firmly a standing grade stands (margin in points, minimum stay in days)."""

    bands: Annotated[tuple[GradeBand, ...], Field(min_length=1, max_length=10)]
    unrated: Label
    margin: Annotated[int, Field(ge=0, le=50)] = 0
    minimum_stay_days: Annotated[int, Field(ge=0, le=366)] = 0


@checked_dataclass(config=_STRICT)
class Tier:
    """A value tier for value points below a bound; the last tier has none."""

    tier: Key
    label: Label
    below: Annotated[int, Field(ge=1, le=100)] | None = None


@checked_dataclass(config=_STRICT)
class ValueCard:
    """A card for what the customer is worth to us, cut into tiers by fixed bounds."""

    card: Card
    tiers: Annotated[tuple[Tier, ...], Field(min_length=1, max_length=5)]


@checked_dataclass(config=_STRICT)
class Quadrant:
    """One place of the matrix and what is put there: pairs of value tier and grade."""

    label: Label
    cells: Annotated[tuple[tuple[Key, Grade], ...], Field(min_length=1)]


@checked_dataclass(config=_STRICT)
class Matrix:
    """The value × risk matrix."""

    quadrants: dict[Key, Quadrant]


_CARD, _VALUE, _GRADING, _MATRIX = TypeAdapter(Card), TypeAdapter(ValueCard), TypeAdapter(Grading), TypeAdapter(Matrix)


def read_card(body: object) -> Card:
    """Read a scorecard. Raises: DefinitionUnreadable."""
    return read(_CARD, body)


def read_value_card(body: object) -> ValueCard:
    """Read a value card. Raises: DefinitionUnreadable."""
    return read(_VALUE, body)


def read_grading(body: object) -> Grading:
    """Read a grading. Raises: DefinitionUnreadable."""
    return read(_GRADING, body)


def read_matrix(body: object) -> Matrix:
    """Read a matrix. Raises: DefinitionUnreadable."""
    return read(_MATRIX, body)
