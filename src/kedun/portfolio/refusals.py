"""Why a customer cannot be shown."""

from kedun.kernel.refusals import NotFound


class UnknownCustomer(NotFound):
    """No customer has the code {code}."""

    zh = "没有代码为 {code} 的客户。"


class NotKnownThen(NotFound):
    """Customer {code} was not known at batch {batch}."""

    zh = "批次 {batch} 时还没有客户 {code}。"


class NoReport(NotFound):
    """There is no monthly report as of {day}."""

    zh = "没有截至 {day} 的月度报告。"
