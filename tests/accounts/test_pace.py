"""The bucket of each caller: so many at once, then so many a second."""

from kedun.accounts import pace
from kedun.accounts.pace import Buckets, Pace


def test_a_caller_may_ask_often_at_once_and_then_steadily() -> None:
    buckets = Buckets(Pace(a_second=2, at_once=3))
    assert [buckets.wait_of("a", at=0.0) for _ in range(4)] == [0, 0, 0, 1]
    assert [buckets.wait_of("a", at=0.5), buckets.wait_of("a", at=0.5)] == [0, 1]


def test_waiting_fills_the_bucket_to_its_rim_only() -> None:
    buckets = Buckets(Pace(a_second=2, at_once=3))
    buckets.wait_of("a", at=0.0)
    assert [buckets.wait_of("a", at=1000.0) for _ in range(4)] == [0, 0, 0, 1]


def test_callers_do_not_disturb_each_other() -> None:
    buckets = Buckets(Pace(a_second=1, at_once=1))
    assert [buckets.wait_of(name, at=0.0) for name in ("a", "b", "a")] == [0, 0, 1]


def test_the_wait_is_told_in_whole_seconds() -> None:
    buckets = Buckets(Pace(a_second=0.1, at_once=1))
    buckets.wait_of("a", at=0.0)
    assert (buckets.wait_of("a", at=0.0), buckets.wait_of("a", at=5.0)) == (10, 5)


def test_a_clock_that_jumps_back_gives_nothing_away() -> None:
    buckets = Buckets(Pace(a_second=1, at_once=1))
    buckets.wait_of("a", at=100.0)
    assert buckets.wait_of("a", at=1.0) == 1


def test_the_longest_unused_caller_is_forgotten_when_there_are_too_many() -> None:
    buckets = Buckets(Pace(a_second=0.001, at_once=1))
    for number in range(pace.MOST_CALLERS + 1):
        buckets.wait_of(str(number), at=0.0)
    assert (buckets.wait_of("1", at=0.0), buckets.wait_of("0", at=0.0)) == (1000, 0)
