"""Progress of long work: whoever does the work reports, whoever watches decides how to show it."""

from dataclasses import dataclass, field
from typing import Protocol


class Progress(Protocol):
    """Is told how far a piece of work has come."""

    def step(self, name: str, *, total: int | None = None) -> None:
        """Begin a named step; `total` is its size where it is known."""

    def advance(self, done: int = 1) -> None:
        """Say that so much more of the step is done."""


class Silent:
    """Shows nothing."""

    def step(self, name: str, *, total: int | None = None) -> None:
        pass

    def advance(self, done: int = 1) -> None:
        pass


@dataclass(slots=True)
class Remembered:
    """The in-memory twin: keeps what it was told."""

    steps: list[tuple[str, int | None]] = field(default_factory=list)
    done: int = 0

    def step(self, name: str, *, total: int | None = None) -> None:
        self.steps.append((name, total))
        self.done = 0

    def advance(self, done: int = 1) -> None:
        self.done += done
