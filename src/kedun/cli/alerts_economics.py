"""`kedun alerts economics` and `kedun alerts thresholds`: what alerts came to, and where else a threshold could lie."""

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.table import Column, Table

from kedun.cli.arguments import parse_day
from kedun.cli.people import person_called
from kedun.cli.progress import shown
from kedun.cli.session import choices, opened, say
from kedun.kernel.clock import clock, today
from kedun.kernel.words import Words

if TYPE_CHECKING:
    from kedun.review.economics.schemas import AlertEconomics, AlertFigures

RULE_HEADINGS = (
    Words("规则", "Rule"),
    Words("预警", "Alerts"),
    Words("正确", "Right"),
    Words("误报", "False"),
    Words("太晚", "Late"),
    Words("未知", "Unknown"),
    Words("提前", "Ahead"),
    Words("净额", "Net"),
    Words("分钟", "Minutes"),
)
TOGETHER = Words("全部规则", "All rules together")
KNOWN = Words("结果已知至 {day}。", "It is known what followed alerts up to {day}.")
NOT_KNOWN = Words("该期间的预警还没有一条已知结果。", "Of no alert of this period is it known yet what followed.")
VALUE_HEADINGS = (
    Words("阈值", "Value"),
    Words("抓住", "Caught"),
    Words("漏报", "Missed"),
    Words("误报", "False"),
    Words("提前天数", "Days ahead"),
    Words("净额", "Net"),
    Words("与现值之差", "Against now"),
)
STEPS = {"review.days": Words("逐日回测", "Days")}
NOW, BEST = Words("现值", "now"), Words("建议", "proposed")
KEEP = Words("没有哪个值的净额更高，建议保持现值。", "No other value nets more: keep it as it is.")
DRAFTED = Words(
    "已存为策略变更草稿 {change}，提交审批后才会生效。", "Kept as draft {change}; it goes nowhere without approval."
)

Horizon = Annotated[int, typer.Option(min=30, max=730, help="观察期（天）· Days looked ahead.")]
Margin = Annotated[int, typer.Option(min=0, max=1000, help="毛利（千分）· Margin per mille.")]
Avoided = Annotated[int, typer.Option(min=0, max=1000, help="可避免的损失（千分）· Avoidable loss per mille.")]
AsJson = Annotated[bool, typer.Option("--json", help="输出 JSON · Print JSON.")]


def economics(
    first: Annotated[str | None, typer.Option("--from", metavar="DAY", help="起始日 · The first day.")] = None,
    last: Annotated[str | None, typer.Option("--to", metavar="DAY", help="结束日 · The last day.")] = None,
    horizon: Horizon = 180,
    margin: Margin = 150,
    avoided: Avoided = 500,
    minutes: Annotated[
        int, typer.Option(min=0, max=10_000, help="每条预警的处理分钟数 · Minutes that handling an alert takes.")
    ] = 15,
    as_json: AsJson = False,
) -> None:
    """Tell what each rule's alerts came to: right and false ones, money, people's time, days ahead."""
    stated = (None if text is None else parse_day(text) for text in (first, last))
    with opened():
        from kedun.pipeline.starter import load_definitions
        from kedun.review.economics.queries import Asked, period
        from kedun.review.economics.shown import document
        from kedun.review.terms import Terms

        load_definitions(clock())
        on = today(clock())
        terms = Terms(horizon_days=horizon, margin_permille=margin, avoided_permille=avoided)
        asked = Asked(*period(*stated, today=on), terms, minutes)
        told = document(asked, today=on, language=choices().language)
    if as_json:
        typer.echo(told.model_dump_json())
    else:
        _print(told)


def _print(told: "AlertEconomics") -> None:
    named, *numbers = (say(each) for each in RULE_HEADINGS)
    table = Table(
        Column(named, no_wrap=True), *(Column(each, justify="right") for each in numbers), box=None, pad_edge=False
    )
    for each in told.items:
        if each.hits:
            table.add_row(each.label, *_cells(each))
    table.add_row(say(TOGETHER), *_cells(told.together))
    Console(highlight=False).print(table)
    day = told.matured_until
    typer.echo(say(NOT_KNOWN) if day is None else KNOWN.say(choices().language, day=day.isoformat()))


def _cells(of: "AlertFigures") -> list[str]:
    counts = [str(each) for each in (of.hits, of.right, of.false, of.late, of.unknown)]
    lead = "" if of.lead_days_median is None else f"{of.lead_days_median:.0f}"
    return [*counts, lead, "" if of.net is None else f"{of.net:,.0f}", str(of.minutes)]


def thresholds(
    rule: Annotated[str, typer.Argument(metavar="RULE", help="规则标识 · The rule's key.")],
    threshold: Annotated[str | None, typer.Option("--threshold", help="阈值名 · Which threshold.")] = None,
    day: Annotated[list[str] | None, typer.Option("--day", help="月末，可多次 · A month-end; may be repeated.")] = None,
    horizon: Horizon = 180,
    margin: Margin = 150,
    avoided: Avoided = 500,
    draft: Annotated[
        str | None,
        typer.Option("--draft", metavar="VALUE", help="把此值存为策略变更草稿 · Draft a change to this value."),
    ] = None,
    email: Annotated[
        str | None, typer.Option("--as", metavar="EMAIL", help="发起人邮箱 · Who drafts, by mail address.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Back-test a rule with other values of a threshold; with --draft and --as make a draft of one of them."""
    if (draft is None) != (email is None):
        raise typer.BadParameter("--draft, --as", param_hint="--draft")
    with opened():
        from kedun.pipeline.starter import load_definitions
        from kedun.review.terms import Terms
        from kedun.review.thresholds import actions as search

        load_definitions(clock())
        terms = Terms(horizon_days=horizon, margin_permille=margin, avoided_permille=avoided)
        if draft is not None and email is not None:
            person = person_called(email, operation="draft_threshold")
            change = search.draft_value(rule, threshold, draft, person=person)
            told: dict[str, Any] = {"format": 1, "change": change}
        else:
            with shown(STEPS, transient=True) as progress:
                wanted = search.wish(rule, threshold, terms, [parse_day(each) for each in day or ()])
                told = search.try_now(wanted, folder=choices().data / "mirror", progress=progress)
    if as_json:
        typer.echo(json.dumps(told, ensure_ascii=False))
    elif draft is not None:
        typer.echo(DRAFTED.say(choices().language, change=told["change"]))
    else:
        _print_values(told)


def _print_values(told: dict[str, Any]) -> None:
    table = Table(*(Column(say(each), justify="right") for each in VALUE_HEADINGS), box=None, pad_edge=False)
    for each in told["candidates"]:
        mark = NOW if each["is_present"] else BEST if each["is_best"] else None
        lead = each["lead_days_median"]
        table.add_row(
            f"{each['value']}{f' ({say(mark)})' if mark else ''}",
            *(str(each[name]) for name in ("events_caught", "events_missed", "false_alarms")),
            "" if lead is None else f"{lead:.0f}",
            *(f"{float(each[name]):,.0f}" for name in ("net", "net_change")),
        )
    Console(highlight=False).print(table)
    if not any(each["is_best"] for each in told["candidates"]):
        typer.echo(say(KEEP))
