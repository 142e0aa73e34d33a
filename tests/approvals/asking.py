"""A request for the tests: something that legal and the CEO must both agree to."""

from kedun.accounts.models import Person
from kedun.accounts.roles import Role
from kedun.approvals import actions
from kedun.approvals.actions import Asked, Ballot
from kedun.approvals.authority import Mode, Needs, Verdict
from kedun.approvals.models import Request
from kedun.kernel.hashing import Json

SHOWN: dict[str, Json] = {
    "title": {"zh": "起诉甲公司", "en": "Sue A"},
    "lines": [{"zh": "欠款 100 万元", "en": "Owes CNY 1,000,000"}],
}


def asked(maker: Person, *roles: Role, mode: Mode = "all", subject: str = "customer:C1") -> Request:
    """Make a request and give it."""
    needs = Needs(mode, roles or ("legal", "ceo"))
    number = actions.ask(Asked("litigation", subject, SHOWN, "长期拖欠"), needs, maker=maker)
    return Request.objects.get(pk=number)


def ballot(request: Request, verdict: Verdict = "approve", **more: object) -> Ballot:
    """A vote on what is shown."""
    return Ballot(verdict, request.shown_hash, **({"note": "不同意"} if verdict == "refuse" else {}), **more)  # type: ignore[arg-type]
