"""What alerts refuses."""

from kedun.alerts.states import MOVE_WORDS, PERSONS_MOVES, STATE_WORDS, STATES
from kedun.kernel.refusals import Conflict, Invalid, NotFound
from kedun.kernel.words import Language


class AlertNotFound(NotFound):
    """There is no alert {alert_id}, or you may not see it."""

    zh = "不存在预警 {alert_id}，或您无权查看。"


class IllegalMove(Conflict):
    """Alert {alert_id} is {state}: "{move}" is not possible. Possible now: {allowed}."""

    zh = "预警 {alert_id} 当前状态为“{state}”，不能执行“{move}”。现在可以：{allowed}。"

    def say(self, language: Language) -> str:
        """Give the text with state and moves in words."""

        def move(code: str) -> str:
            return MOVE_WORDS[code].say(language) if code in PERSONS_MOVES else code

        state, named = str(self.params["state"]), str(self.params["allowed"])
        said = {
            "alert_id": self.params["alert_id"],
            "state": STATE_WORDS[state].say(language) if state in STATES else state,
            "move": move(str(self.params["move"])),
            "allowed": ("、" if language == "zh" else ", ").join(move(code) for code in named.split(", ")),
        }
        return self.words().say(language, **said)


class AlertChangedMeanwhile(Conflict):
    """Alert {alert_id} was changed meanwhile (you saw revision {seen}, it is at {present}). Look again, then repeat."""

    zh = "预警 {alert_id} 已被更改（您看到的是第 {seen} 次修订，现在是第 {present} 次）。请刷新后重试。"


class NewerAlertExists(Conflict):
    """Alert {alert_id} cannot be opened again: there is a newer one of the same rule and customer, {newest_id}."""

    zh = "预警 {alert_id} 不能重新打开：同一规则和客户已有更新的预警 {newest_id}。"


class BadSnoozeEnd(Invalid):
    """A snooze ends after today and within {most_days} days; {until} does not."""

    zh = "暂停的结束日必须在今天之后、{most_days} 天之内；{until} 不符合。"


class UnknownClosingReason(Invalid):
    """The reason "{reason}" is not known. The reasons are: {known}."""

    zh = "“{reason}”不是有效的处理原因。可选：{known}。"


class ClosingNoteMissing(Invalid):
    """Say in a note how the alert was resolved, in at most {most} characters."""

    zh = "请填写处理说明，不超过 {most} 个字。"


class BadOwner(Invalid):
    """An owner's name has 1 to {most} characters."""

    zh = "负责人名称应为 1 到 {most} 个字。"


class NobodyToLookAfter(Invalid):
    """Person {person} cannot look after alert {alert_id}: they left, or do not answer for its customer."""

    zh = "人员 {person} 不能处理预警 {alert_id}：已停用，或不负责该客户。"


class MoveIncomplete(Invalid):
    """To {move}, state {field} too."""

    zh = "“{move}”需要填写“{field}”。"
