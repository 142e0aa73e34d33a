"""What choosing rules refuses."""

from kedun.kernel.refusals import Forbidden, Invalid


class ChoiceReasonMissing(Invalid):
    """Say why the rules are changed, in at most {most} characters."""

    zh = "请说明更改规则的原因，不超过 {most} 个字。"


class TooManyDecimals(Invalid):
    """The amount {value} has more decimals than {currency} has."""

    zh = "金额 {value} 的小数位数超过了 {currency} 的精度。"


class ChoiceNeedsPerson(Forbidden):
    """Rules are chosen by a person here, since somebody else must agree to the choice."""

    zh = "此处的规则选择须由人员本人提出，因为须经他人审批。"
