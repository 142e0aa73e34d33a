"""`kedun alerts`: the open alerts, and what a person does about them."""

import getpass
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table

from kedun.alerts.states import NOT_CLOSED, REASON_WORDS, STATE_WORDS
from kedun.cli.alerts_economics import economics, thresholds
from kedun.cli.arguments import parse_day
from kedun.cli.session import choices, opened, say
from kedun.kernel.hashing import Json
from kedun.kernel.words import Words

if TYPE_CHECKING:
    from kedun.portfolio.alerts import AlertRow

NONE_OPEN = Words("没有待处理的预警。", "No alert is open.")
DONE = Words("预警 {alert}：{state}。", "Alert {alert}: {state}.")
MORE = Words("另有 {more} 条，查看全部：--limit {total}", "{more} more; see them all with --limit {total}")
HEADINGS = (
    Words("编号", "No."),
    Words("客户", "Customer"),
    Words("预警", "Alert"),
    Words("严重程度", "Severity"),
    Words("状态", "State"),
    Words("开启日", "Opened"),
    Words("依据", "Evidence"),
)
REASONS = " ".join(f"{code}（{words.zh}）" for code, words in REASON_WORDS.items())

AlertNumber = Annotated[int, typer.Argument(metavar="ALERT", help="预警编号 · The alert's number.")]
AsJson = Annotated[bool, typer.Option("--json", help="输出 JSON · Print JSON.")]


def register(app: typer.Typer) -> None:
    """Add this topic's commands."""
    alerts = typer.Typer(
        no_args_is_help=True,
        help="预警：查看、处理、成效 · Alerts: see, acknowledge, snooze, resolve, what they came to.",
    )
    alerts.command("list", help="列出未关闭的预警 · List the alerts that are not closed.")(listed)
    alerts.command("acknowledge", help="确认 · Take note of an alert.")(acknowledge)
    alerts.command("snooze", help="暂停至某日 · Let an alert rest until a day.")(snooze)
    alerts.command("resolve", help="处理完毕并说明原因 · Close an alert with a reason.")(resolve)
    alerts.command("economics", help="预警成效：对错、金额、用时 · What each rule's alerts came to.")(economics)
    alerts.command("thresholds", help="试算更好的阈值 · Try other values of a rule's threshold on the past.")(
        thresholds
    )
    app.add_typer(alerts, name="alerts")


def listed(
    customer: Annotated[str | None, typer.Option(help="只看此客户 · Only this customer.")] = None,
    limit: Annotated[
        int,
        typer.Option(
            "--limit", min=1, help="最多显示几条 · How many to show, up to the newest 1000; --json gives all of those."
        ),
    ] = 50,
    as_json: AsJson = False,
) -> None:
    """List the alerts that are not closed, newest first."""
    with opened():
        from kedun.kernel.clock import clock
        from kedun.pipeline.starter import load_definitions
        from kedun.portfolio.alerts import alert_rows

        load_definitions(clock())
        rows = alert_rows(NOT_CLOSED, customer=customer, language=choices().language)
    if as_json:
        typer.echo(json.dumps({"format": 1, "alerts": [row.document for row in rows]}, ensure_ascii=False))
    else:
        _print(rows, limit)


def _print(rows: "list[AlertRow]", limit: int) -> None:
    if not rows:
        typer.echo(say(NONE_OPEN))
        return
    table = Table(*(say(words) for words in HEADINGS), box=None, pad_edge=False)
    for row in rows[:limit]:
        table.add_row(*row.cells)
    Console(highlight=False).print(table)
    if len(rows) > limit:
        typer.echo(MORE.say(choices().language, more=len(rows) - limit, total=len(rows)))


def acknowledge(alert: AlertNumber, as_json: AsJson = False) -> None:
    """Take note of an alert."""
    with opened():
        from kedun.alerts import actions

        actions.acknowledge(alert, actor=_actor())
        _tell(alert, as_json=as_json)


def snooze(
    alert: AlertNumber,
    until: Annotated[str, typer.Option(metavar="DAY", help="暂停至此日 · The last day of rest.")],
    as_json: AsJson = False,
) -> None:
    """Let an alert rest until a day."""
    with opened():
        from kedun.alerts import actions

        actions.snooze(alert, until=parse_day(until), actor=_actor())
        _tell(alert, as_json=as_json)


def resolve(
    alert: AlertNumber,
    reason: Annotated[str, typer.Option(help=f"原因 · The reason: {REASONS}")],
    note: Annotated[str, typer.Option(help="说明 · A note.")],
    as_json: AsJson = False,
) -> None:
    """Close an alert with a reason and a note."""
    with opened():
        from kedun.alerts import actions

        actions.resolve(alert, reason=reason, note=note, actor=_actor())
        _tell(alert, as_json=as_json)


def _actor() -> str:
    return f"cli:{getpass.getuser()}"


def _tell(alert_id: int, *, as_json: bool) -> None:
    from kedun.alerts import queries
    from kedun.alerts.shown import to_json

    record = queries.alert(alert_id)
    document: Mapping[str, Json] = {"format": 1, "alert": to_json(record)}
    state = say(STATE_WORDS[record.state])
    typer.echo(
        json.dumps(document, ensure_ascii=False)
        if as_json
        else DONE.say(choices().language, alert=alert_id, state=state)
    )
