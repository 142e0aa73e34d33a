"""`kedun run`, `kedun stop` and `kedun status`: the server on a data folder."""

import json
import sys
from typing import Annotated

import typer

from kedun.cli import demo_state, serving
from kedun.cli.serving import Place, Start, said
from kedun.cli.session import choices
from kedun.kernel.words import Words
from kedun.supervisor import Child, status, stop

JSON = Annotated[bool, typer.Option("--json", help="输出 JSON · Print JSON.")]
Port = Annotated[int, typer.Option(min=1, max=65_535, help="端口 · The port.")]
NoOpen = Annotated[bool, typer.Option("--no-open", help="不打开浏览器 · Do not open a browser.")]

SERVER_STOPPED = Words(zh="服务（进程 {pid}）已停止。", en="The server (process {pid}) has stopped.")
NO_SERVER = Words(zh="{data} 上没有服务在运行。", en="No server runs on {data}.")
SERVER_RUNS = Words(
    zh="{data} 上有服务在运行（进程 {pid}）：{address}", en="A server runs on {data} (process {pid}): {address}"
)
DATABASE_RUNS = Words(zh="数据库正在运行：{url}", en="The database runs: {url}")
DATABASE_RESTS = Words(
    zh="数据库未运行；命令需要时会自动启动。", en="The database does not run; a command starts it when it needs it."
)


def register(app: typer.Typer) -> None:
    """Add this topic's commands."""
    app.command("run", help="在您自己的数据上启动客盾 · Start kedun on your own data.")(run)
    app.command("prepare", hidden=True)(prepare)
    app.command("stop", help="停止本数据文件夹上的服务 · Stop the server on the data folder.")(stop_server)
    app.command("status", help="本数据文件夹上有什么在运行 · What runs on the data folder.")(show_status)


def run(
    port: Port = 8000,
    host: Annotated[str, typer.Option(help="监听地址 · The address to listen on.")] = "127.0.0.1",
    allowed_host: Annotated[
        list[str] | None, typer.Option(help="访问所用的域名或地址，可多次 · A name people call it by; may be repeated.")
    ] = None,
    admin_email: Annotated[
        str | None, typer.Option(help="首次启动时管理员的邮箱 · The administrator's mail, at the first start.")
    ] = None,
    no_open: NoOpen = False,
    as_json: JSON = False,
) -> None:
    """Keep the database, the web server and the workers running in the foreground until told to stop."""
    if demo_state.is_demo(choices().data):
        raise demo_state.IsTheDemo(folder=str(choices().data))
    place = Place(host, port, tuple(allowed_host or ()))
    serving.serve(
        Start(
            place=place,
            preparing=preparing("prepare", *(("--admin-email", admin_email) if admin_email else ()), place=place),
            told=lambda: ((), {}),
            opens_browser=not no_open,
            as_json=as_json,
        )
    )


def preparing(command: str, *arguments: str, place: Place) -> Child:
    """Give the program that prepares the database: a command of ours, in a process of its own, which may ask questions."""
    told = {"KEDUN_LANG": choices().language, **place.environment()}
    return Child("prepare", (*serving.PYTHON, "kedun.cli", command, *arguments), environment=told, speaks=True)


def prepare(admin_email: Annotated[str | None, typer.Option()] = None) -> None:
    """Bring tables and definitions up to date, and see that there is an administrator."""
    from kedun.cli.administrator import see_to

    see_to(admin_email, can_ask=sys.stdin.isatty())


def stop_server(as_json: JSON = False) -> None:
    """Stop the server on the data folder; say so when none runs."""
    pid = stop(choices().data)
    if as_json:
        typer.echo(json.dumps({"format": 1, "stopped": pid}))
    elif pid is None:
        typer.echo(said(NO_SERVER, data=str(choices().data)))
    else:
        typer.echo(said(SERVER_STOPPED, pid=pid))


def show_status(as_json: JSON = False) -> None:
    """Say what runs on the data folder."""
    data = str(choices().data)
    found = status(choices().data)
    if as_json:
        document = {"data": data, "database": found.url, "server": found.server, "address": found.address}
        typer.echo(json.dumps({"format": 1, **document}, ensure_ascii=False))
        return
    if found.server is None:
        typer.echo(said(NO_SERVER, data=data))
    else:
        typer.echo(said(SERVER_RUNS, data=data, pid=found.server, address=found.address or "-"))
    typer.echo(said(DATABASE_RESTS) if found.url is None else said(DATABASE_RUNS, url=found.url))
