"""`kedun sample`: a made-up company, into a folder or into the database."""

import json
import time
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kedun.cli.arguments import parse_day
from kedun.cli.progress import shown
from kedun.cli.session import opened, say
from kedun.kernel.days import to_date
from kedun.kernel.hashing import Json
from kedun.kernel.progress import Progress
from kedun.kernel.words import Words

if TYPE_CHECKING:
    from kedun.sample import Company

SOURCE = ACTOR = "sample"
STEPS = {
    "sample.health": Words(zh="推演客户的隐含健康状况", en="Living through the customers' hidden health"),
    "sample.processes": Words(zh="推演交易与行为", en="Trading and behaving"),
    "sample.tables": Words(zh="整理事实表", en="Writing tables of facts"),
    "facts": Words(zh="存入事实", en="Storing facts"),
    "settlement": Words(zh="核销", en="Settling"),
    "sample.files": Words(zh="写入文件", en="Writing files"),
}
MADE = Words(
    zh="示例公司：{customers} 家客户，{start} 至 {until}，共 {rows} 行。",
    en="The sample company: {customers} customers, {start} to {until}, {rows} rows.",
)
WRITTEN = Words(zh="已写入文件夹 {folder}。", en="Written to the folder {folder}.")
STORED = Words(
    zh="已存入数据库：新增 {added}，变更 {changed}，未变 {unchanged}。",
    en="Stored: {added} added, {changed} changed, {unchanged} unchanged.",
)


def register(app: typer.Typer) -> None:
    """Add this topic's commands."""
    app.command("sample", help="生成一家示例公司 · Make up a sample company.")(make)


def make(
    customers: Annotated[int, typer.Option(help="客户数 · How many customers.")] = 1000,
    months: Annotated[int, typer.Option(help="月数 · How many months up to the last day.")] = 36,
    seed: Annotated[int, typer.Option(help="随机种子 · The seed: the same seed gives the same company.")] = 7,
    until: Annotated[str | None, typer.Option(help="截止日，默认今天 · The last day; today by default.")] = None,
    start: Annotated[str | None, typer.Option(help="起始日（代替月数） · The first day, instead of months.")] = None,
    out: Annotated[Path | None, typer.Option(help="写入此文件夹 · Write files into this folder.")] = None,
    into_database: Annotated[bool, typer.Option("--into-database", help="存入数据库 · Store in the database.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON · Print JSON.")] = False,
) -> None:
    """Make up a company from a seed; the truth about its customers goes into the folder only."""
    from kedun.sample import generate  # NumPy and Arrow load here, not for every command
    from kedun.sample.refusals import NowhereToGo

    if (out is None) != into_database:
        raise NowhereToGo
    began = time.monotonic()
    last = parse_day(until)
    first = None if start is None else parse_day(start)
    with shown(STEPS, transient=True) as progress:
        company = generate(customers=customers, months=months, seed=seed, until=last, start=first, progress=progress)
        began_on = company.periods["invoice"][0]
        arguments: dict[str, Json] = {"customers": customers, "seed": seed}
        arguments |= {"start": to_date(began_on).isoformat(), "until": to_date(last).isoformat()}
        went = _into_folder(company, out, arguments, progress) if out else _into_database(company, progress)
    rows = {kind: table.num_rows for kind, table in company.tables.items()}
    document: dict[str, Json] = {
        "format": 1,
        **arguments,
        "rows": rows,
        **went,
        "seconds": round(time.monotonic() - began, 3),
    }
    typer.echo(json.dumps(document, ensure_ascii=False) if as_json else _sentences(document))


def _into_folder(
    company: "Company", folder: Path, arguments: Mapping[str, Json], progress: Progress
) -> Mapping[str, Json]:
    from kedun.sample import write_folder

    write_folder(company, folder, arguments=arguments, progress=progress)
    return {"out": str(folder)}


def _into_database(company: "Company", progress: Progress) -> Mapping[str, Json]:
    with opened():
        from kedun.facts.actions import Delivery, upsert

        delivery = Delivery(source=SOURCE, actor=ACTOR, periods=company.periods)
        upserted = upsert(company.tables, delivery=delivery, progress=progress)
    totals = {
        name: sum(getattr(counts, name) for counts in upserted.counts.values())
        for name in ("added", "changed", "unchanged")
    }
    return {"stored": totals, "batches": len(upserted.batches)}


def _sentences(document: Mapping[str, Json]) -> str:
    rows, stored, folder = document["rows"], document.get("stored"), document.get("out")
    assert isinstance(rows, Mapping)
    head = say(MADE).format(
        rows=sum(int(str(each)) for each in rows.values()),
        **{name: document[name] for name in ("customers", "start", "until")},
    )
    tail = say(STORED).format(**stored) if isinstance(stored, Mapping) else say(WRITTEN).format(folder=folder)
    return f"{head}\n{tail}"
