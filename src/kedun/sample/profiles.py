"""What each customer is like from the first day: size, soundness, terms, habits; drawn once."""

from dataclasses import dataclass

import numpy as np

from kedun.sample.arrays import NEVER, Floats, Ints, Truths, whole
from kedun.sample.name_parts import PLACES, TRADES, YUAN_PER_UNIT
from kedun.sample.streams import Streams
from kedun.sample.timeline import Timeline

TERMS = ((30, 0), (60, 0), (90, 0), (30, 1), (60, 1), (45, 1), (0, 0))
"""Days, and whether they count from the month's end (月结)."""

TERMS_DAYS = np.array([days for days, _ in TERMS], dtype=np.int64)
TERMS_FROM_MONTH_END = np.array([from_end for _, from_end in TERMS], dtype=np.int64)
NO_TERMS = -1
_TERMS_SHARES = (0.28, 0.18, 0.06, 0.24, 0.13, 0.07, 0.04)
_MONTHLY_LEAVING = 0.004


@dataclass(frozen=True, slots=True)
class Profiles:
    """One entry per customer in every column."""

    place: Ints
    industry: Ints
    currency: Ints
    size: Floats
    orders_per_month: Floats
    order_value: Floats
    """Typical order in whole units of the customer's currency."""
    soundness: Floats
    habit_days: Floats
    terms: Ints
    pays_on_account: Truths
    pay_day: Ints
    """Day of the month on which it pays its bills; 0 = none in particular."""
    gives_notes: Truths
    builds_projects: Truths
    group: Ints
    active_from: Ints
    leaves_on: Ints

    @property
    def count(self) -> int:
        """How many customers there are."""
        return self.place.size

    @property
    def minor_per_yuan(self) -> Floats:
        """Minor units of the customer's currency for one yuan."""
        return 100.0 / np.array(YUAN_PER_UNIT)[self.currency]

    @property
    def everyone(self) -> Ints:
        """Customers in the order of their numbers."""
        return np.arange(self.count, dtype=np.int64)


def draw_profiles(streams: Streams, *, customers: int, over: Timeline) -> Profiles:
    """Draw what the customers are like."""
    draws = streams.of("profiles")
    size = draws.standard_normal(customers)
    currency = draws.choice(3, customers, p=(0.935, 0.05, 0.015)).astype(np.int64)
    value = np.exp(np.log(16_000.0) + 0.9 * size + 0.35 * draws.standard_normal(customers))
    rate = 0.75 * np.exp(0.55 * size + 0.45 * draws.standard_normal(customers))
    active_from, leaves_on = _period(streams, customers=customers, over=over)
    return Profiles(
        place=_weighted(draws, [each.weight for each in PLACES], customers),
        industry=_weighted(draws, [each.weight for each in TRADES], customers),
        currency=currency,
        size=size,
        orders_per_month=np.clip(rate, 0.04, 18.0),
        order_value=value / np.array(YUAN_PER_UNIT)[currency],
        soundness=0.5 * draws.standard_normal(customers) + 0.12 * size,
        habit_days=draws.gamma(1.1, 5.0, customers),
        terms=_terms(draws, customers),
        pays_on_account=draws.random(customers) < 0.2,
        pay_day=draws.choice(np.array([0, 10, 15, 20, 25]), customers, p=(0.6, 0.1, 0.1, 0.08, 0.12)).astype(np.int64),
        gives_notes=draws.random(customers) < 0.18,
        builds_projects=draws.random(customers) < 0.07,
        group=_groups(draws, customers),
        active_from=active_from,
        leaves_on=leaves_on,
    )


def _weighted(draws: np.random.Generator, weights: list[int], size: int) -> Ints:
    shares = np.array(weights) / sum(weights)
    return draws.choice(len(weights), size, p=shares).astype(np.int64)


def _terms(draws: np.random.Generator, size: int) -> Ints:
    drawn = draws.choice(len(TERMS), size, p=_TERMS_SHARES).astype(np.int64)
    return np.where(draws.random(size) < 0.025, NO_TERMS, drawn)


def _groups(draws: np.random.Generator, size: int) -> Ints:
    """Put about 8 % of the customers into groups of about four; -1 = in none."""
    groups = max(1, round(size * 0.02))
    return np.where(draws.random(size) < 0.08, draws.integers(0, groups, size), -1)


def _period(streams: Streams, *, customers: int, over: Timeline) -> tuple[Ints, Ints]:
    """Draw when customers begin to buy (most: long ago; the others are prospects at first) and when they leave."""
    draws = streams.of("coming and going")
    long_ago = over.start - whole(draws.uniform(20, 4000, customers))
    later = over.start + whole(draws.uniform(5, 1000, customers))
    active_from = np.where(draws.random(customers) < 0.85, long_ago, later)
    stays = whole(draws.exponential(30.4 / _MONTHLY_LEAVING, customers))
    leaves_on = np.maximum(active_from, over.start) + 60 + stays
    return active_from, np.where(draws.random(customers) < 0.9, leaves_on, NEVER)
