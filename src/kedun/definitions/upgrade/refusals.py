"""Why shipped versions cannot be proposed or declined."""

from kedun.kernel.refusals import Conflict


class NothingOffered(Conflict):
    """No new shipped version waits to be looked at; somebody may have proposed or declined it meanwhile."""

    zh = "没有待处理的随附新版本，可能已有人提议或忽略。"
