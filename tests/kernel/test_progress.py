"""Progress: one twin remembers, the other is silent."""

from kedun.kernel.progress import Progress, Remembered, Silent


def work(shown: Progress) -> None:
    shown.step("read", total=3)
    shown.advance()
    shown.step("write")
    shown.advance(2)
    shown.advance(5)


def test_the_twin_remembers_the_steps_and_how_far_the_last_one_came() -> None:
    shown = Remembered()
    work(shown)
    assert shown == Remembered(steps=[("read", 3), ("write", None)], done=7)


def test_the_silent_one_says_nothing() -> None:
    assert work(Silent()) is None  # type: ignore[func-returns-value]
