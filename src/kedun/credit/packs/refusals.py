"""What packs refuse."""

from kedun.kernel.refusals import NotFound


class NoSuchPack(NotFound):
    """There is no pack named {pack}; there are {known}."""

    zh = "没有名为 {pack} 的方案；现有：{known}。"
