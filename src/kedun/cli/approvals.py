"""`kedun approvals`: what waits for agreement, and agreeing on the shell; never to one's own request."""

import json
from typing import Annotated

import typer

from kedun.approvals.authority import Verdict
from kedun.approvals.states import STATE_WORDS
from kedun.cli.people import person_called
from kedun.cli.session import choices, opened, say
from kedun.kernel.words import Words

Number = Annotated[int, typer.Argument(metavar="NUMBER", help="审批编号 · The number of the request.")]
Voter = Annotated[str, typer.Option("--as", metavar="EMAIL", help="审批人邮箱 · Who votes, by mail address.")]
Note = Annotated[str, typer.Option("--note", help="说明 · A note.")]
AsJson = Annotated[bool, typer.Option("--json", help="输出 JSON · Print JSON.")]
NOTHING = Words("没有待审批的申请。", "Nothing waits for approval.")


def register(app: typer.Typer) -> None:
    """Add this topic's commands."""
    approvals = typer.Typer(no_args_is_help=True, help="审批：查看、同意、拒绝 · Approvals: see, agree, refuse.")
    approvals.command("list", help="列出待审批的申请 · List what waits.")(listed)
    approvals.command("agree", help="同意 · Agree to a request.")(agree)
    approvals.command("refuse", help="拒绝 · Refuse a request.")(refuse)
    app.add_typer(approvals, name="approvals")


def listed(as_json: AsJson = False) -> None:
    """List what waits, with everything that is asked for."""
    with opened():
        from kedun.approvals.models import Request

        waiting = list(Request.objects.filter(state="waiting").select_related("maker").order_by("pk"))
    if as_json:
        entries = [
            {
                "id": each.pk,
                "title": each.shown["title"],
                "lines": each.shown.get("lines", []),
                "maker": each.maker.email,
                "reason": each.reason,
            }
            for each in waiting
        ]
        typer.echo(json.dumps({"format": 1, "approvals": entries}, ensure_ascii=False))
        return
    spoken = choices().language
    for request in waiting:
        typer.echo(f"{request.pk}  {request.shown['title'][spoken]}  ({request.maker.email})  {request.reason}")
        for line in request.shown.get("lines", ()):
            typer.echo(f"    {line[spoken]}")
    if not waiting:
        typer.echo(say(NOTHING))


def agree(number: Number, email: Voter, note: Note = "", as_json: AsJson = False) -> None:
    """Agree to a request."""
    _vote(number, email, "approve", note, as_json=as_json)


def refuse(number: Number, email: Voter, note: Note, as_json: AsJson = False) -> None:
    """Refuse a request, with a reason."""
    _vote(number, email, "refuse", note, as_json=as_json)


def _vote(number: int, email: str, verdict: Verdict, note: str, *, as_json: bool) -> None:
    with opened():
        from kedun.approvals.actions import Ballot, vote
        from kedun.approvals.models import Request
        from kedun.approvals.refusals import ApprovalMissing
        from kedun.kernel.clock import clock
        from kedun.pipeline.decisions import follow_decisions

        person = person_called(email, operation="vote")
        request = Request.objects.filter(pk=number).first()
        if request is None:
            raise ApprovalMissing(number=number)
        state = vote(number, Ballot(verdict, request.shown_hash, note), person=person, via="shell")
        follow_decisions(clock=clock())
    typer.echo(json.dumps({"format": 1, "approval": number, "state": state}) if as_json else say(STATE_WORDS[state]))
