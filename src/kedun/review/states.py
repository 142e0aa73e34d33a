"""The states of a back-test, with their words."""

from collections.abc import Mapping
from typing import Final, Literal, get_args

from kedun.kernel.words import Words

State = Literal["waiting", "running", "cancelling", "done", "failed", "cancelled"]
STATES: Final[tuple[State, ...]] = get_args(State)
UNFINISHED: Final[frozenset[State]] = frozenset({"waiting", "running", "cancelling"})
STATE_WORDS: Final[Mapping[State, Words]] = {
    "waiting": Words("等待运行", "waiting"),
    "running": Words("运行中", "running"),
    "cancelling": Words("正在取消", "being cancelled"),
    "done": Words("已完成", "done"),
    "failed": Words("失败", "failed"),
    "cancelled": Words("已取消", "cancelled"),
}
