"""Why a customer cannot be shown."""

from kedun.kernel.refusals import NotFound


class UnknownCustomer(NotFound):
    """No customer has the code {code}."""

    zh = "没有代码为 {code} 的客户。"


class CustomerMerged(NotFound):
    """Customer {code} was merged into {into}; look there. Its past is still under {code}, as known before batch {batch}."""

    zh = "客户 {code} 已并入 {into}，请查看 {into}。合并前的情况仍可按批次 {batch} 之前所知查看。"


class CustomerMergedElsewhere(NotFound):
    """Customer {code} was merged into another one that you may not see. Its past is there as known before batch {batch}."""

    zh = "客户 {code} 已并入您无权查看的客户。合并前的情况仍可按批次 {batch} 之前所知查看。"


class NotKnownThen(NotFound):
    """Customer {code} was not known at batch {batch}."""

    zh = "批次 {batch} 时还没有客户 {code}。"


class NoReport(NotFound):
    """There is no monthly report as of {day}."""

    zh = "没有截至 {day} 的月度报告。"
