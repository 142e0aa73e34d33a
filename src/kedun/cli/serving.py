"""What `kedun run` and `kedun demo` share: checks before the start, the processes to keep running, and the word that all is ready."""

import http.client
import ipaddress
import json
import os
import sys
import time
import webbrowser
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from signal import SIGTERM

import typer
from rich.console import Console

from kedun.cli import web_build
from kedun.cli.session import choices, say
from kedun.kernel.refusals import Invalid
from kedun.kernel.words import Param, Words
from kedun.supervisor import Child, Supervisor, guarded, status
from kedun.supervisor.children import CHILD_STARTED
from kedun.supervisor.places import check_port, check_room
from kedun.supervisor.refusals import AlreadyRunning

PYTHON = (sys.executable, "-P", "-m")  # -P: what lies in the current folder is not imported
MANAGE = (*PYTHON, "kedun.web.manage")
WORKER = (*MANAGE, "procrastinate", "worker", "--shutdown-graceful-timeout", "8")
WORKERS = (
    Child("events", (*PYTHON, "kedun.web.events"), after=2.0),
    Child("batch", (*WORKER, "--queues", "batch", "--concurrency", "3"), gives_way=True, after=3.0),
    # Mail, telling and the rescue of lost jobs wait for no import, however many run.
    Child("mail", (*WORKER, "--queues", "mail,maintenance", "--concurrency", "2"), gives_way=True, after=3.5),
)
EVERY_ADDRESS = ("0.0.0.0", "::")  # noqa: S104 - compared with, never a default
PATIENCE = 60.0
ASK_EVERY, ANSWER_WITHIN = 0.5, 2.0

READY = Words(
    zh="客盾已就绪：{address}\n数据文件夹：{data}。按 Ctrl-C 停止。",
    en="kedun is ready: {address}\nData folder: {data}. Press Ctrl-C to stop.",
)
SLOW = Words(
    zh="服务尚未应答：{address}。请查看日志：{logs}",
    en="The server does not answer yet: {address}. Look at the logs: {logs}",
)
NO_BROWSER = Words(zh="请在浏览器中打开 {address}", en="Open {address} in a browser.")
NO_FRONT_END = Words(
    zh="本检出没有界面源码（web/），只提供接口。", en="This checkout has no front end (web/): only the API is served."
)
BUILDS = Words(
    zh="界面有改动，正在后台构建（日志：{log}）", en="The front end has changed; it is built meanwhile (log: {log})"
)
FRONT_END = "front-end"


class HostNeedsName(Invalid):
    """Served to the network (--host {host}), kedun must be told the names people call it by. Give each with --allowed-host, such as `--allowed-host kedun.example.com`."""

    zh = "对网络提供服务（--host {host}）时，必须用 --allowed-host 写明访问所用的域名或地址，例如 `--allowed-host kedun.example.com`。"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the server answers.

    Raises: HostNeedsName.
    """

    host: str
    port: int
    allowed_hosts: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.host in EVERY_ADDRESS and not self.allowed_hosts:
            raise HostNeedsName(host=self.host)

    @property
    def address(self) -> str:
        """The address people open."""
        host = self.host if self.host not in EVERY_ADDRESS else self.allowed_hosts[0]
        return f"http://{_bracketed(host)}:{self.port}"

    @property
    def probe(self) -> str:
        """The host at which this machine itself reaches the server."""
        return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self.host, self.host)  # noqa: S104 - compared with

    def environment(self) -> Mapping[str, str]:
        """What the web server is told of its place."""
        hosts = {*self.allowed_hosts, self.probe} | ({"localhost"} if _is_loopback(self.probe) else set())
        return {"KEDUN_HOSTS": ",".join(sorted(hosts)), "KEDUN_URL": os.environ.get("KEDUN_URL") or self.address}


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


@dataclass(frozen=True, slots=True)
class Start:
    """One start of the server. `told`: what to say once it answers, in sentences and as a document."""

    place: Place
    preparing: Child
    told: Callable[[], tuple[Sequence[str], Mapping[str, object]]]
    environment: Mapping[str, str] = field(default_factory=dict)
    opens_browser: bool = True
    as_json: bool = False


def serve(start: Start) -> None:
    """Check what can be checked, then keep everything running until told to stop.

    Raises: AlreadyRunning, and the refusals of the supervisor.
    """
    data = choices().data
    place = start.place
    running = status(data)
    if running.server is not None:
        raise AlreadyRunning(folder=str(data), pid=running.server, address=running.address or "-")
    check_room(data)
    check_port(place.host, place.port)
    teller = _Teller(as_json=start.as_json)
    code = guarded(data, teller)
    if code is not None:
        Console(stderr=True).show_cursor()  # bars that were cut off have hidden it
        raise typer.Exit(code)
    Supervisor(
        data=data,
        children=children(place, start.environment),
        tell=teller,
        preparing=(*_front_end(teller), start.preparing),
        watch=_Announcement(start, teller),
        address=place.address,
        is_guarded=True,
    ).run()


def children(place: Place, environment: Mapping[str, str]) -> tuple[Child, ...]:
    """Give the processes that are kept running: the web server and the workers."""
    shared = {**environment, **place.environment()}
    granian = (
        "granian",
        "--interface",
        "wsgi",
        "--workers",
        "2",
        "--blocking-threads",
        "2",
        "--no-ws",
        "--workers-kill-timeout",
        "3",
    )
    where = ("--host", place.host, "--port", str(place.port), "--respawn-failed-workers", "--log-level", "warning")
    # When we are killed, the kernel asks the web server to stop: killed itself, it would leave its workers behind.
    web = Child("web", (*PYTHON, *granian, *where, "kedun.web.wsgi:application"), SIGTERM, environment=shared)
    return (web, *(replace(each, environment=shared) for each in WORKERS))


def _front_end(tell: "_Teller") -> tuple[Child, ...]:
    state = web_build.state()
    if state == "absent":
        tell(NO_FRONT_END, {})
    if state != "changed":
        return ()
    tell(BUILDS, {"log": str(choices().data / "logs" / f"{FRONT_END}.log")})
    return (Child(FRONT_END, web_build.COMMAND),)


@dataclass(frozen=True, slots=True)
class _Teller:
    """Tells what goes on: on the standard output, or beside a document that goes there."""

    as_json: bool

    def __call__(self, words: Words, params: Mapping[str, Param]) -> None:
        if words is not CHILD_STARTED:
            typer.echo(words.say(choices().language, **params), err=self.as_json)


@dataclass(slots=True)
class _Announcement:
    """Watches for the first answer of the web server, says so once, and opens the browser."""

    start: Start
    tell: _Teller
    since: float | None = None
    asked_at: float = 0.0
    is_done: bool = False

    def __call__(self) -> None:
        now = time.monotonic()
        if self.is_done or now - self.asked_at < ASK_EVERY:
            return
        self.asked_at = now
        self.since = self.since or now
        address, data = self.start.place.address, choices().data
        if answers(self.start.place):
            self.is_done = True
            self._say_ready(address)
        elif now - self.since > PATIENCE:
            self.is_done = True
            self.tell(SLOW, {"address": address, "logs": str(data / "logs")})

    def _say_ready(self, address: str) -> None:
        sentences, document = self.start.told()
        if self.start.as_json:
            told = {"format": 1, "address": address, "data": str(choices().data), **document}
            typer.echo(json.dumps(told, ensure_ascii=False))
        else:
            self.tell(READY, {"address": address, "data": str(choices().data)})
            typer.echo("\n".join(sentences)) if sentences else None
        sys.stdout.flush()
        if self.start.opens_browser and not open_browser(address):
            self.tell(NO_BROWSER, {"address": address})


def answers(place: Place) -> bool:
    """Whether the server says that it is healthy."""
    connection = http.client.HTTPConnection(place.probe, place.port, timeout=ANSWER_WITHIN)
    try:
        connection.request("GET", "/health")
        return connection.getresponse().status == http.client.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def open_browser(address: str) -> bool:
    """Open the address in a browser with windows; one inside the terminal would take it from us."""
    has_windows = sys.platform == "darwin" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    try:
        return bool(has_windows) and webbrowser.open(address)
    except webbrowser.Error:
        return False


def said(words: Words, **params: Param) -> str:
    """Give a sentence in the person's language."""
    return words.say(choices().language, **params) if params else say(words)
