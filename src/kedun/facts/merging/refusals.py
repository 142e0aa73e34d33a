"""Why two customers cannot be merged, a merger taken back, or two customers be called different firms."""

from kedun.kernel.refusals import Conflict, Invalid, NotFound


class SameCustomer(Invalid):
    """{code} cannot be merged into itself."""

    zh = "客户 {code} 不能与自身合并。"


class MergeReasonMissing(Invalid):
    """Say why, in 1 to {most} characters."""

    zh = "请说明原因（1 到 {most} 个字）。"


class CustomerTakenBack(Conflict):
    """Customer {code} was taken back: its source says there is no such customer."""

    zh = "客户 {code} 已被其来源撤回，不能合并。"


class MergedAlready(Conflict):
    """Customer {code} was merged into {into}. Take that back first, or name {into} instead."""

    zh = "客户 {code} 已并入 {into}。请先取消该合并，或改为选择 {into}。"


class HoldsMerged(Conflict):
    """{held} were merged into customer {code}, so it cannot be merged away itself: merge the other one into {code}."""

    zh = "客户 {code} 已并入其他客户（{held}），不能再并入别处；请把另一客户并入 {code}。"


class OtherLegalEntity(Conflict):
    """{merged} is a customer of legal entity {one}, {into} of {other}: each keeps its own books."""

    zh = "{merged} 属于法人实体 {one}，{into} 属于 {other}，账套不同，不能合并。"


class TooManyFacts(Conflict):
    """Customer {code} has {count} facts; at most {most} change hands at once. Merge the other one into {code} instead."""

    zh = "客户 {code} 有 {count} 条数据，一次最多移交 {most} 条；请改为将另一客户并入 {code}。"


class NotMerged(Conflict):
    """Customer {code} is not merged into another."""

    zh = "客户 {code} 没有并入其他客户。"


class NoSuchCustomer(NotFound):
    """No customer has the number {number}."""

    zh = "没有编号为 {number} 的客户。"
