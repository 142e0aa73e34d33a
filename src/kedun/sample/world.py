"""Everything that the processes draw on: random streams, the months, the customers and their hidden fate."""

from dataclasses import dataclass

import numpy as np

from kedun.sample.arrays import Ints
from kedun.sample.health import Health, live
from kedun.sample.profiles import Profiles, draw_profiles
from kedun.sample.streams import Streams
from kedun.sample.timeline import Timeline


@dataclass(frozen=True, slots=True)
class World:
    """Made once per run; the processes only read it."""

    streams: Streams
    over: Timeline
    profiles: Profiles
    health: Health

    def draws(self, topic: str, month: int) -> np.random.Generator:
        """Give the stream of a topic in a month of the run."""
        return self.streams.of(topic, self.over.stream_number(month))

    def trades_until(self) -> Ints:
        """Give the day from which each customer buys no more: it left or defaulted."""
        return np.minimum(self.profiles.leaves_on, self.health.defaulted_on)


def make_world(*, customers: int, seed: int, over: Timeline) -> World:
    """Draw the customers and let them live."""
    streams = Streams(seed)
    profiles = draw_profiles(streams, customers=customers, over=over)
    return World(streams, over, profiles, live(streams, profiles=profiles, over=over))
