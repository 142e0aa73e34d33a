"""What the book is likely to lose: how money rolls from one age into the next, and a provision for every age.

Results are exact. None: there is no base. Sources and worked examples: docs/why/portfolio.md.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Final

from kedun.kernel.money import Minor, divide_half_up
from kedun.portfolio.figures.ageing import Ageing, Bucket
from kedun.portfolio.figures.turnover import divided

ROLLING: Final[tuple[Bucket, ...]] = ("not_due", "1_30", "31_60", "61_90", "91_120")
"""The ages through which unpaid money moves, one step at a time; after the last of them it is lost or not."""

LAST: Final[Bucket] = "91_120"
LATER: Final[Mapping[Bucket, Bucket]] = {"over_120": "91_120", "unknown": "not_due"}
"""Ages that no step enters whole, and whose rate they take."""

Rates = Mapping[Bucket, Fraction | None]


@dataclass(frozen=True, slots=True)
class Provision:
    """The balance of one age, what of it is likely to be lost, and how much that is."""

    bucket: Bucket
    balance: Minor
    loss_rate: Fraction | None
    loss: Minor | None


def roll_rates(ageings: Sequence[Ageing]) -> Rates:
    """Give, by age, the share of its money that was one age older a step later, over all steps. Oldest day first.

    Shape: the age it rolled from, by bucket. Unit: 0 to 1; above 1 where more money became due than was open before.
    """
    return {
        younger: divided(
            sum(after[older] for _, after in pairwise(ageings)), sum(before[younger] for before, _ in pairwise(ageings))
        )
        for younger, older in pairwise(ROLLING)
    }


def final_loss(written_off: Minor, ageings: Sequence[Ageing]) -> Fraction | None:
    """Give the share of what reached the last age in the steps that was written off in them. Unit: 0 to 1.

    Where nothing was written off it is not known: a firm that books no bad debts does not thereby lose nothing.
    """
    share = divided(written_off, sum(after[LAST] for _, after in pairwise(ageings)))
    return None if not share else min(max(share, Fraction(0)), Fraction(1))


def loss_rates(rolls: Rates, final: Fraction | None) -> Rates:
    """Give, by age, the share that is lost in the end: the product of all later rolls and the final loss.

    No rate is above 1, and none below an age whose own is unknown is known.
    """
    rates: dict[Bucket, Fraction | None] = {LAST: final}
    for younger, older in reversed(list(pairwise(ROLLING))):
        roll, later = rolls[younger], rates[older]
        rates[younger] = None if roll is None or later is None else min(roll * later, Fraction(1))
    return {**rates, **{bucket: rates[like] for bucket, like in LATER.items()}}


def provisions(ageing: Ageing, rates: Rates, *, forward: Fraction = Fraction(1)) -> list[Provision]:
    """Write the provision matrix. `forward`: what is expected of the time to come, as a factor on every rate.

    Unit: losses in minor units, halves away from zero; null where an age with money has no rate.
    """
    return [_provision(bucket, balance, rates[bucket], forward) for bucket, balance in ageing.items()]


def _provision(bucket: Bucket, balance: Minor, rate: Fraction | None, forward: Fraction) -> Provision:
    if rate is None:
        return Provision(bucket, balance, None, None if balance else 0)
    expected = min(rate * forward, Fraction(1))
    return Provision(bucket, balance, expected, divide_half_up(balance * expected.numerator, expected.denominator))


def expected_loss(matrix: Sequence[Provision]) -> Minor | None:
    """Add the losses up; None where one of them is not known."""
    losses = [each.loss for each in matrix]
    return None if None in losses else sum(loss for loss in losses if loss is not None)
