"""Why somebody cannot be made the owner or a reader of a customer."""

from kedun.kernel.refusals import NotFound


class NobodyToOwn(NotFound):
    """There is no active person with the number {person}."""

    zh = "没有编号为 {person} 的在用人员。"
