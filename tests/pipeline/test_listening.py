"""The rhythm of the event process, in a world whose clock only its waiting moves."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest

from kedun.facts.queries import Stale
from kedun.pipeline.listening import FORGIVE_SECONDS, LOOK_EVERY_SECONDS, ROUND_SECONDS, Drained, Surroundings, keep_up

BAD = Stale(7, datetime(2026, 1, 1, tzinfo=UTC), 1)


@dataclass
class World:
    """Facts arrive at instants; a round takes `costs` seconds; it ends after so many seconds."""

    arrivals: list[float]
    costs: float = 0.02
    ends: float = 10.0
    time: float = 0.0
    rounds: list[tuple[float, int]] = field(default_factory=list)
    asides: list[frozenset[Stale]] = field(default_factory=list)
    unheard: int = 0
    fails: bool = False
    most: int = 1000

    def until(self, instant: float) -> None:
        """Move the clock; whatever arrives on the way is news."""
        arrived = [each for each in self.arrivals if self.time < each <= instant]
        self.unheard += len(arrived)
        self.time = instant

    def drain(self, aside: frozenset[Stale]) -> Drained:
        self.asides.append(aside)
        came = [each for each in self.arrivals if each <= self.time]
        self.arrivals = came[self.most :] + [each for each in self.arrivals if each > self.time]
        left, came = len(came[self.most :]), came[: self.most]
        self.rounds.append((round(self.time, 3), len(came)))
        self.until(self.time + self.costs)
        failed = frozenset({BAD}) - aside if self.fails else frozenset[Stale]()
        return Drained(len(came) + len(failed), failed=failed, left=left)

    def hear(self, seconds: float) -> bool:
        coming = [each for each in self.arrivals if self.time < each <= self.time + seconds]
        if not self.unheard:
            self.until(min(coming, default=self.time + seconds))
        heard, self.unheard = self.unheard > 0, 0
        return heard

    def hear_out(self, seconds: float) -> bool:
        self.until(self.time + seconds)
        heard, self.unheard = self.unheard > 0, 0
        return heard

    def run(self, is_stopping: Callable[[], bool] | None = None) -> "World":
        keep_up(
            Surroundings(
                drain=self.drain,
                hear=self.hear,
                hear_out=self.hear_out,
                now=lambda: self.time,
                is_stopping=is_stopping or (lambda: self.time >= self.ends),
            )
        )
        return self


def test_without_news_it_looks_every_two_seconds() -> None:
    world = World([], ends=7.0).run()
    assert [at for at, _ in world.rounds] == pytest.approx([0.0, 2.02, 4.04, 6.06])
    assert LOOK_EVERY_SECONDS == 2.0


def test_a_fact_after_a_quiet_time_is_drained_at_once() -> None:
    assert (1.0, 1) in World([1.0], ends=2.0).run().rounds


def test_facts_that_come_close_together_share_rounds() -> None:
    world = World([1 + number / 50 for number in range(50)], ends=3.0).run()
    busy = [at for at, came in world.rounds if came]
    assert sum(came for _, came in world.rounds) == 50
    assert len(busy) <= 11
    assert all(later - at >= ROUND_SECONDS - 1e-9 for at, later in zip(busy, busy[1:], strict=False))


def test_what_comes_during_a_long_round_is_drained_right_after_it() -> None:
    world = World([1.0, 1.5], costs=1.0, ends=4.0).run()
    assert world.rounds[:3] == [(0.0, 0), (1.0, 1), (2.0, 1)]


def test_what_a_round_left_is_taken_at_once() -> None:
    world = World([1.0, 1.0, 1.0], most=1, ends=4.0).run()
    assert [at for at, came in world.rounds if came] == pytest.approx([1.0, 1.02, 1.04])


def test_who_cannot_be_assessed_is_set_aside_for_a_minute() -> None:
    world = World([], ends=FORGIVE_SECONDS + 3, fails=True).run()
    tried = [at for (at, _), aside in zip(world.rounds, world.asides, strict=True) if BAD not in aside]
    assert len(tried) == 2
    assert tried[1] >= FORGIVE_SECONDS


def test_it_ends_after_the_round_in_which_it_was_told_to() -> None:
    world = World([1.0])
    world.run(is_stopping=lambda: len(world.rounds) == 2)
    assert [came for _, came in world.rounds] == [0, 1]
