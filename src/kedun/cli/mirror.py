"""`kedun mirror`: the columnar copy of the facts that the whole book is assessed on."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from kedun.cli.session import choices, opened, say
from kedun.kernel.words import Words

FAILED = 3
NONE = Words("尚无镜像；下次整体评估时生成。", "There is no mirror yet; the next run over the whole book builds one.")
LINE = Words(
    "批次 {batch}：{megabytes} MB，{rows} 行，全量复制后增量更新 {steps} 次，{state}",
    "Batch {batch}: {megabytes} MB, {rows} rows, followed {steps} times since all was copied, {state}",
)
CURRENT = Words("最新", "up to date")
OLDER = Words("较旧", "older")
DAMAGED = Words("已损坏，不会使用；请运行 kedun mirror rebuild", "damaged, and not used; run kedun mirror rebuild")
STRANGE = Words("不属于此数据库", "not of this database")
EQUAL = Words("镜像（批次 {batch}）与数据库一致。", "The mirror of batch {batch} equals the database.")
DIFFERS = Words(
    "{table} {column}：镜像 {found}，数据库 {expected}",
    "{table} {column}: {found} in the mirror, {expected} in the database",
)
MEND = Words("请运行 kedun mirror rebuild。", "Run kedun mirror rebuild.")
REBUILT = Words("已重新生成批次 {batch} 的镜像。", "The mirror of batch {batch} was built anew.")

AsJson = Annotated[bool, typer.Option("--json", help="输出 JSON · Print JSON.")]


def register(app: typer.Typer) -> None:
    """Add this topic's commands."""
    topic = typer.Typer(
        help="事实数据的列式镜像：状态、校验、重建 · The columnar mirror: state, check, build anew.",
        no_args_is_help=True,
    )
    topic.command("status", help="有哪些镜像 · Which mirrors there are.")(_status)
    topic.command("verify", help="与数据库逐表核对 · Compare with the database, table by table.")(_verify)
    topic.command("rebuild", help="全部重新复制 · Copy everything anew.")(_rebuild)
    app.add_typer(topic, name="mirror")


def _folder() -> Path:
    return choices().data / "mirror"


def _status(as_json: AsJson = False) -> None:
    """List the mirrors, newest first."""
    with opened():
        from kedun.facts.mirror import batch_of, is_damaged, mirrors, said_of
        from kedun.facts.mirrored.store import origins, state

        present, found = state(), mirrors(_folder())
        ours = origins(batch_of(path) for path in found)
        rows = []
        for path in found:
            said, batch = said_of(path), batch_of(path)
            is_ours = said is not None and (batch == 0 or said.origin == ours.get(batch))
            mirror_state = "strange" if not is_ours else "current" if batch == present.batch else "older"
            if said and is_damaged(path):
                mirror_state = "damaged"
            total = sum(said.rows.values()) if said else 0
            megabytes = path.stat().st_size // 1_000_000
            steps = said.steps if said else 0
            row: dict[str, int | str] = {"batch": batch, "megabytes": megabytes, "rows": total, "steps": steps}
            rows.append({**row, "state": mirror_state})
    if as_json:
        typer.echo(json.dumps({"format": 1, "newest_batch": present.batch, "mirrors": rows}))
        return
    states = {"current": CURRENT, "older": OLDER, "strange": STRANGE, "damaged": DAMAGED}
    for row in rows:
        typer.echo(LINE.say(choices().language, **{**row, "state": say(states[str(row["state"])])}))
    if not rows:
        typer.echo(say(NONE))


def _verify(as_json: AsJson = False) -> None:
    """Compare the mirror of the newest batch with the database; the exit code is 3 when something differs."""
    with opened():
        from kedun.facts.mirror import batch_of, differences, ensure
        from kedun.facts.mirrored.store import snapshot

        with snapshot():
            newest = ensure(_folder())
            found = differences(newest)
    if as_json:
        typer.echo(
            json.dumps({"format": 1, "batch": batch_of(newest), "differences": [asdict(each) for each in found]})
        )
    elif not found:
        typer.echo(EQUAL.say(choices().language, batch=batch_of(newest)))
    else:
        for each in found:
            typer.echo(DIFFERS.say(choices().language, **asdict(each)))
        typer.echo(say(MEND))
    if found:
        raise typer.Exit(FAILED)


def _rebuild(as_json: AsJson = False) -> None:
    """Copy everything anew, whatever there is."""
    with opened():
        from kedun.facts.mirror import batch_of, rebuild

        built = rebuild(_folder())
    if as_json:
        typer.echo(json.dumps({"format": 1, "batch": batch_of(built)}))
    else:
        typer.echo(REBUILT.say(choices().language, batch=batch_of(built)))
