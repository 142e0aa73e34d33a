"""`kedun audit verify`: whether the audit trail is still what was written."""

import json
from typing import Annotated

import typer

from kedun.cli.session import choices, opened, say
from kedun.kernel.refusals import Conflict
from kedun.kernel.words import Words

HOLDS = Words(
    "审计记录完整：已核对 {links} 条，与 {anchors} 个外部锚点一致；另有 {unlinked} 条尚待入链。",
    "The audit trail holds: {links} rows checked, {anchors} anchors agree; {unlinked} rows wait to be linked.",
)
FAULTS = {
    "row_changed": Words("内容被改动", "a row was changed"),
    "row_gone": Words("记录被删除", "a row was taken away"),
    "link_gone": Words("链条缺失", "a link is missing"),
    "anchor_differs": Words("与外部锚点不符", "an anchor says otherwise"),
}


class AuditBroken(Conflict):
    """The audit trail was tampered with: {what}, at link {position}. Compare with a backup from before."""

    zh = "审计记录被篡改：{what}，位置 {position}。请与此前的备份比对。"


def register(app: typer.Typer) -> None:
    """Add this topic's commands."""
    audit = typer.Typer(no_args_is_help=True, help="审计记录 · The audit trail.")
    audit.command("verify", help="核对审计记录是否完整 · Check that the audit trail is what was written.")(verify)
    app.add_typer(audit, name="audit")


def verify(as_json: Annotated[bool, typer.Option("--json", help="输出 JSON · Print JSON.")] = False) -> None:
    """Walk the chain of hashes and compare it with the anchors in the data folder."""
    with opened():
        from kedun.accounts.chain.actions import check

        found = check(choices().data)
    if found.fault:
        raise AuditBroken(what=say(FAULTS[found.fault]), position=found.position or 0)
    counts = {"links": found.links, "anchors": found.anchors, "unlinked": found.unlinked}
    typer.echo(
        json.dumps({"format": 1, "holds": True, **counts}) if as_json else HOLDS.say(choices().language, **counts)
    )
