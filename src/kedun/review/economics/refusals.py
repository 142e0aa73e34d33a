"""Why the economics of alerts are not told."""

from kedun.kernel.refusals import Invalid


class AlertPeriodNotPossible(Invalid):
    """Choose a period of 1 to {most} days, its first day not after its last."""

    zh = "请选择 1 至 {most} 天的期间，且起始日不晚于结束日。"


class TooManyAlerts(Invalid):
    """More than {most} alerts opened in this period. Choose a shorter one."""

    zh = "该期间的预警超过 {most} 条，请缩短期间。"
