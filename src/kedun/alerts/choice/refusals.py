"""What choosing rules refuses."""

from kedun.kernel.refusals import Invalid


class ChoiceReasonMissing(Invalid):
    """Say why the rules are changed, in at most {most} characters."""

    zh = "请说明更改规则的原因，不超过 {most} 个字。"


class TooManyDecimals(Invalid):
    """The amount {value} has more decimals than {currency} has."""

    zh = "金额 {value} 的小数位数超过了 {currency} 的精度。"
