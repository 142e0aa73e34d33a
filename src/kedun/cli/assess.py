"""`kedun assess` and `kedun show`: measure, score and judge customers, and read what came out."""

import json
import resource
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Literal, cast

import typer
from rich.console import Console
from rich.table import Table

from kedun.cli.arguments import parse_batch, parse_day, parse_policy
from kedun.cli.progress import shown
from kedun.cli.session import choices, opened
from kedun.kernel.clock import clock
from kedun.kernel.days import to_date
from kedun.kernel.hashing import Json
from kedun.kernel.progress import Progress
from kedun.kernel.words import Words

if TYPE_CHECKING:
    from kedun.pipeline.actions import Errand, Outcome

NOT_STORED = Words(
    "结果未保存：时点早于已有评估或晚于今天、查看的是历史批次、用的不是当日策略，或使用了 --dry-run。",
    "Nothing was stored: the day lies before a later assessment or after today, a past batch or another policy was asked for, or it was a dry run.",
)
UNRATED = Words(
    "{unrated} 个客户已知数据不足，未评分；用 kedun show 查看缺少什么。",
    "Of {unrated} customers too little is known for a score; kedun show tells what is missing.",
)
NOT_FRESH = Words(
    "发票数据只到 {until} 有效。请导入更新的数据，导入时用 --through 声明数据完整至哪一天，或用 --as-of 查看当时。",
    "The invoices are good until {until} only. Import newer ones, say by --through how far a file is complete, or look at an earlier day by --as-of.",
)
ASIDE = Words(
    "{aside} 个客户的数值超出可计算范围，保留原有评估：{codes}",
    "Of {aside} customers numbers go out of range; they keep the assessment they had: {codes}",
)
BROKEN_OFF = Words(
    "已中断；已完成的部分已保存，再次运行将从此处继续。",
    "Broken off; what was done is stored, and the next run goes on there.",
)
STEPS = {"assess": Words("评估", "Assess")}
INTERRUPTED = 130
MOST_NAMED = 20
EngineChoice = Literal["postgres", "duckdb", "python"]


def register(app: typer.Typer) -> None:
    """Add this topic's commands."""
    app.command("assess", help="评估客户：指标、评分、分级、预警 · Measure, score and judge customers.")(_assess)
    app.command("show", help="查看一个客户 · Show one customer.")(_show)


AsOf = Annotated[str | None, typer.Option("--as-of", help="时点 · The day, like 2026-03-31; today when left out.")]
KnownAt = Annotated[str | None, typer.Option("--known-at", help="批次号或时刻 · A batch number or an instant.")]
PolicyOf = Annotated[
    str,
    typer.Option(
        "--policy", help="策略：then（当日）、now（今天）或某天 · Judged by the policy of then, now, or of a day."
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="输出 JSON · Print JSON.")]


def _assess(
    as_of: AsOf = None,
    known_at: KnownAt = None,
    engine: Annotated[EngineChoice | None, typer.Option(help="计算引擎 · The engine.")] = None,
    customer: Annotated[str | None, typer.Option(help="只评估此客户 · Only this customer.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只计算不保存 · Compute, store nothing.")] = False,
    policy: PolicyOf = "then",
    as_json: AsJson = False,
) -> None:
    day = parse_day(as_of)
    judged = parse_policy(policy)
    with opened():
        from kedun.facts.queries import customer_codes
        from kedun.pipeline.actions import Errand
        from kedun.pipeline.starter import load_definitions
        from kedun.pipeline.totals import keep_totals_before
        from kedun.portfolio.customer import customer_id

        load_definitions(clock())
        errand = Errand(
            as_of=day,
            engine=engine or ("postgres" if customer else "duckdb"),
            clock=clock(),
            known_at=parse_batch(known_at),
            customers=(customer_id(customer),) if customer else None,
            writes=not dry_run,
            folder=choices().data / "mirror",
            policy_on=judged,
        )
        started, used = time.monotonic(), time.process_time()
        keep_totals_before(errand)
        with shown(STEPS, transient=True) as progress:
            outcome = _walked(errand, progress)
        document = _document(errand, outcome, aside=sorted(customer_codes(outcome.aside).values()))
    document |= {
        "seconds": round(time.monotonic() - started, 3),
        "cpu_seconds": round(time.process_time() - used, 3),
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }
    typer.echo(json.dumps(document, ensure_ascii=False)) if as_json else _print_assessed(document)


def _document(errand: "Errand", outcome: "Outcome", *, aside: Sequence[str]) -> dict[str, object]:
    return {
        "format": 1,
        "as_of": to_date(errand.as_of).isoformat(),
        "known_at": outcome.known_batch,
        "policy_on": to_date(errand.as_of if errand.policy_on is None else errand.policy_on).isoformat(),
        "engine": errand.engine,
        "customers": outcome.customers,
        "unrated": outcome.unrated,
        "written": outcome.written,
        "unchanged": outcome.unchanged,
        "alerts": asdict(outcome.alerts),
        "digest": outcome.digest,
        "fresh_until": None if outcome.fresh_until is None else to_date(outcome.fresh_until).isoformat(),
        "aside": aside,
    }


def _walked(errand: "Errand", progress: Progress) -> "Outcome":
    """Walk; over the whole book as a run that goes on where it was stopped."""
    from kedun.pipeline.actions import walk
    from kedun.pipeline.book import walk_book

    is_of_now = errand.known_at is None and errand.policy_on in (None, errand.as_of)
    is_run = errand.engine == "duckdb" and errand.writes and errand.customers is None and is_of_now
    try:
        return walk_book(errand, progress=progress) if is_run else walk(errand, progress=progress)
    except KeyboardInterrupt:
        typer.echo(BROKEN_OFF.say(choices().language), err=True)
        raise typer.Exit(INTERRUPTED) from None


def _print_assessed(document: dict[str, object]) -> None:
    words = Words(
        "已评估 {customers} 个客户（时点 {as_of}，批次 {known_at}，{engine}，{seconds} 秒）；保存 {written} 个。",
        "Assessed {customers} {customers:customer|customers} (as of {as_of}, batch {known_at}, {engine}, {seconds} s); stored {written}.",
    )
    alerts = document["alerts"]
    assert isinstance(alerts, dict)
    told = Words(
        "预警：新增 {opened}，更新 {updated}，解除 {closed}。",
        "Alerts: {opened} opened, {updated} updated, {closed} closed.",
    )
    typer.echo(words.say(choices().language, **{k: v for k, v in document.items() if isinstance(v, str | int | float)}))
    typer.echo(told.say(choices().language, **alerts))
    if document["customers"] and not document["written"] and not document["unchanged"]:
        typer.echo(NOT_STORED.say(choices().language))
    if document["unrated"]:
        typer.echo(UNRATED.say(choices().language, unrated=cast("int", document["unrated"])))
    if document["fresh_until"] is not None and str(document["fresh_until"]) < str(document["as_of"]):
        typer.echo(NOT_FRESH.say(choices().language, until=str(document["fresh_until"])))
    if isinstance(document["aside"], list) and document["aside"]:
        named = document["aside"]
        codes = ", ".join(named[:MOST_NAMED]) + ("…" if len(named) > MOST_NAMED else "")
        typer.echo(ASIDE.say(choices().language, aside=len(named), codes=codes))
    typer.echo(document["digest"])


def _show(
    code: str,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    policy: PolicyOf = "then",
    since: Annotated[
        str | None, typer.Option("--since", help="评分自该日起为何变化 · Why the score changed since that day.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    day = parse_day(as_of)
    judged, earlier = parse_policy(policy), parse_day(since) if since else None
    with opened():
        from kedun.pipeline.starter import load_definitions
        from kedun.portfolio.change.document import score_change
        from kedun.portfolio.change.queries import span
        from kedun.portfolio.customer import customer_document, customer_id
        from kedun.portfolio.queries import moment

        load_definitions(clock())
        batch = parse_batch(known_at)
        document = customer_document(code, as_of=day, known_at=batch, policy_on=judged)
        if earlier is not None:
            of = span(earlier, moment(day, batch, policy_on="then" if judged is None else judged))
            document["score_change"] = score_change(code, customer_id(code), of, choices().language)
        typer.echo(json.dumps(document, ensure_ascii=False)) if as_json else _print_shown(document)


def _print_shown(document: Mapping[str, Json]) -> None:
    from kedun.portfolio.change.document import change_words
    from kedun.portfolio.customer import document_words

    console = Console(highlight=False)
    change = document.get("score_change")
    told = change_words(change, choices().language) if isinstance(change, dict) else []
    for title, headings, rows in [*document_words(document, choices().language), *told]:
        table = Table(*headings, title=title, title_justify="left", box=None, pad_edge=False)
        for row in rows:
            table.add_row(*row)
        console.print(table)
        console.print()
