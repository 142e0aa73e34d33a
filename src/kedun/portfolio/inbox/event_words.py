"""What happened to an alert, in words."""

from collections.abc import Callable, Mapping

from kedun.alerts.shown import EventRecord
from kedun.alerts.states import CLOSING_WORDS
from kedun.kernel.hashing import Json
from kedun.kernel.words import Language, Words

_HAPPENED: Mapping[str, Words] = {
    "opened": Words("预警开启", "The alert opened"),
    "updated": Words("条件仍然成立，依据有更新", "Still so, with new evidence"),
    "woken": Words("暂停到期，重新待处理", "The snooze ended; open again"),
    "cleared": Words("条件不再成立，预警解除", "The condition no longer holds; cleared"),
    "was_clear": Words("处理之后，条件曾不再成立", "After it was resolved, the condition held no longer for a while"),
    "withdrawn": Words("{reason}，预警关闭", "Closed: {reason}"),
    "acknowledged": Words("{actor} 确认了预警", "{actor} took note of it"),
    "snoozed": Words("{actor} 暂停至 {until}", "{actor} let it rest until {until}"),
    "resolved": Words("{actor} 处理完毕（{reason}）：{note}", "{actor} resolved it ({reason}): {note}"),
    "reopened": Words("{actor} 重新打开了预警", "{actor} opened it again"),
    "assigned": Words("{actor} 指派给 {owner}", "{actor} gave it to {owner}"),
}
_UNASSIGNED = Words("{actor} 取消了指派", "{actor} took it from its owner")


def event_words(event: EventRecord, named: Callable[[str], str], language: Language) -> str:
    """Say one event; `named` gives what an actor is called."""
    params: Mapping[str, Json] = event.params if isinstance(event.params, Mapping) else {}
    owner, reason = params.get("owner"), str(params.get("reason", ""))
    words = _UNASSIGNED if event.what == "assigned" and not owner else _HAPPENED.get(event.what)
    if words is None:
        return event.what
    known = CLOSING_WORDS.get(reason)
    return words.say(
        language,
        actor=named(event.actor),
        reason=known.say(language) if known else reason,
        note=str(params.get("note", "")),
        until=str(params.get("until", "")),
        owner=named(str(owner)) if owner else "",
    )
