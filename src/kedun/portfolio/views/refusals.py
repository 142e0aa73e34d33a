"""Why a list is not kept."""

from kedun.kernel.refusals import Conflict, Invalid, NotFound


class NoSuchView(NotFound):
    """There is no such saved view, or it is somebody else's."""

    zh = "没有这个已存视图，或它属于其他人。"


class TooManyViews(Conflict):
    """A person keeps at most {most} views; remove one first."""

    zh = "每人最多保存 {most} 个视图，请先删除一个。"


class NotAListQuery(Invalid):
    """The list has no such filter: {problem}."""

    zh = "列表没有这样的筛选条件：{problem}。"
