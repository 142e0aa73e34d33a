"""`kedun backtest`: what the policy in force, or another one, would have done on the past, in money."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Column, Table

from kedun.cli.arguments import parse_day
from kedun.cli.progress import shown
from kedun.cli.session import choices, opened, say
from kedun.kernel.clock import clock
from kedun.kernel.money import to_decimal
from kedun.kernel.words import Words

HEADINGS = (
    Words("项目", "What"),
    Words("命中", "Caught"),
    Words("漏报", "Missed"),
    Words("误报", "False"),
    Words("提前天数", "Days ahead"),
    Words("净额", "Net"),
)
STEPS = {"review.days": Words("逐日回测", "Days")}
SIDE_WORDS = {"live": Words("现行", "live"), "draft": Words("草案", "draft")}
CUT_OFF = Words(
    "{side}：净额最高的分数线 {best}，不亏的最高分数线 {even}。", "{side}: best cut-off {best}, break-even {even}."
)
IDENTIFIED = Words("结果可知的订单占 {share}。", "It is known how {share} of what was ordered ended.")


def register(app: typer.Typer) -> None:
    """Add this topic's commands."""
    app.command("backtest", help="回测策略：历史上会挽回多少、错过多少 · Back-test a policy on the past, in money.")(
        _backtest
    )


def _backtest(
    policy: Annotated[
        Path | None, typer.Argument(metavar="[DIR]", help="策略文件夹 · A folder of policy documents.")
    ] = None,
    change: Annotated[int | None, typer.Option("--change", help="策略变更编号 · The number of a change.")] = None,
    day: Annotated[list[str] | None, typer.Option("--day", help="月末，可多次 · A month-end; may be repeated.")] = None,
    horizon: Annotated[int, typer.Option(min=30, max=730, help="观察期（天）· Days looked ahead.")] = 180,
    margin: Annotated[int, typer.Option(min=0, max=1000, help="毛利（千分）· Margin per mille.")] = 150,
    avoided: Annotated[
        int, typer.Option(min=0, max=1000, help="可避免的损失（千分）· Avoidable loss per mille.")
    ] = 500,
    people: Annotated[int, typer.Option(min=1, max=10_000, help="处理人数 · People who share the alerts.")] = 1,
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON · Print JSON.")] = False,
) -> None:
    days = [parse_day(each) for each in day or ()]
    with opened():
        from kedun.definitions.starter import read_folder
        from kedun.pipeline.starter import load_definitions
        from kedun.review.actions import Wish, try_now
        from kedun.review.terms import Terms

        load_definitions(clock())
        texts = {each.kind: each.body for each in read_folder(policy)} if policy else None
        terms = Terms(horizon_days=horizon, margin_permille=margin, avoided_permille=avoided, people=people)
        wish = Wish(terms, change=change, texts=texts, days=days)
        with shown(STEPS, transient=True) as progress:
            result: dict[str, Any] = {**try_now(wish, folder=choices().data / "mirror", progress=progress)}
    if as_json:
        typer.echo(json.dumps(result, ensure_ascii=False))
        return
    _print(result)


def _print(result: Mapping[str, Any]) -> None:
    named, *numbers = (say(each) for each in HEADINGS)
    table = Table(Column(named, no_wrap=True), *(Column(each, justify="right") for each in numbers))
    sides = {side: words for side, words in SIDE_WORDS.items() if side in result}
    for side, words in sides.items():
        for flag in result[side]["flags"]:
            if flag["kind"] != "indicator":
                net = f"{to_decimal(flag['net_minor'], result['currency']):,.0f}"
                counts = [str(flag[name]) for name in ("events_caught", "events_missed", "false_alarms")]
                counts.append("" if flag["lead_days_median"] is None else f"{flag['lead_days_median']:.0f}")
                table.add_row(f"{say(words)} {flag['key']}", *counts, net)
    console = Console()
    console.print(table)
    for side, words in sides.items():
        found = result[side]
        line = CUT_OFF.say(
            choices().language, side=say(words), best=found["best_cut_off"], even=found["break_even_cut_off"]
        )
        console.print(line, highlight=False)
    share = result["totals"]["identified_share"]
    if share is not None:
        console.print(IDENTIFIED.say(choices().language, share=f"{share:.1%}"), highlight=False)
