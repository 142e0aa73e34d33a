"""If a customer fails: who is hit, in which round, and how much of what they owe us is at stake.

Distress runs along ties in per mille, each party passing on once what it first received, so circles end.
Source: docs/why/contagion.md, after Battiston and others, DebtRank, Scientific Reports 2:541 (2012).
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from kedun.kernel.money import Minor, divide_half_up

WHOLE: Final = 1_000
"""A party that fails altogether, in per mille."""
ROUNDS: Final = 2
Node = Hashable
TieKind = Literal["group", "guarantee", "sales", "purchases"]


@dataclass(frozen=True, slots=True)
class Tie:
    """That one party is hit when another fails: `target` when `source` does.

    `group`: both stand and fall together. `guarantee`: the target stands in for the source with `amount_minor`. `sales`,
    `purchases`: so much of what the target sells goes to the source, or of what it buys comes from there.
    """

    source: Node
    target: Node
    kind: TieKind
    amount_minor: Minor | None = None
    share_permille: int | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A party that is hit: in which round first, how hard in the end, and what of its debt to us is at stake.

    Unit: per mille; minor units. `ties`: along which, the heaviest first; a tie of unknown weight hits nobody.
    """

    node: Node
    round: int
    distress_permille: int
    first_minor: Minor
    second_minor: Minor
    ties: tuple[Tie, ...]


@dataclass(frozen=True, slots=True)
class Contagion:
    """Who is hit, those with most at stake first. `unknown`: ties whose weight nobody has stated."""

    hits: tuple[Hit, ...]
    unknown: int

    @property
    def first_minor(self) -> Minor:
        """What is at stake in the first round."""
        return sum(hit.first_minor for hit in self.hits)

    @property
    def second_minor(self) -> Minor:
        """What the second round adds."""
        return sum(hit.second_minor for hit in self.hits)


def weight(tie: Tie, owed_minor: Minor) -> int | None:
    """Give how hard a tie hits its target when the source fails altogether, in per mille; None where it is not known.

    A guarantee weighs by what the target owes us, `owed_minor`: the call uses up that much of what would have paid us. One
    without an amount, and one of a party that owes us nothing, takes all.
    """
    if tie.kind == "group":
        return WHOLE
    if tie.kind != "guarantee":
        return None if tie.share_permille is None else min(max(tie.share_permille, 0), WHOLE)
    if tie.amount_minor is None or owed_minor <= 0:
        return WHOLE
    return divide_half_up(min(max(tie.amount_minor, 0), owed_minor) * WHOLE, owed_minor)


def spread(start: Node, ties: Iterable[Tie], owed: Mapping[Node, Minor]) -> Contagion:
    """Let a party fail and follow its ties for two rounds.

    Shape: ties in any order, and what each party owes us, in; hits sorted by what is at stake and by name, out.
    """
    known, unknown = _weighed(start, ties, owed)
    distress: dict[Node, int] = {start: WHOLE}
    passing, first = {start: WHOLE}, {start: 0}
    after_first: dict[Node, int] = {}
    for number in range(1, ROUNDS + 1):
        received = _received(passing, known)
        passing = {}
        for node, permille in received.items():
            fresh = node not in distress
            distress[node] = min(WHOLE, distress.get(node, 0) + permille)
            if fresh:
                passing[node], first[node] = distress[node], number
        if number == 1:
            after_first = dict(distress)
    hits = [_hit(node, first[node], distress, after_first, owed, known) for node in distress if node != start]
    by_stake = sorted(hits, key=lambda hit: (-hit.first_minor - hit.second_minor, hit.round, repr(hit.node)))
    return Contagion(tuple(by_stake), unknown)


Weighed = Mapping[Node, Sequence[tuple[Tie, int]]]
"""Ties by source, each with its weight."""


def _weighed(start: Node, ties: Iterable[Tie], owed: Mapping[Node, Minor]) -> tuple[Weighed, int]:
    known: dict[Node, list[tuple[Tie, int]]] = {}
    unknown = 0
    for tie in dict.fromkeys(ties):
        permille = weight(tie, owed.get(tie.target, 0))
        if permille is None:
            unknown += 1
        elif permille and tie.target != start:
            known.setdefault(tie.source, []).append((tie, permille))
    return known, unknown


def _received(passing: Mapping[Node, int], known: Weighed) -> dict[Node, int]:
    """Add up what reaches each target, whole per mille after summing."""
    sums: dict[Node, int] = {}
    for source, permille in passing.items():
        for tie, carried in known.get(source, ()):
            sums[tie.target] = sums.get(tie.target, 0) + carried * permille
    return {target: divided for target, total in sums.items() if (divided := divide_half_up(total, WHOLE))}


def _hit(
    node: Node,
    number: int,
    distress: Mapping[Node, int],
    after_first: Mapping[Node, int],
    owed: Mapping[Node, Minor],
    known: Weighed,
) -> Hit:
    at_stake = max(owed.get(node, 0), 0)
    first = divide_half_up(at_stake * after_first.get(node, 0), WHOLE)
    whole = divide_half_up(at_stake * distress[node], WHOLE)
    along = [pair for source in distress for pair in known.get(source, ()) if pair[0].target == node]
    along.sort(key=lambda pair: (-pair[1], pair[0].kind, repr(pair[0])))
    return Hit(node, number, distress[node], first, whole - first, tuple(tie for tie, _ in along))
