"""Long work is shown as bars on a terminal and as lines elsewhere."""

import itertools
import time

import pytest

from kedun.cli.progress import shown
from kedun.cli.session import Choices, choose
from kedun.kernel.words import Words

STEPS = {"facts": Words(zh="存入事实", en="Storing facts")}


@pytest.fixture(autouse=True)
def in_english() -> None:
    choose(Choices(language="en"))


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every look at the clock is three seconds after the one before."""
    ticks = itertools.count(0.0, 3.0)
    monkeypatch.setattr(time, "monotonic", lambda: next(ticks))


def test_without_a_terminal_each_step_is_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    with shown(STEPS) as progress:
        progress.step("facts", total=10)
        progress.advance(5)
        progress.step("something else")
    assert capsys.readouterr().err.splitlines() == ["Storing facts", "something else"]


@pytest.mark.usefixtures("hurried")
def test_long_steps_say_now_and_then_how_far_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    with shown(STEPS) as progress:
        progress.step("facts", total=40)
        for _ in range(4):
            progress.advance(10)
        progress.step("facts")
        progress.advance()
        progress.advance()
    said = capsys.readouterr().err.splitlines()
    assert said == [
        "Storing facts",
        "Storing facts 20 / 40 · about 12 s left",
        "Storing facts 40 / 40",
        "Storing facts",
        "Storing facts 2",
    ]


def test_on_a_terminal_each_step_is_a_bar(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    with shown(STEPS) as progress:
        progress.step("facts", total=10)
        progress.advance(10)
        progress.step("unknown size")
        progress.advance(3)
    said = capsys.readouterr().err
    assert "Storing facts" in said
    assert said.count("100%") >= 2
