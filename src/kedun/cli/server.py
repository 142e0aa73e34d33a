"""`kedun work`, `kedun stop` and `kedun status`: the long-running server on a data folder."""

import json
import subprocess
import sys
from collections.abc import Mapping
from typing import Annotated

import typer

from kedun.cli.session import choices, say
from kedun.kernel.words import Param, Words
from kedun.supervisor import Child, Supervisor, status, stop
from kedun.supervisor.processes import python_environment
from kedun.supervisor.refusals import PreparationFailed

JSON = Annotated[bool, typer.Option("--json", help="输出 JSON · Print JSON.")]
MANAGE = (sys.executable, "-m", "kedun.web.manage")
WORKER = (*MANAGE, "procrastinate", "worker", "--shutdown-graceful-timeout", "8")
CHILDREN = (
    Child("events", (*WORKER, "--queues", "events,maintenance", "--concurrency", "2")),
    Child("batch", (*WORKER, "--queues", "batch,maintenance", "--concurrency", "2")),
)

SERVER_STOPPED = Words(zh="服务（进程 {pid}）已停止。", en="The server (process {pid}) has stopped.")
NO_SERVER = Words(zh="{data} 上没有服务在运行。", en="No server runs on {data}.")
SERVER_RUNS = Words(zh="{data} 上有服务在运行（进程 {pid}）。", en="A server runs on {data} (process {pid}).")
DATABASE_RUNS = Words(zh="数据库正在运行：{url}", en="The database runs: {url}")
DATABASE_RESTS = Words(
    zh="数据库未运行；命令需要时会自动启动。", en="The database does not run; a command starts it when it needs it."
)


def register(app: typer.Typer) -> None:
    """Add this topic's commands."""
    app.command("work", help="持续运行数据库与后台任务，直到被停止 · Keep the database and the workers running.")(work)
    app.command("stop", help="停止本数据文件夹上的服务 · Stop the server on the data folder.")(stop_server)
    app.command("status", help="本数据文件夹上有什么在运行 · What runs on the data folder.")(show_status)


def work() -> None:
    """Keep the database and the workers running in the foreground until the process is told to stop."""
    Supervisor(data=choices().data, children=CHILDREN, tell=_tell, prepare=prepare).run()


def prepare(url: str) -> None:
    """Bring the tables of the database at this URL up to date.

    Raises: PreparationFailed.
    """
    command = (*MANAGE, "migrate", "--verbosity", "0", "--no-input")
    done = subprocess.run(  # noqa: S603 - our own command
        command, env=python_environment({"DATABASE_URL": url}), capture_output=True, text=True, check=False
    )
    if done.returncode:
        said = [line for line in done.stderr.splitlines() if line and not line[0].isspace()]
        raise PreparationFailed(reason=(said or ["?"])[-1])


def _tell(words: Words, params: Mapping[str, Param]) -> None:
    typer.echo(words.say(choices().language, **params))


def stop_server(as_json: JSON = False) -> None:
    """Stop the server on the data folder; say so when none runs."""
    pid = stop(choices().data)
    if as_json:
        typer.echo(json.dumps({"format": 1, "stopped": pid}))
    elif pid is None:
        _tell(NO_SERVER, {"data": str(choices().data)})
    else:
        _tell(SERVER_STOPPED, {"pid": pid})


def show_status(as_json: JSON = False) -> None:
    """Say what runs on the data folder."""
    data = str(choices().data)
    found = status(choices().data)
    if as_json:
        typer.echo(
            json.dumps({"format": 1, "data": data, "database": found.url, "server": found.server}, ensure_ascii=False)
        )
        return
    if found.server is None:
        _tell(NO_SERVER, {"data": data})
    else:
        _tell(SERVER_RUNS, {"data": data, "pid": found.server})
    if found.url is None:
        typer.echo(say(DATABASE_RESTS))
    else:
        _tell(DATABASE_RUNS, {"url": found.url})
