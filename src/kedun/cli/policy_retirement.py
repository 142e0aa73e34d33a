"""`kedun policy retired | retire | bring-back`: definitions that ended, are to end, or are to come back."""

import json
from typing import Annotated

import typer

from kedun.cli.arguments import parse_day
from kedun.cli.people import person_called
from kedun.cli.session import choices, opened, say
from kedun.kernel.words import Words

Kind = Annotated[str, typer.Argument(metavar="KIND", help="定义种类，如 rules · The kind, such as rules.")]
Where = Annotated[
    str, typer.Argument(metavar="PLACE", help="位置，如 rules.lawsuit · Where it stands, such as rules.lawsuit.")
]
Maker = Annotated[str, typer.Option("--as", metavar="EMAIL", help="发起人邮箱 · Who asks, by mail address.")]
Why = Annotated[str, typer.Option("--reason", help="变更原因 · Why.")]
From = Annotated[str, typer.Option("--live-from", metavar="DAY", help="生效日 · The first day.")]
Confirmed = Annotated[bool, typer.Option("--confirm", help="存疑属有意 · The doubts it brings are meant.")]
AsJson = Annotated[bool, typer.Option("--json", help="输出 JSON · Print JSON.")]
RETIRED = Words(
    "{place}  {name}：{day} 起停用（第 {version} 版，{by}）：{reason}",
    "{place}  {name}: retired from {day} on (version {version}, {by}): {reason}",
)
NONE = Words("没有停用的定义。", "Nothing is retired.")
ASKED = Words("变更 {change} 已提交审批 {request}。", "Change {change} waits for approval {request}.")


def add_to(policy: typer.Typer) -> None:
    """Add these commands to those of the policy."""
    policy.command("retired", help="列出已停用的定义 · List what is retired.")(retired)
    policy.command("retire", help="停用一项定义 · Ask for agreement to retire a definition.")(retire)
    policy.command("bring-back", help="恢复已停用的定义 · Ask for agreement to bring one back.")(bring_back)


def retired(as_json: AsJson = False) -> None:
    """List what is retired of all kinds, and what will be."""
    with opened():
        from kedun.accounts.queries import actor_names
        from kedun.definitions.diff_words import PLACES
        from kedun.definitions.retirement import queries
        from kedun.kernel.clock import clock, today
        from kedun.kernel.days import to_date

        found = [(kind, each) for kind in PLACES for each in queries.retired(kind, today(clock()))]
        people = actor_names({each.version.author for _, each in found})
    rows = [
        {
            "kind": kind,
            "place": ".".join(each.place),
            "label": {"zh": each.named.zh, "en": each.named.en},
            "live_from": to_date(each.version.live_from or 0).isoformat(),
            "is_to_come": each.is_to_come,
            "version": each.version.version,
            "last_version": each.last,
            "by": people.get(each.version.author, each.version.author),
            "reason": each.version.reason,
        }
        for kind, each in found
    ]
    if as_json:
        typer.echo(json.dumps({"format": 1, "retired": rows}, ensure_ascii=False))
        return
    for row, (_, each) in zip(rows, found, strict=True):
        told = {key: str(row[key]) for key in ("place", "version", "by", "reason")}
        typer.echo(RETIRED.say(choices().language, **told, name=say(each.named), day=str(row["live_from"])))
    if not rows:
        typer.echo(say(NONE))


def retire(
    kind: Kind,
    place: Where,
    email: Maker,
    reason: Why,
    live_from: From = "",
    confirmed: Confirmed = False,
    as_json: AsJson = False,
) -> None:
    """Leave a definition out from a day on, once others agree to it."""
    _ask("retire_definition", kind, place, (email, reason, live_from), confirmed=confirmed, as_json=as_json)


def bring_back(
    kind: Kind,
    place: Where,
    email: Maker,
    reason: Why,
    live_from: From = "",
    confirmed: Confirmed = False,
    as_json: AsJson = False,
) -> None:
    """Put a retired definition back from a day on, once others agree to it."""
    _ask("bring_back_definition", kind, place, (email, reason, live_from), confirmed=confirmed, as_json=as_json)


def _ask(operation: str, kind: str, place: str, asked: tuple[str, str, str], *, confirmed: bool, as_json: bool) -> None:
    email, reason, live_from = asked
    with opened():
        from django.db import transaction

        from kedun.definitions.changes.actions import LONGEST_TITLE, submit
        from kedun.definitions.retirement import actions

        person = person_called(email, operation=operation)
        act = actions.retire if operation == "retire_definition" else actions.bring_back
        with transaction.atomic():
            begun = act(kind, tuple(place.split(".")), person=person, title=reason[:LONGEST_TITLE])
            day = parse_day(live_from) if live_from else None
            made = submit(begun.pk, person=person, reason=reason, live_from=day, confirmed=confirmed)
    if as_json:
        typer.echo(json.dumps({"format": 1, "change": made.pk, "approval": made.request_id}))
    else:
        typer.echo(ASKED.say(choices().language, change=made.pk, request=made.request_id or 0))
