"""What letters and plans refuse."""

from kedun.kernel.refusals import Forbidden, Invalid, NotFound


class NoSuchLetter(NotFound):
    """There is no letter named {letter}."""

    zh = "没有名为 {letter} 的信函。"


class LetterOfAnotherPurpose(Invalid):
    """The letter {letter} goes with a way back and is filled together with its plan."""

    zh = "信函 {letter} 属于回升计划，会随计划一起生成。"


class LetterHidden(Forbidden):
    """The letter tells what is hidden from you."""

    zh = "该信函包含对您隐藏的内容。"
