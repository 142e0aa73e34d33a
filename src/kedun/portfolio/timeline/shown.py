"""An entry of a timeline in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kedun.alerts.states import CLOSING_WORDS, SEVERITIES, Severity
from kedun.facts.kinds import KINDS
from kedun.facts.masking import mask_of
from kedun.kernel.days import Day
from kedun.kernel.pages import Key
from kedun.kernel.words import Words
from kedun.portfolio.alerts import SEVERITY_WORDS
from kedun.portfolio.drill.tables import Reader
from kedun.portfolio.said import Said


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened. `texts`: what tells it from others of its kind."""

    kind: str
    id: int
    day: Day
    texts: Sequence[str | None]
    amount_minor: int | None
    currency: str

    @property
    def key(self) -> Key:
        """Its place in the order."""
        return (self.day, self.kind, self.id)


LABELS: Final[Mapping[str, Words]] = {
    "alert": Words("预警", "Alert"),
    "alert_closed": Words("预警关闭", "Alert closed"),
    "assessment": Words("评估", "Assessment"),
    "owner": Words("负责人变更", "Owner changed"),
    "merger": Words("客户合并", "Merger"),
    "merger_ended": Words("撤销合并", "Merger taken back"),
}
MERGED: Final[Mapping[str, Words]] = {
    "into": Words("并入 {other}", "merged into {other}"),
    "from": Words("{other} 并入本客户", "{other} merged into this customer"),
}
ANOTHER: Final = Words("另一客户", "another customer")
SCORE: Final = Words("{grade}，{score} 分", "{grade}, {score} points")


def label(kind: str, reader: Reader) -> str:
    """Name the sort of an entry."""
    return (LABELS.get(kind) or KINDS[kind].label).say(reader.language)


def title(entry: Entry, columns: Sequence[str], reader: Reader, said: Said) -> str:
    """Say what happened in a few words."""
    first, second = [*entry.texts, "", ""][:2]
    match entry.kind:
        case "alert":
            words = SEVERITY_WORDS[severity(second)].say(reader.language)
            return f"{said.rule(first or '')} · {words}"
        case "alert_closed":
            reason = CLOSING_WORDS[second or "cleared"]
            return f"{said.rule(first or '')} · {reason.say(reader.language)}"
        case "assessment":
            grade = said.grades.get(first or "", first or "")
            return SCORE.say(reader.language, grade=grade, score=f"{int(second) / 100:.1f}") if second else grade
        case "owner":
            return first or ""
        case "merger" | "merger_ended":
            return MERGED[second or "into"].say(reader.language, other=first or ANOTHER.say(reader.language))
    shown = zip(columns, entry.texts, strict=True)
    return " · ".join(
        reader.word(text) for name, text in shown if text and mask_of(entry.kind, name) not in reader.masks
    )


def severity(text: str | None) -> Severity:
    """Read a stored severity."""
    return next(each for each in SEVERITIES if each == text)
