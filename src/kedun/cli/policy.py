"""`kedun policy`: the whole policy as text that people read and keep in git; what comes back waits for agreement."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from kedun.cli.arguments import parse_day
from kedun.cli.people import person_called
from kedun.cli.policy_retirement import add_to
from kedun.cli.policy_upgrade import upgrade
from kedun.cli.session import choices, opened, say
from kedun.kernel.refusals import Invalid
from kedun.kernel.words import Words

if TYPE_CHECKING:
    from kedun.definitions.changes.states import State
    from kedun.definitions.models import ChangeSet
    from kedun.definitions.starter import Draft
    from kedun.review.linter.findings import Finding

Folder = Annotated[Path, typer.Argument(metavar="DIR", help="文件夹 · The folder.")]
AsJson = Annotated[bool, typer.Option("--json", help="输出 JSON · Print JSON.")]
WRITTEN = Words("已写出 {count} 份文件到 {folder}。", "Wrote {count} {count:file|files} to {folder}.")
SAME = Words("没有变化。", "Nothing changes.")
VERSION = Words("{kind} 第 {version} 版（对比第 {before} 版）：", "{kind} version {version} against version {before}:")
CHANGE = Words("变更 {change}“{title}”（{state}）将改变：", "Change {change} “{title}” ({state}) would change:")
SUBMITTED = Words("变更 {change} 已提交审批 {request}：", "Change {change} waits for approval {request}:")
DRAFTED = Words("变更 {change} 已存为草稿：", "Change {change} is kept as a draft:")
WAITS = Words(
    "方案已作为变更 {change} 提交审批 {request}。", "The pack is change {change} and waits for approval {request}."
)
ALONE = Words("方案已生效（变更 {change}）。", "The pack is in force (change {change}).")
CANCELLED = Words("已取消，该变更不会生效。", "Cancelled: the change will not come into force.")
IN_FORCE = Words("现行策略与此方案相同。", "The policy in force is as in this pack.")
CHANGES = Words("与现行策略相比有 {count} 处不同。", "{count} {count:difference|differences} to the policy in force.")
GRAVITY = {"fault": Words("错误", "Fault"), "doubt": Words("存疑", "Doubt")}
FITS = Words(
    "检查通过：{count} 份文件可以一起生效。", "The check passes: {count} {count:document fits|documents work together}."
)


class StrangeFileInFolder(Invalid):
    """{folder} holds {file}, which is no definition. Name an empty folder, or one that was exported to before."""

    zh = "{folder} 中有 {file}，它不是策略定义。请指定空文件夹，或此前导出的文件夹。"


def register(app: typer.Typer) -> None:
    """Add this topic's commands."""
    policy = typer.Typer(
        no_args_is_help=True, help="策略：导出、比较、检查、导入 · The policy as text: export, compare, check, import."
    )
    policy.command("export", help="导出现行策略 · Write what is in force as YAML.")(export)
    policy.command("schemas", help="写出定义的 JSON Schema · Write the JSON Schemas of definitions.")(schemas)
    policy.command("diff", help="比较策略 · Say what a folder or a change would change, or what changed last.")(diff)
    policy.command("check", help="检查策略文件 · Check that a folder's documents work together.")(check)
    policy.command("import", help="导入并提交审批 · Ask for agreement to what a folder changes.")(bring_in)
    policy.command("cancel", help="在生效日前取消变更 · Take an agreed change back before its day.")(cancel)
    policy.command("pack", help="列出或采用方案 · List the packs, or take one.")(pack)
    add_to(policy)
    policy.command("upgrade", help="随升级提供的新版策略 · List or propose new shipped versions.")(upgrade)
    app.add_typer(policy, name="policy")


def export(folder: Folder, as_json: AsJson = False) -> None:
    """Write every document in force as a file of its own, byte by byte as it is kept."""
    with opened():
        texts = _in_force()
    folder.mkdir(parents=True, exist_ok=True)
    known = {*texts, *(f"{kind}.schema" for kind in texts)}
    strange = sorted(each.name for each in folder.iterdir() if not each.name.startswith(".") and each.stem not in known)
    if strange:
        raise StrangeFileInFolder(folder=str(folder), file=strange[0])
    for kind, text in texts.items():
        (folder / f"{kind}.yaml").write_bytes(text.encode())
    _tell_written(folder, len(texts), as_json=as_json)


def schemas(folder: Folder, as_json: AsJson = False) -> None:
    """Write a JSON Schema for every kind of definition, for editors that check and complete while one writes."""
    from kedun.portfolio.shapes.written import FILE, SHAPES, schema_of

    folder.mkdir(parents=True, exist_ok=True)
    for kind in SHAPES:
        text = json.dumps(schema_of(kind), ensure_ascii=False, indent=2)
        (folder / FILE.format(kind=kind)).write_text(text + "\n", encoding="utf-8")
    _tell_written(folder, len(SHAPES), as_json=as_json)


def _tell_written(folder: Path, count: int, *, as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps({"format": 1, "folder": str(folder), "files": count}, ensure_ascii=False))
    else:
        typer.echo(WRITTEN.say(choices().language, count=count, folder=str(folder)))


def diff(
    folder: Annotated[Path | None, typer.Argument(metavar="[DIR]", help="文件夹 · The folder.")] = None,
    change: Annotated[int | None, typer.Option("--change", help="策略变更编号 · The number of a change.")] = None,
    as_json: AsJson = False,
) -> None:
    """Say what a folder, or a change, would change in what is in force, item by item.

    Without either: what every document in force changed against its version before, and what every open change would.
    """
    if folder is not None and change is not None:
        raise typer.BadParameter("DIR, --change", param_hint="--change")
    with opened():
        if folder is None and change is None:
            _tell_movement(as_json=as_json)
            return
        lines = _lines(_changed(folder)) if folder is not None else _lines_of_change(change or 0)
    if as_json:
        _print_changed(lines)
        return
    typer.echo("\n".join(say(line) for line in lines) or say(SAME))


def _lines_of_change(number: int) -> list[Words]:
    from kedun.definitions.changes.queries import change_set, lines_of

    return lines_of(list(change_set(number).drafts.order_by("kind", "key")))


def _tell_movement(*, as_json: bool) -> None:
    """Say how what is in force came about, and what is on its way."""
    from kedun.definitions.changes.queries import in_force_against_before, lines_of, open_changes
    from kedun.definitions.changes.states import STATE_WORDS

    _in_force()
    versions, changes = (
        in_force_against_before(),
        [(each, lines_of(list(each.drafts.all()))) for each in open_changes()],
    )
    if as_json:
        document = {
            "format": 1,
            "in_force": [
                {"kind": each.kind, "version": each.version, "lines": _in_both(lines)} for each, lines in versions
            ],
            "changes": [
                {"id": each.pk, "title": each.title, "state": each.state, "lines": _in_both(lines)}
                for each, lines in changes
            ],
        }
        typer.echo(json.dumps(document, ensure_ascii=False))
        return
    spoken = choices().language
    said: list[tuple[str, list[Words]]] = [
        (VERSION.say(spoken, kind=each.kind, version=each.version, before=each.version - 1), lines)
        for each, lines in versions
    ]
    said += [
        (CHANGE.say(spoken, change=each.pk, title=each.title, state=say(STATE_WORDS[cast("State", each.state)])), lines)
        for each, lines in changes
    ]
    for heading, lines in said:
        typer.echo("\n".join([heading, *(f"  {say(line)}" for line in lines or [SAME])]))
    if not said:
        typer.echo(say(SAME))


def _in_both(lines: list[Words]) -> list[dict[str, str]]:
    return [{"zh": each.zh, "en": each.en} for each in lines]


def check(
    folder: Annotated[Path | None, typer.Argument(metavar="[DIR]", help="文件夹 · The folder.")] = None,
    as_json: AsJson = False,
) -> None:
    """Check that a folder's documents work together with what is in force, and say what may be wrong with them.

    Without a folder, look at what is in force. Faults end with exit code 1, doubts do not.
    """
    with opened():
        from kedun.definitions import checks
        from kedun.definitions.changes.actions import read
        from kedun.definitions.starter import read_folder
        from kedun.kernel.clock import clock, today
        from kedun.review.linter.queries import findings_of

        in_force, on = _in_force(), today(clock())
        texts = read_folder(folder) if folder else []
        changed = read(texts)
        checks.run(changed, on)
        found = findings_of(changed, on)
    if as_json:
        typer.echo(json.dumps({"format": 1, "findings": [_as_json(each) for each in found]}, ensure_ascii=False))
    else:
        typer.echo(FITS.say(choices().language, count=len(texts) or len(in_force)))
        for each in found:
            typer.echo(f"{say(GRAVITY[each.gravity])} {each.kind}.yaml {each.place}: {say(each.problem())}")
            typer.echo(f"    {say(each.remedy())}")
    if any(each.gravity == "fault" for each in found):
        raise typer.Exit(1)


def _as_json(found: "Finding") -> dict[str, object]:
    problem, remedy = found.problem(), found.remedy()
    return {
        "gravity": found.gravity,
        "code": found.code,
        "kind": found.kind,
        "place": found.place,
        "problem": {"zh": problem.zh, "en": problem.en},
        "remedy": {"zh": remedy.zh, "en": remedy.en},
    }


def bring_in(
    folder: Folder,
    email: Annotated[str, typer.Option("--as", metavar="EMAIL", help="发起人邮箱 · Who asks, by mail address.")],
    reason: Annotated[str, typer.Option("--reason", help="变更原因 · Why.")],
    title: Annotated[str, typer.Option("--title", help="变更标题 · The title of the change.")] = "",
    only_draft: Annotated[bool, typer.Option("--draft", help="只存草稿 · Keep it as a draft.")] = False,
    live_from: Annotated[str, typer.Option("--live-from", metavar="DAY", help="生效日 · The first day.")] = "",
    confirmed: Annotated[bool, typer.Option("--confirm", help="存疑属有意 · The doubts it brings are meant.")] = False,
    as_json: AsJson = False,
) -> None:
    """Make drafts of what a folder changes, and ask for agreement to all of them at once."""
    with opened():
        from kedun.definitions.changes import actions

        person, changed = person_called(email, operation="submit_policy_change"), _changed(folder)
        lines = _lines(changed)
        if not lines:
            _tell_made(None, SAME, lines, as_json=as_json)
            return
        made = actions.bring_in(
            changed,
            person=person,
            title=title or reason,
            reason=None if only_draft else reason,
            live_from=parse_day(live_from) if live_from else None,
            confirmed=confirmed,
        )
        _tell_made(made, DRAFTED if only_draft else SUBMITTED, lines, as_json=as_json)


def cancel(
    change: Annotated[int, typer.Argument(metavar="CHANGE", help="策略变更编号 · The number of a change.")],
    email: Annotated[str, typer.Option("--as", metavar="EMAIL", help="取消人邮箱 · Who cancels, by mail address.")],
    reason: Annotated[str, typer.Option("--reason", help="取消原因 · Why.")],
    as_json: AsJson = False,
) -> None:
    """Take back a change that others agreed to and that waits for its day."""
    with opened():
        from kedun.definitions.changes import actions

        actions.cancel(change, person=person_called(email, operation="cancel_policy_change"), reason=reason)
    typer.echo(json.dumps({"format": 1, "change": change, "state": "cancelled"}) if as_json else say(CANCELLED))


def pack(
    key: Annotated[str | None, typer.Argument(metavar="[PACK]", help="方案 · The pack.")] = None,
    email: Annotated[str, typer.Option("--as", metavar="EMAIL", help="发起人邮箱 · Who asks, by mail address.")] = "",
    reason: Annotated[str, typer.Option("--reason", help="变更原因 · Why.")] = "",
    confirmed: Annotated[bool, typer.Option("--confirm", help="存疑属有意 · The doubts it brings are meant.")] = False,
    as_json: AsJson = False,
) -> None:
    """List the packs with what each would change; with a PACK, ask for agreement to its documents.

    Where nobody else is there to agree, the pack is in force at once.
    """
    with opened():
        from kedun.credit.packs.actions import take

        _in_force()
        if key is None:
            _list_packs(as_json=as_json)
            return
        done = take(key, person=person_called(email, operation="take_policy_pack"), reason=reason, confirmed=confirmed)
    told = {"format": 1, "change": done.change, "approval": done.approval, "is_in_force": done.is_in_force}
    words = SAME if done.change is None else ALONE if done.is_in_force else WAITS
    numbers = {"change": done.change or 0, "request": done.approval or 0}
    typer.echo(json.dumps(told) if as_json else words.say(choices().language, **numbers))


def _list_packs(*, as_json: bool) -> None:
    from kedun.credit.packs.queries import changed, packs

    found = [(each, _lines(changed(each))) for each in packs().values()]
    if as_json:
        rows = [
            {
                "key": each.key,
                "label": {"zh": each.pack.label.zh, "en": each.pack.label.en},
                "is_in_force": not lines,
                "changes": len(lines),
            }
            for each, lines in found
        ]
        typer.echo(json.dumps({"format": 1, "packs": rows}, ensure_ascii=False))
        return
    for each, lines in found:
        typer.echo(f"{each.key}  {say(each.pack.label.words())}")
        typer.echo(f"    {say(each.pack.about.words())}")
        typer.echo(f"    {say(IN_FORCE) if not lines else CHANGES.say(choices().language, count=len(lines))}")


def _tell_made(made: "ChangeSet | None", words: Words, lines: list[Words], *, as_json: bool) -> None:
    change, request = (made.pk, made.request_id) if made else (None, None)
    if as_json:
        _print_changed(lines, change=change, approval=request)
        return
    told = words.say(choices().language, change=change or 0, request=request or 0)
    typer.echo("\n".join([told, *(f"  {say(line)}" for line in lines)]))


def _print_changed(lines: list[Words], **more: int | None) -> None:
    document = {"format": 1, **more, "lines": _in_both(lines)}
    typer.echo(json.dumps(document, ensure_ascii=False))


def _in_force() -> dict[str, str]:
    from kedun.definitions.kinds import KINDS
    from kedun.definitions.queries import live
    from kedun.kernel.clock import clock
    from kedun.pipeline.starter import load_definitions

    load_definitions(clock())
    return {kind: each.body for kind in KINDS for each in live(kind).values()}


def _changed(folder: Path) -> "list[Draft]":
    from kedun.definitions.starter import read_folder

    present = _in_force()
    return [text for text in read_folder(folder) if text.body != present.get(text.kind)]


def _lines(texts: "list[Draft]") -> list[Words]:
    from kedun.definitions.changes.queries import lines_of

    return lines_of(texts)
