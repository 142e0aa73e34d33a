"""Why an approval is refused."""

from kedun.kernel.refusals import Conflict, Forbidden, Invalid, NotFound


class ApprovalMissing(NotFound):
    """There is no request {number}, or you may not see it."""

    zh = "没有编号为 {number} 的审批申请，或您无权查看。"


class OwnRequest(Forbidden):
    """You made this request, or stand in for whoever did; somebody else must decide."""

    zh = "该申请由您（或您所代理的人）提出，须由他人审批。"


class NotYourDecision(Forbidden):
    """The request is not for you to decide: it waits for {roles}."""

    zh = "该申请不由您审批：待{roles}审批。"


class AlreadyDecided(Conflict):
    """The request was decided or withdrawn meanwhile."""

    zh = "该申请已被处理或撤回。"


class VotedAlready(Conflict):
    """You have voted on this request already."""

    zh = "您已对该申请表决。"


class ShownChanged(Conflict):
    """What you looked at is not what is asked for now. Open the request again, then decide."""

    zh = "您看到的内容与当前申请不一致，请重新打开后再审批。"


class RefusalNeedsNote(Invalid):
    """Say why you refuse, in at most {most} characters."""

    zh = "拒绝时请说明理由（最多 {most} 字）。"


class ReasonMissing(Invalid):
    """Say why, in at most {most} characters."""

    zh = "请填写原因（最多 {most} 字）。"


class NobodyToDecide(Conflict):
    """Nobody but you could decide this: it needs {roles}. Add such a person, or change the table of authority."""

    zh = "除您之外没有人可以审批：需要{roles}。请添加人员或修改审批权限表。"


class WaitingAlready(Conflict):
    """A request about this waits already (number {number}). Decide or withdraw it first."""

    zh = "已有一项相同事项的申请待审批（编号 {number}），请先处理或撤回。"


class NotYourRequest(Forbidden):
    """Only whoever made a request may withdraw it."""

    zh = "只有申请人可以撤回申请。"


class NoSuchDeputy(NotFound):
    """There is no such deputy."""

    zh = "没有该代理记录。"


class BadDeputy(Invalid):
    """A deputy is another active person, from a day to the same or a later one, at most {most} days."""

    zh = "代理人须是另一位在职人员，起止日期须有效且不超过 {most} 天。"
