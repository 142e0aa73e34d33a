"""Why something of a customer cannot be changed, or somebody cannot be made its owner or a reader."""

from kedun.kernel.refusals import Conflict, Forbidden, NotFound


class OnlyToRead(Forbidden):
    """You may read of this customer, and change nothing of it: somebody else answers for it."""

    zh = "您只能查看该客户，不能更改：该客户由他人负责。"


class PastOwnerStays(Conflict):
    """Somebody owned this customer on {day}; what was is not changed. Set the new owner from today on."""

    zh = "{day} 时该客户已有负责人，过去的记录不能更改。请从今天起设置新的负责人。"


class NobodyToOwn(NotFound):
    """There is no active person with the number {person}."""

    zh = "没有编号为 {person} 的在用人员。"
