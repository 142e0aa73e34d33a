"""What rules refuse."""

from kedun.kernel.refusals import Invalid, NotFound


class ThresholdNameTaken(Invalid):
    """The threshold {name} of rule {rule} has the name of a reading. Choose another name."""

    zh = "规则 {rule} 的阈值 {name} 与指标同名，请换一个名称。"


class ThresholdUnused(Invalid):
    """The threshold {name} of rule {rule} stands nowhere in its condition."""

    zh = "规则 {rule} 的阈值 {name} 没有出现在条件中。"


class ThresholdOutOfRange(Invalid):
    """The threshold {name} of rule {rule} must lie between {low} and {high}; {value} does not."""

    zh = "规则 {rule} 的阈值 {name} 应在 {low} 与 {high} 之间；{value} 不符合。"


class ThresholdNotANumber(Invalid):
    """The threshold {name} of rule {rule} must be a plain number of at most {digits} digits; {value} is not."""

    zh = "规则 {rule} 的阈值 {name} 应为不超过 {digits} 位的数字；{value} 不符合。"


class ThresholdNotWhole(Invalid):
    """The threshold {name} of rule {rule} must be a whole number; {value} is not."""

    zh = "规则 {rule} 的阈值 {name} 应为整数；{value} 不符合。"


class UnknownThreshold(NotFound):
    """Rule {rule} has no threshold {name}."""

    zh = "规则 {rule} 没有名为 {name} 的阈值。"


class UnknownRule(NotFound):
    """There is no rule {rule}."""

    zh = "没有规则 {rule}。"
