"""If a customer fails: worked by hand, safe in circles, the same in whatever order ties come."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kedun.portfolio.ties.contagion import WHOLE, Contagion, Node, Tie, spread, weight

OWED: dict[Node, int] = {"X": 5_000, "A": 1_000, "B": 400, "C": 300, "D": 50}


def stakes(found: Contagion) -> dict[Any, tuple[int, int, int, int]]:
    return {hit.node: (hit.round, hit.distress_permille, hit.first_minor, hit.second_minor) for hit in found.hits}


@pytest.mark.parametrize(
    ("tie", "owed", "permille"),
    [
        pytest.param(Tie("X", "A", "group"), 0, 1_000, id="a group stands and falls together"),
        pytest.param(Tie("X", "A", "sales", share_permille=250), 9, 250, id="a quarter of its sales"),
        pytest.param(Tie("X", "A", "purchases", share_permille=2_000), 9, 1_000, id="never more than all"),
        pytest.param(Tie("X", "A", "sales", share_permille=-5), 9, 0, id="never less than nothing"),
        pytest.param(Tie("X", "A", "sales"), 9, None, id="nobody said how much"),
        pytest.param(Tie("X", "A", "guarantee", amount_minor=300), 1_000, 300, id="300 of the 1,000 it owes"),
        pytest.param(Tie("X", "A", "guarantee", amount_minor=3_000), 1_000, 1_000, id="more than it owes"),
        pytest.param(Tie("X", "A", "guarantee", amount_minor=-3), 1_000, 0, id="less than nothing"),
        pytest.param(Tie("X", "A", "guarantee"), 1_000, 1_000, id="without an amount it takes all"),
        pytest.param(Tie("X", "A", "guarantee", amount_minor=3), 0, 1_000, id="of one who owes us nothing"),
    ],
)
def test_how_hard_a_tie_hits(tie: Tie, owed: int, permille: int | None) -> None:
    assert weight(tie, owed) == permille


def test_two_rounds_worked_by_hand() -> None:
    ties = [
        Tie("X", "A", "guarantee", amount_minor=300),  # 300 of 1,000: 300 ‰
        Tie("X", "B", "sales", share_permille=500),  # 500 ‰ of 400 = 200
        Tie("A", "B", "sales", share_permille=500),  # second round: 300 ‰ × 500 ‰ = 150 ‰ of 400 = 60
        Tie("B", "C", "group"),  # second round: 500 ‰ of 300 = 150
        Tie("C", "D", "group"),  # a third round is not followed
        Tie("B", "A", "sales"),  # nobody said how much
    ]
    found = spread("X", ties, OWED)
    assert stakes(found) == {"A": (1, 300, 300, 0), "B": (1, 650, 200, 60), "C": (2, 500, 0, 150)}
    assert [hit.node for hit in found.hits] == ["A", "B", "C"]
    assert (found.first_minor, found.second_minor, found.unknown) == (500, 210, 1)
    assert [tie.source for tie in found.hits[1].ties] == ["A", "X"]


def test_a_circle_ends_and_nothing_falls_on_whoever_failed() -> None:
    ties = [Tie("X", "A", "group"), Tie("A", "X", "group"), Tie("A", "B", "group"), Tie("B", "A", "group")]
    assert stakes(spread("X", ties, OWED)) == {"A": (1, 1_000, 1_000, 0), "B": (2, 1_000, 0, 400)}


def test_nobody_is_hit_without_ties_and_a_tie_told_twice_counts_once() -> None:
    assert spread("X", [], OWED) == Contagion((), 0)
    half = Tie("X", "A", "sales", share_permille=500)
    assert stakes(spread("X", [half, half], OWED)) == {"A": (1, 500, 500, 0)}


NODES = st.sampled_from("XABCD")
TIES = st.builds(
    Tie,
    NODES,
    NODES,
    st.sampled_from(("group", "guarantee", "sales", "purchases")),
    st.none() | st.integers(0, 2_000),
    st.none() | st.integers(0, 1_200),
)


@settings(max_examples=100, deadline=None)
@given(st.lists(TIES, max_size=12), st.randoms())
def test_the_order_of_ties_makes_no_difference_and_nobody_loses_more_than_all(ties: list[Tie], chance: Any) -> None:
    found = spread("X", ties, OWED)
    chance.shuffle(ties)
    assert spread("X", ties, OWED) == found
    for hit in found.hits:
        assert 0 < hit.distress_permille <= WHOLE
        assert 0 <= hit.first_minor <= hit.first_minor + hit.second_minor <= OWED[hit.node]
