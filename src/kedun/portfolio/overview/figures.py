"""The figures of the book: one line per place and industry, added up every way the overview shows them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kedun.kernel.days import Day
from kedun.portfolio.lists.filters import BUCKETS, Bucket

HIGH = "high"


@dataclass(frozen=True, slots=True)
class Cell:
    """The customers of one grade, value tier, quadrant and industry together. Unit: amounts in minor units.

    `moved`: how many of them came to this grade lately, `newly_overdue`: how many began to be overdue lately,
    `newly_overdue_minor`: what these owe overdue.
    """

    grade: str
    tier: str
    quadrant: str
    industry: str
    customers: int
    moved: int
    newly_overdue: int
    newly_overdue_minor: int
    receivable_minor: int
    overdue_minor: int
    amounts: Mapping[Bucket, int]
    owing: Mapping[Bucket, int]


@dataclass(frozen=True, slots=True)
class Sum:
    """Some customers together; `owing`: how many owe in each bucket of age."""

    customers: int = 0
    moved: int = 0
    newly_overdue: int = 0
    newly_overdue_minor: int = 0
    receivable_minor: int = 0
    overdue_minor: int = 0
    amounts: Mapping[Bucket, int] = field(default_factory=dict)
    owing: Mapping[Bucket, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Book:
    """All cells of a scope, and the newest day of any assessment in it."""

    as_of: Day | None
    cells: Sequence[Cell]

    def total(self) -> Sum:
        """Add everything up."""
        return added(self.cells)

    def by(self, key: Callable[[Cell], tuple[str, ...]]) -> dict[tuple[str, ...], Sum]:
        """Add up what has the same key."""
        groups: dict[tuple[str, ...], list[Cell]] = {}
        for cell in self.cells:
            groups.setdefault(key(cell), []).append(cell)
        return {each: added(cells) for each, cells in groups.items()}


def added(cells: Iterable[Cell]) -> Sum:
    """Add cells up."""
    each = list(cells)
    return Sum(
        customers=sum(cell.customers for cell in each),
        moved=sum(cell.moved for cell in each),
        newly_overdue=sum(cell.newly_overdue for cell in each),
        newly_overdue_minor=sum(cell.newly_overdue_minor for cell in each),
        receivable_minor=sum(cell.receivable_minor for cell in each),
        overdue_minor=sum(cell.overdue_minor for cell in each),
        amounts={bucket: sum(cell.amounts[bucket] for cell in each) for bucket in BUCKETS},
        owing={bucket: sum(cell.owing[bucket] for cell in each) for bucket in BUCKETS},
    )
