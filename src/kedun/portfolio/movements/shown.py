"""What moved as programs get it, masked; and as the lines of a workbook."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from typing import Any, Final

from kedun.assessments.change.account import PARTS, Leg, Part
from kedun.facts.masking import Masks, shown_name
from kedun.kernel.words import Language, Words
from kedun.portfolio.change.queries import Account
from kedun.portfolio.change.shown import change_of
from kedun.portfolio.change.words import PART_WORDS, SIGNALS
from kedun.portfolio.lists.workbook import Cell, Heading
from kedun.portfolio.movements.queries import Mover
from kedun.portfolio.said import Said

MOST_REASONS: Final = 3
_JOINT: Final = Words("；", "; ")
_HEADINGS: Final = (
    Words("代码", "Code"),
    Words("名称", "Name"),
    Words("行业", "Industry"),
    Words("原等级", "Grade before"),
    Words("现等级", "Grade now"),
    Words("原评分", "Score before"),
    Words("现评分", "Score now"),
    Words("变化", "Change"),
)
_REASONS: Final = Words("主要原因", "Main reasons")
_TEXTS: Final = 5
"""Headings of texts; those after them are of numbers."""

Shown = dict[str, Any]


@dataclass(frozen=True, slots=True)
class MoverLine:
    """A customer that moved, with its account, for a reader. Unit: hundredths of a point."""

    mover: Mover
    account: Account
    said: Said
    masks: Masks

    @property
    def change(self) -> int | None:
        """The whole change; None where either score is missing."""
        return change_of(self.account.change.steps)

    @property
    def parts(self) -> Mapping[Part, int | None]:
        """What each part adds; None where it cannot be told from others."""
        legs = self.account.change.legs
        alone = {leg.parts[0]: leg.change for leg in legs if len(leg.parts) == 1}
        return {part: alone.get(part) for part in PARTS}

    @property
    def has_moved(self) -> bool:
        """Whether the score or the standing grade is another, or a score came or went."""
        return self.change != 0 or self.mover.grade != self.mover.grade_before

    @property
    def size(self) -> float:
        """By how much the score moved; a score that came or went moved most."""
        return inf if self.change is None else abs(self.change)

    @property
    def most(self) -> Part | None:
        """The part that moved the score most; None where none did."""
        moved = {part: abs(change) for part, change in self.parts.items() if change}
        return max(moved, key=lambda part: moved[part], default=None)

    def shown(self) -> Shown:
        """Write it."""
        scores = [step.score if step else None for step in self.account.change.steps]
        return {
            "code": self.mover.code,
            "name": self._name(),
            "industry": self.mover.industry,
            "grade_before": self._grade(self.mover.grade_before),
            "grade": self._grade(self.mover.grade),
            "score_before": scores[0],
            "score": scores[-1],
            "change": self.change,
            "parts": [{"part": part, "change": change} for part, change in self.parts.items()],
            "most": self.most,
            "reason": self._reason(),
        }

    def _name(self) -> str:
        return shown_name(self.mover.name, code=self.mover.code, masks=self.masks, language=self.said.language)

    def _grade(self, grade: str) -> Shown:
        return {"code": grade, "words": self.said.grades.get(grade, grade)}

    def _reason(self) -> str:
        """Name the lines of the card that moved the score most, all parts together."""
        sums = _by_line(self.account.change.legs)
        most = sorted(sums, key=lambda key: -abs(sums[key]))[:MOST_REASONS]
        language = self.said.language
        names = {key: SIGNALS.say(language) if key == "" else self.said.name(key) for key in most}
        told = (f"{names[key]} {_signed(sums[key])}" for key in most)
        return _JOINT.say(language).join(told)

    def cells(self) -> Sequence[Cell]:
        """Write it as a line of a workbook."""
        shown = self.shown()
        numbers = [shown["score_before"], shown["score"], shown["change"], *self.parts.values()]
        grades = [shown[name]["words"] for name in ("grade_before", "grade")]
        texts = [shown["code"], shown["name"], shown["industry"], *grades]
        return [*texts, *(None if each is None else each / 100 for each in numbers), shown["reason"]]


def _signed(hundredths: int) -> str:
    """Write a change in points, with a minus that is as wide as a plus."""
    return f"{hundredths / 100:+.2f}".replace("-", "\N{MINUS SIGN}")


def _by_line(legs: Iterable[Leg]) -> dict[str, int]:
    """Add up all parts by line of the card; signals stand under ""."""
    sums: dict[str, int] = {}
    for leg in legs:
        for key, change in (*leg.items.items(), ("", leg.signals)):
            sums[key] = sums.get(key, 0) + change
    return {key: change for key, change in sums.items() if change}


def headings(language: Language) -> list[Heading]:
    """Give the headings of a workbook of what moved."""
    texts = [Heading(words.say(language), "text") for words in _HEADINGS[:_TEXTS]]
    numbers = [Heading(words.say(language), "number") for words in (*_HEADINGS[_TEXTS:], *PART_WORDS.values())]
    return [*texts, *numbers, Heading(_REASONS.say(language), "text")]


def totals(lines: Sequence[MoverLine], language: Language) -> Iterator[Shown]:
    """Add up what each part moved."""
    for part in PARTS:
        changes = [change for line in lines if (change := line.parts[part]) is not None]
        yield {
            "part": part,
            "label": PART_WORDS[part].say(language),
            "customers": sum(line.most == part for line in lines),
            "up": sum(change for change in changes if change > 0),
            "down": sum(change for change in changes if change < 0),
        }
