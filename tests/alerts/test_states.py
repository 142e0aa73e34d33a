"""The table of allowed moves."""

import pytest

from kedun.alerts.states import CLOSED, MOVES, NOT_CLOSED, STATES, Move, Severity, State, allowed, graver, target


def test_every_state_is_closed_or_not() -> None:
    assert {*NOT_CLOSED, *CLOSED} == set(STATES)
    assert not {*NOT_CLOSED} & {*CLOSED}


@pytest.mark.parametrize(
    ("state", "possible"),
    [
        pytest.param("open", ("acknowledge", "snooze", "resolve", "assign"), id="open"),
        pytest.param("acknowledged", ("snooze", "resolve", "reopen", "assign"), id="acknowledged"),
        pytest.param("snoozed", ("acknowledge", "snooze", "resolve", "reopen", "assign"), id="snoozed"),
        pytest.param("resolved", ("reopen",), id="resolved: a person may take it back"),
        pytest.param("cleared", (), id="cleared: the condition is gone, nothing is left to do"),
    ],
)
def test_what_a_person_may_do(state: State, possible: tuple[Move, ...]) -> None:
    assert allowed(state) == possible


def test_no_evaluation_moves_a_closed_alert() -> None:
    assert [MOVES[move].get(state) for move in ("fire", "wake", "clear") for state in CLOSED] == [None] * 6


def test_firing_leaves_the_state_as_a_person_left_it() -> None:
    assert [target(state, "fire") for state in NOT_CLOSED] == list(NOT_CLOSED)


@pytest.mark.parametrize(
    ("one", "other", "grave"),
    [
        pytest.param("low", "critical", "critical", id="the later is graver"),
        pytest.param("high", "medium", "high", id="the earlier is graver"),
    ],
)
def test_graver(one: Severity, other: Severity, grave: Severity) -> None:
    assert graver(one, other) == grave
