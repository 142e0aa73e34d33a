"""`kedun policy upgrade`: shipped versions that came with an upgrade of kedun; they wait to be proposed as a change."""

import json
from typing import Annotated

import typer

from kedun.cli.people import person_called
from kedun.cli.session import choices, opened, say
from kedun.kernel.words import Words

Maker = Annotated[str, typer.Option("--as", metavar="EMAIL", help="提议人邮箱 · Who proposes it, by mail address.")]
AsJson = Annotated[bool, typer.Option("--json", help="输出 JSON · Print JSON.")]
NONE = Words("没有待处理的随附新版本。", "No new shipped version waits.")
TITLE = Words("采用随附的新版策略", "Take the new shipped versions")
KEPT = Words("保留你们的取值，不采用随附的：{line}", "Stays as you have it, not as shipped: {line}")
MADE = Words("已存为变更草稿 {change}，提交审批后生效。", "Kept as the draft change {change}; submit it for approval.")


def upgrade(email: Maker = "", as_json: AsJson = False) -> None:
    """List shipped versions that are not in force, with what they would change; with --as, begin a change with them."""
    with opened():
        from kedun.definitions.upgrade import actions
        from kedun.definitions.upgrade.queries import offers
        from kedun.kernel.clock import clock
        from kedun.pipeline.starter import load_definitions

        load_definitions(clock())
        found = offers()
        person = person_called(email, operation="propose_policy_upgrade") if email else None
        made = (
            actions.propose(person=person, title=say(TITLE)) if person and any(each.lines for each in found) else None
        )
    if as_json:
        rows = [
            {
                "kind": each.offer.kind,
                "lines": [{"zh": line.zh, "en": line.en} for line in each.lines],
                "kept": [{"zh": line.zh, "en": line.en} for line in each.kept],
            }
            for each in found
        ]
        typer.echo(json.dumps({"format": 1, "offered": rows, "change": made.pk if made else None}, ensure_ascii=False))
        return
    for each in found:
        kept = [KEPT.say(choices().language, line=say(line)) for line in each.kept]
        typer.echo("\n".join([f"{each.offer.kind}.yaml", *(f"  {line}" for line in [*map(say, each.lines), *kept])]))
    typer.echo(
        MADE.say(choices().language, change=made.pk) if made else "" if found else say(NONE), nl=bool(made or not found)
    )
