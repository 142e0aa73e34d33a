"""The life of a delivery."""

from collections.abc import Mapping
from typing import Literal, get_args

from kedun.kernel.words import Words

State = Literal["waiting", "held", "sent", "gathered", "dead", "quiet"]
STATES: tuple[State, ...] = get_args(State)

OVER: tuple[State, ...] = ("sent", "gathered", "dead", "quiet")
"""Nothing is done about these any more, unless an administrator tries a dead one anew."""

STATE_WORDS: Mapping[State, Words] = {
    "waiting": Words(zh="待发送", en="waiting"),
    "held": Words(zh="等待汇总", en="held for the digest"),
    "sent": Words(zh="已发送", en="sent"),
    "gathered": Words(zh="已汇总", en="told in a digest"),
    "dead": Words(zh="发送失败", en="could not be sent"),
    "quiet": Words(zh="仅站内", en="shown here only"),
}
"""`held` waits for the morning's digest, `gathered` stands in one, `quiet` is shown in the application only."""
