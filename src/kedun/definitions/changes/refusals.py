"""Why a change of the policy is refused."""

from collections.abc import Sequence

from kedun.accounts.refusals import FieldError
from kedun.kernel.refusals import Conflict, Forbidden, Invalid, NotFound
from kedun.kernel.words import Language


class ChangeMissing(NotFound):
    """There is no change with the number {number}."""

    zh = "没有编号为 {number} 的变更。"


class NotYourChange(Forbidden):
    """Only whoever began a change may edit, submit or withdraw it; comment on it, or begin one of your own."""

    zh = "只有变更的发起人可以编辑、提交或撤回。您可以评论，或另行发起变更。"


class OthersDecide(Forbidden):
    """Others are there to agree, so nothing is in force without them; submit the change for approval."""

    zh = "还有其他人员可以审批，不能自行生效，请提交审批。"


class NotEditable(Conflict):
    """The change waits for approval or is published; withdraw it first, or begin another."""

    zh = "该变更正在审批或已发布，请先撤回，或另行发起。"


class ChangeEditedMeanwhile(Conflict):
    """The change was edited meanwhile (you saw {seen}, it is at {present}). Look again, then repeat."""

    zh = "该变更已被编辑（您看到的是第 {seen} 次，现为第 {present} 次）。请刷新后重试。"


class NothingChanges(Invalid):
    """The change says the same as what is in force; there is nothing to approve. Comments and layout alone are not kept."""

    zh = "该变更与现行内容相同，无需审批。仅注释或排版的改动不会保留。"


class LaterVersionWaits(Conflict):
    """Version {version} of {kind} is agreed to and comes into force on {day}. Begin on that day or later from its text, or cancel it first."""

    zh = "{kind} 第 {version} 版已获同意，将于 {day} 生效。请以该版为基础并从当日或之后生效，或先取消该版。"


class NothingToCancel(Conflict):
    """Only what was agreed to and is not in force yet can be cancelled; what is in force is changed by another change."""

    zh = "只能取消已获同意但尚未生效的变更；已生效的内容请另行发起变更。"


class NotAsAgreed(Conflict):
    """The texts or the day are not those that others agreed to. Submit the change again."""

    zh = "文本或生效日与已获同意的不一致，请重新提交。"


class BreaksLater(Conflict):
    """From {day} on, when another version comes into force, the policy would not work with this change."""

    zh = "从 {day} 起（另一版本生效后），策略将因该变更而无法工作。"


def _listed(fields: Sequence[FieldError], language: Language) -> str:
    return ("；" if language == "zh" else "; ").join(each.words.say(language) for each in fields)


class ChangeHasFaults(Invalid):
    """The change brings {count} {count:fault|faults} with it, which must be mended first."""

    zh = "该变更带来 {count} 处错误，须先改正。"

    def __init__(self, fields: Sequence[FieldError]) -> None:
        super().__init__(count=len(fields))
        self.fields = tuple(fields)

    def say(self, language: Language) -> str:
        """Give the text a person reads, with what was found."""
        return f"{super().say(language)} {_listed(self.fields, language)}"


class DoubtsUnconfirmed(Conflict):
    """The change brings {count} {count:doubt|doubts} with it. Mend them, or confirm that they are meant."""

    zh = "该变更带来 {count} 处存疑，请改正，或确认属有意。"

    def __init__(self, fields: Sequence[FieldError]) -> None:
        super().__init__(count=len(fields))
        self.fields = tuple(fields)

    def say(self, language: Language) -> str:
        """Give the text a person reads, with what was found."""
        return f"{super().say(language)} {_listed(self.fields, language)}"


class TitleMissing(Invalid):
    """Give the change a title of at most {most} characters."""

    zh = "请填写变更标题（最多 {most} 字）。"


class CommentMissing(Invalid):
    """Write a comment of at most {most} characters."""

    zh = "请填写评论（最多 {most} 字）。"


class DayPassed(Invalid):
    """The change cannot be in force from {day}: that day has passed, or lies more than {most} days ahead."""

    zh = "生效日 {day} 已过，或超过 {most} 天之后。"


class DraftMissing(NotFound):
    """The change has no draft of {kind}."""

    zh = "该变更中没有 {kind} 的草稿。"


class TooManyDrafts(Invalid):
    """A change holds at most {most} drafts."""

    zh = "一次变更最多包含 {most} 份草稿。"
