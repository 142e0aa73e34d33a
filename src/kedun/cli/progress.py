"""Shows how far long work has come: bars on a terminal, a line for each step elsewhere."""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, TaskID, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.progress import Progress as Bars

from kedun.cli.session import say
from kedun.kernel.progress import Progress
from kedun.kernel.words import Words

SECONDS_BETWEEN_LINES = 5.0
LEFT = Words("约剩 {seconds} 秒", "about {seconds} s left")


class _Bar:
    """Each step is a bar."""

    def __init__(self, bars: Bars, words: Mapping[str, Words]) -> None:
        self._bars, self._words = bars, words
        self._task: TaskID | None = None

    def step(self, name: str, *, total: int | None = None) -> None:
        self.end()
        self._task = self._bars.add_task(_label(self._words, name), total=total)

    def advance(self, done: int = 1) -> None:
        assert self._task is not None
        self._bars.advance(self._task, done)

    def end(self) -> None:
        """Fill the bar of a step whose size nobody knew."""
        if self._task is not None:
            task = next(task for task in self._bars.tasks if task.id == self._task)
            self._bars.update(
                self._task, total=task.total or task.completed or 1, completed=task.total or task.completed or 1
            )


class _Lines:
    """Each step is a line, with how far it is every few seconds."""

    def __init__(self, console: Console, words: Mapping[str, Words]) -> None:
        self._console, self._words = console, words
        self._label, self._done, self._begun_at = "", 0, time.monotonic()
        self._total: int | None = None
        self._told_at = time.monotonic()

    def step(self, name: str, *, total: int | None = None) -> None:
        self._label, self._done, self._total = _label(self._words, name), 0, total
        self._begun_at = time.monotonic()
        self._tell(self._label)

    def advance(self, done: int = 1) -> None:
        self._done += done
        if time.monotonic() - self._told_at >= SECONDS_BETWEEN_LINES:
            of = f" / {self._total}" if self._total else ""
            self._tell(f"{self._label} {self._done}{of}{self._left()}")

    def _left(self) -> str:
        """Say how long the rest takes at the pace so far."""
        if not self._total or not 0 < self._done < self._total:
            return ""
        seconds = (time.monotonic() - self._begun_at) / self._done * (self._total - self._done)
        return f" · {say(LEFT).format(seconds=round(seconds))}"

    def _tell(self, text: str) -> None:
        self._told_at = time.monotonic()
        self._console.print(text)


def _label(words: Mapping[str, Words], name: str) -> str:
    return say(words[name]) if name in words else name


@contextmanager
def shown(words: Mapping[str, Words], *, transient: bool = False) -> Iterator[Progress]:
    """Show progress on the standard error for the block; `words` names the steps."""
    console = Console(stderr=True, highlight=False)
    if not console.is_terminal:
        yield _Lines(console, words)
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f}%"),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with Bars(*columns, console=console, transient=transient) as bars:
        bar = _Bar(bars, words)
        yield bar
        bar.end()
