"""Things that happen to customers at a rate, month by month: the common part of tickets, news, lawsuits and the rest."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kedun.sample.arrays import Floats, Ints
from kedun.sample.timeline import numbered
from kedun.sample.world import World

DRAWS = 6


@dataclass(frozen=True, slots=True)
class Happenings:
    """What happened in one month, ordered by day: number, customer, day, health then, and six draws for the details."""

    key: Ints
    customer: Ints
    day: Ints
    health: Floats
    draws: npt.NDArray[np.float64]

    @property
    def size(self) -> int:
        """How many there are."""
        return self.key.size


def happen(world: World, *, topic: str, month: int, rate: Floats, ends_on: Ints) -> Happenings:
    """Draw what happens in a month at each customer's rate, before the day on which it ends for the customer."""
    draws = world.draws(topic, month)
    customer = np.repeat(world.profiles.everyone, draws.poisson(rate))
    day = world.over.some_workday(month, draws.random(customer.size))
    details = draws.random((DRAWS, customer.size))
    order = np.argsort(day, kind="stable")
    order = order[day[order] < ends_on[customer[order]]]
    customer, day = customer[order], day[order]
    return Happenings(numbered(day), customer, day, world.health.levels[month][customer], details[:, order])


def active(world: World, month: int) -> Floats:
    """Give 1 for customers who buy in a month, 0.25 for those who only ask as yet."""
    return np.where(world.profiles.active_from < world.over.first_day(month + 1), 1.0, 0.25)


def likely(draw: Floats, *shares: float) -> Ints:
    """Choose among alternatives by a draw: 0 with the first share, then 1, …; the last takes the rest."""
    return np.searchsorted(np.cumsum(shares), draw, side="right").astype(np.int64)
