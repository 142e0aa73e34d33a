"""Why a change cannot be tried."""

from kedun.kernel.refusals import Invalid


class ReadingNotKept(Invalid):
    """No readings of {names} are stored yet: publish the indicator first, then try the rest."""

    zh = "{names} 的读数尚未存储：请先发布该指标，再试算其余部分。"
