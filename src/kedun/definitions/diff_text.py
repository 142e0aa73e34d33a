"""Two texts line by line: what both have, what only one has. Arithmetic."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Side = Literal["both", "before", "after"]


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line. `before`, `after`: its number in each of the texts, counted from 1; None where it does not stand there."""

    before: int | None
    after: int | None
    text: str

    @property
    def side(self) -> Side:
        """Which of the texts has it."""
        return "before" if self.after is None else "after" if self.before is None else "both"


def text_lines(before: str, after: str) -> list[TextLine]:
    """Give all lines of both texts in order, of what differs those of the first before those of the second."""
    return list(_lines(before.splitlines(), after.splitlines()))


def _lines(old: list[str], new: list[str]) -> Iterator[TextLine]:
    for tag, first, last, begin, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from (TextLine(at + 1, at + 1 + begin - first, old[at]) for at in range(first, last))
            continue
        yield from (TextLine(at + 1, None, old[at]) for at in range(first, last))
        yield from (TextLine(None, at + 1, new[at]) for at in range(begin, end))
