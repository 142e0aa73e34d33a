"""The states of a request, with their words."""

from collections.abc import Mapping
from typing import Final, Literal

from kedun.kernel.words import Words

State = Literal["waiting", "approved", "refused", "withdrawn"]
STATE_WORDS: Final[Mapping[State, Words]] = {
    "waiting": Words("待审批", "waiting"),
    "approved": Words("已批准", "approved"),
    "refused": Words("已拒绝", "refused"),
    "withdrawn": Words("已撤回", "withdrawn"),
}
