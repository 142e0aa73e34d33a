"""Ages of open money: edges of the buckets, and that they always add up to the receivables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kedun.portfolio.figures.ageing import BUCKETS, Movement, ageing_on, bucket_of, receivable, steps_back


@pytest.mark.parametrize(
    ("days", "bucket"),
    [
        (-400, "not_due"),
        (-1, "not_due"),
        (0, "not_due"),
        (1, "1_30"),
        (30, "1_30"),
        (31, "31_60"),
        (60, "31_60"),
        (61, "61_90"),
        (90, "61_90"),
        (91, "91_120"),
        (120, "91_120"),
        (121, "over_120"),
        (9_999, "over_120"),
    ],
)
def test_bucket_by_days_past_due(days: int, bucket: str) -> None:
    assert bucket_of(20_000 - days, 20_000) == bucket


def test_an_item_without_a_due_day_has_a_bucket_of_its_own() -> None:
    assert bucket_of(None, 20_000) == "unknown"


MOVEMENTS = st.lists(
    st.builds(
        Movement,
        due_on=st.none() | st.integers(19_000, 21_000),
        by=st.sampled_from(steps_back(20_000, 12)),
        amount_minor=st.integers(-(10**13), 10**13),
    )
)


@given(MOVEMENTS, st.sampled_from(steps_back(20_000, 12)))
def test_the_buckets_always_add_up_to_the_receivables(movements: list[Movement], day: int) -> None:
    found = ageing_on(movements, day)
    assert tuple(found) == BUCKETS
    assert receivable(found) == sum(each.amount_minor for each in movements if each.by <= day)


@given(MOVEMENTS)
def test_what_is_not_paid_in_a_step_grows_one_bucket_older(movements: list[Movement]) -> None:
    before = [Movement(each.due_on, 20_000, each.amount_minor) for each in movements]
    now, later = ageing_on(before, 20_000), ageing_on(before, 20_030)
    for younger, older in (("1_30", "31_60"), ("31_60", "61_90"), ("61_90", "91_120")):
        assert later[older] == now[younger]  # type: ignore[index]
    assert later["over_120"] == now["91_120"] + now["over_120"]
    assert later["not_due"] + later["1_30"] == now["not_due"]


def test_days_a_step_apart_oldest_first() -> None:
    assert steps_back(20_000, 2) == [19_940, 19_970, 20_000]
