"""The states of a change set, with their words."""

from collections.abc import Mapping
from typing import Final, Literal, get_args

from kedun.kernel.words import Words

State = Literal["draft", "submitted", "published", "refused", "withdrawn", "outdated", "cancelled"]
STATES: Final[tuple[State, ...]] = get_args(State)
STATE_WORDS: Final[Mapping[State, Words]] = {
    "draft": Words("草稿", "draft"),
    "submitted": Words("待审批", "waiting for approval"),
    "published": Words("已发布", "published"),
    "refused": Words("未通过", "refused"),
    "withdrawn": Words("已撤回", "withdrawn"),
    "outdated": Words("已过时", "outdated"),
    "cancelled": Words("已取消", "cancelled"),
}
EDITABLE: Final[frozenset[str]] = frozenset({"draft", "refused", "withdrawn", "outdated"})
"""In these, drafts may be changed; what is changed is a draft again."""
