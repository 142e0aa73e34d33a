"""Latent health: industry swings, every customer's own ups and downs, declines, defaults. Nobody in the company sees it."""

from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np

from kedun.sample.arrays import Floats, Ints, Truths, constant, whole
from kedun.sample.name_parts import TRADES
from kedun.sample.profiles import Profiles
from kedun.sample.streams import Streams
from kedun.sample.timeline import Timeline

Cause = Literal["decline", "industry_shock", "sudden", "fraud"]
CAUSES: tuple[Cause, ...] = get_args(Cause)
_SUDDEN = 0.0002
_FRAUD = 0.0002
_SHOCK = 0.010
_ONSET = 0.0024
_RECOVERY = 0.05


@dataclass(frozen=True, slots=True)
class Health:
    """Health by month and customer (0 = ordinary, -3 = about to fall), and when and why customers defaulted.

    `index_permille` is each industry's prosperity by month. Days after the last month lived have not come.
    """

    levels: Floats
    index_permille: Ints
    defaulted_on: Ints
    cause: Ints

    def at(self, months: Ints, customers: Ints) -> Floats:
        """Give the health of customers in months."""
        levels: Floats = self.levels[months, customers]
        return levels


def live(streams: Streams, *, profiles: Profiles, over: Timeline) -> Health:
    """Let industries and customers live through the months."""
    factors = _industry_factors(streams, over)
    sensitivity = np.array([trade.sensitivity for trade in TRADES])
    levels = np.empty((over.months_lived, profiles.count))
    own = _stationary(streams, profiles.count)
    decline = _Decline.none(profiles.count)
    defaulted_on, cause = _frauds(streams, profiles=profiles, over=over)
    for month in range(over.months_lived):
        draws = streams.of("health", over.stream_number(month))
        own = 0.85 * own + 0.3 * draws.standard_normal(profiles.count)
        pull = (sensitivity * factors[month])[profiles.industry]
        decline = decline.next(draws, soundness=profiles.soundness, pull=pull)
        levels[month] = profiles.soundness + own + 0.45 * pull - decline.depth
        fallen = _falls(draws, levels[month])
        day = over.some_day(month, draws.random(profiles.count))
        new = fallen & (day < defaulted_on)
        cause[new] = np.where(pull < -1.2, 1, np.where((decline.depth > 0.3) | (levels[month] < -2.0), 0, 2))[new]
        defaulted_on[new] = day[new]
    return Health(levels, _index(streams, over=over, factors=factors), defaulted_on, cause)


def _stationary(streams: Streams, size: int) -> Floats:
    drawn: Floats = 0.57 * streams.of("first health").standard_normal(size)
    return drawn


def _industry_factors(streams: Streams, over: Timeline) -> Floats:
    """Let each industry swing slowly and now and then be shocked."""
    factors = np.zeros((over.months_lived, len(TRADES)))
    swing = np.zeros(len(TRADES))
    for month in range(over.months_lived):
        draws = streams.of("industries", over.stream_number(month))
        shock = np.where(draws.random(len(TRADES)) < _SHOCK, draws.uniform(0.9, 1.9, len(TRADES)), 0.0)
        swing = 0.92 * swing + 0.16 * draws.standard_normal(len(TRADES)) - shock
        factors[month] = swing
    return factors


def _index(streams: Streams, *, over: Timeline, factors: Floats) -> Ints:
    noise = np.stack(
        [
            streams.of("index", over.stream_number(month)).standard_normal(len(TRADES))
            for month in range(over.months_lived)
        ]
    )
    return np.clip(whole(1000.0 + 90.0 * factors + 12.0 * noise), 200, 1800)


@dataclass(frozen=True, slots=True)
class _Decline:
    """Who is on the way down, how fast and how deep."""

    speed: Floats
    depth: Floats

    @staticmethod
    def none(size: int) -> "_Decline":
        return _Decline(np.zeros(size), np.zeros(size))

    def next(self, draws: np.random.Generator, *, soundness: Floats, pull: Floats) -> "_Decline":
        """Begin, go on, or recover, one month on."""
        draw, pace = draws.random((2, soundness.size))
        begins = (self.speed == 0) & (draw < _ONSET * np.exp(-0.8 * soundness - 0.6 * np.minimum(pull, 0.0)))
        recovers = (self.speed > 0) & (draw < _RECOVERY)
        speed = np.where(begins, 0.12 + 0.35 * pace, np.where(recovers, 0.0, self.speed))
        depth = np.where(speed > 0, np.minimum(self.depth + speed, 4.0), self.depth * 0.85)
        return _Decline(speed, depth)


def _falls(draws: np.random.Generator, levels: Floats) -> Truths:
    chance = np.minimum(0.5, 0.12 * np.exp(-2.5 * (levels + 3.3))) + _SUDDEN
    fallen: Truths = draws.random(levels.size) < chance
    return fallen


def _frauds(streams: Streams, *, profiles: Profiles, over: Timeline) -> tuple[Ints, Ints]:
    """Plan the few who order big and disappear: their day is settled beforehand, unseen by their health."""
    wait = whole(streams.of("frauds").exponential(30.4 / _FRAUD, profiles.count))
    day = np.maximum(profiles.active_from, over.start) + 120 + wait
    return day, constant(CAUSES.index("fraud"), size=profiles.count)
