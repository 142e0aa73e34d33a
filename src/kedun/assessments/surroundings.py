"""What a customer's readings rest on besides its own facts: who shares its group, and the totals of the whole book."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kedun.facts.groups.membership import Groups
from kedun.facts.groups.queries import book_groups, groups_near
from kedun.facts.sources import Reach, believed
from kedun.facts.views import AS_OF
from kedun.indicators.program import IndicatorProgram
from kedun.indicators.together import GROUPED, ROOTS, constant
from kedun.kernel.days import Day

Ask = Callable[[str, Mapping[str, int | None]], Iterable[Sequence[object]]]
"""Runs SQL with values by name."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The groups, and the newest totals of the book by name; those that are not known are left out."""

    groups: Groups = field(default_factory=Groups)
    constants: Mapping[str, int] = field(default_factory=dict)

    def parameters(self, program: IndicatorProgram) -> dict[str, int | None | list[int]]:
        """The values that the policy's SQL binds."""
        constants = {constant(key): self.constants.get(key) for key in program.book}
        return {GROUPED: list(self.groups.roots), ROOTS: list(self.groups.roots.values()), **constants}


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The day and the batch that are meant, None for what is believed now; the customers, None for all."""

    as_of: Day
    known_at: int | None
    customers: Iterable[int] | None


def surroundings(program: IndicatorProgram, of: Whereabouts, *, reach: Reach, ask: Ask) -> Surroundings:
    """Ask an engine for the groups of customers and the totals of the book, as far as the program rests on them.

    Nobody says since when who belongs together, so by what could be known on a past day everybody is alone.
    """
    if reach.is_knowable:
        return Surroundings()
    groups = _groups(program, of, reach, ask) if program.group else Groups()
    return Surroundings(groups, _constants(of, reach, ask) if program.book else {})


def _groups(program: IndicatorProgram, of: Whereabouts, reach: Reach, ask: Ask) -> Groups:
    if of.customers is not None and reach.dialect == "postgres":
        return groups_near(program.group_rule, of.customers, as_of=of.as_of, known_at=of.known_at)
    groups = book_groups(program.group_rule, reach, as_of=of.as_of, known_at=of.known_at, ask=ask)
    if of.customers is None:
        return groups
    mine = groups.with_members(of.customers)
    return Groups({customer: root for customer, root in groups.roots.items() if customer in mine})


def _constants(of: Whereabouts, reach: Reach, ask: Ask) -> dict[str, int]:
    """Give the newest totals of month-ends up to the day."""
    condition = f"NOT is_retracted AND month_end_on <= {reach.parameter(AS_OF)}"
    rows = believed(
        "facts_book_constant", ("month_end_on", "source", "name", "total"), reach, condition=condition, owner=""
    )
    found: dict[str, int] = {}
    for _, _, name, total in sorted(map(tuple, ask(rows, {"as_of": of.as_of, "known_at": of.known_at}))):
        assert isinstance(name, str)
        assert isinstance(total, int)
        found[name] = total
    return found
