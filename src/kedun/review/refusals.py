"""Why a back-test is refused."""

from kedun.kernel.refusals import Conflict, Invalid, NotFound


class BacktestMissing(NotFound):
    """There is no back-test with the number {number}."""

    zh = "没有编号为 {number} 的回测。"


class DaysNotPossible(Invalid):
    """Choose 1 to {most} different month-ends."""

    zh = "请选择 1 至 {most} 个不同的月末。"


class NotMatured(Invalid):
    """What followed {day} within {horizon} days is not known yet. Choose days up to {newest}, or a shorter horizon."""

    zh = "{day} 之后 {horizon} 天的结果尚不可知。请选择不晚于 {newest} 的月末，或缩短观察期。"


class NothingMatured(Invalid):
    """No month-end can be looked at: invoices and payments must be supplied from it until {horizon} days after it."""

    zh = "没有可回测的月末：从该日到之后 {horizon} 天，发票和回款数据都必须齐备。"


class NothingToTry(Invalid):
    """Name a change, or give documents of the policy: {kinds}."""

    zh = "请指定一个策略变更，或提供策略文件：{kinds}。"


class TooManyBacktests(Conflict):
    """{most} back-tests wait or run already. Cancel one, or wait."""

    zh = "已有 {most} 个回测在等待或运行，请取消其中一个或稍候。"


class NotRunning(Conflict):
    """The back-test is over; there is nothing to cancel."""

    zh = "回测已结束，无法取消。"


class NotDone(Conflict):
    """The back-test has no result yet."""

    zh = "回测尚无结果。"


class CustomersNotKept(NotFound):
    """The customers behind this back-test are kept no longer; run it again."""

    zh = "该回测的客户明细已不再保留，请重新运行。"


class UnknownCell(Invalid):
    """The back-test has no {side} figure named {key}."""

    zh = "该回测没有 {side} 的 {key} 数据。"


class SearchAlone(Invalid):
    """Other values of a threshold are tried in the rule that is in force; name no change and no documents with it."""

    zh = "阈值试算针对现行规则，请不要同时指定变更或策略文件。"


class NothingToMove(Invalid):
    """Rule {rule} has no threshold for which another value could be tried."""

    zh = "规则 {rule} 没有可试算其他值的阈值。"


class NotASearch(Conflict):
    """The back-test tried no values of a threshold; there is none to draft."""

    zh = "该回测不是阈值试算，没有可采用的值。"


class NoSuchCandidate(NotFound):
    """The back-test tried no value named {key}."""

    zh = "该回测没有试算过 {key}。"
