"""Why a signal is not taken, shown or withdrawn."""

from kedun.kernel.refusals import Forbidden, Invalid, NotFound, Unavailable


class CustomerNotKnown(NotFound):
    """There is no customer {code}, or you may not see it."""

    zh = "没有客户 {code}，或您无权查看。"


class SignalTypeUnknown(Invalid):
    """There is no signal called {type}."""

    zh = "没有名为 {type} 的信号。"


class ObservedOnNotPossible(Invalid):
    """A signal is observed between {first} and {last}."""

    zh = "信号的观察日期应在 {first} 至 {last} 之间。"


class SignalMissing(NotFound):
    """There is no signal {number}, or you may not see it."""

    zh = "没有编号为 {number} 的信号，或您无权查看。"


class NotYourSignal(Forbidden):
    """Only whoever reported a signal withdraws it."""

    zh = "只有报告人可以撤回信号。"


class SignalsNotSetUp(Unavailable):
    """No list of signals has been loaded yet."""

    zh = "尚未加载信号清单。"
