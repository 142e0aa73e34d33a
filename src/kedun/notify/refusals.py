"""What notify refuses."""

from kedun.kernel.refusals import Conflict, NotFound


class DeliveryNotFound(NotFound):
    """There is no delivery {delivery_id}, or you may not see it."""

    zh = "不存在通知 {delivery_id}，或您无权查看。"


class NotDead(Conflict):
    """Delivery {delivery_id} has not failed for good; there is nothing to try again."""

    zh = "通知 {delivery_id} 并未最终失败，无需重试。"
