"""The parts of an account in words."""

from collections.abc import Mapping, Sequence
from typing import Final

from kedun.assessments.change.account import Part
from kedun.kernel.words import Language, Words

PART_WORDS: Final[Mapping[Part, Words]] = {
    "policy": Words("策略调整", "Policy"),
    "time": Words("时间推移", "Passage of time"),
    "data": Words("新发生的业务", "New facts"),
    "corrections": Words("更正与补录", "Corrections"),
}
SIGNALS: Final = Words("一线信号扣分", "Points off for signals")
_JOINED: Final = Words("与", " and ")


def part_words(parts: Sequence[Part], language: Language) -> str:
    """Name one part, or several that cannot be told apart."""
    return _JOINED.say(language).join(PART_WORDS[part].say(language) for part in parts)
