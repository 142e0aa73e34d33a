"""What `kedun doctor` looks at: each check gives one finding and never raises a refusal."""

import hashlib
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import psutil

import kedun
from kedun.cli import web_build
from kedun.cli.session import choices, opened, pending_migrations
from kedun.kernel.refusals import Refusal
from kedun.kernel.words import Param, Words
from kedun.supervisor import status
from kedun.supervisor.binaries import wheel_programs
from kedun.supervisor.places import check_port
from kedun.supervisor.postgres import LONGEST_SOCKET_FOLDER

Level = Literal["ok", "warn", "fail"]
CHECKOUT = Path(kedun.__file__).parents[2]
GIB = 1024**3
LITTLE_DISK, TOO_LITTLE_DISK, LITTLE_MEMORY = 5 * GIB, GIB // 2, GIB
PORT = 8000
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the doctor's report. `advice` says what to do; None when there is nothing to do."""

    name: str
    level: Level
    found: Words
    advice: Words | None = None


def _plain(text: str) -> Words:
    return Words(zh=text, en=text)


def _filled(words: Words, **params: Param) -> Words:
    return Words(zh=words.say("zh", **params), en=words.say("en", **params))


def python() -> Finding:
    """Look at the Python that runs kedun."""
    return Finding("python", "ok", _plain(f"{platform.python_version()} ({sys.executable})"))


def packages(checkout: Path = CHECKOUT) -> Finding:
    """Look whether the installed packages are those of the lock."""
    stamp = checkout / ".venv" / "kedun.stamp"
    good = [
        f"{kind} {hashlib.sha256((checkout / name).read_bytes()).hexdigest()}"
        for kind, name in (("run", "requirements.lock"), ("dev", "requirements-dev.lock"))
        if (checkout / name).exists()
    ]
    if stamp.exists() and stamp.read_text() in good:
        return Finding("packages", "ok", Words(zh="与锁定文件一致", en="as locked"))
    return Finding(
        "packages",
        "warn",
        Words(zh="无法确认与锁定文件一致", en="not known to be as locked"),
        Words(
            zh="请用 ./kedun 启动，它会按锁定文件同步。", en="Start with ./kedun, which installs what the lock says."
        ),
    )


def postgresql() -> Finding:
    """Look for the PostgreSQL programs."""
    if os.environ.get("DATABASE_URL"):
        return Finding(
            "postgresql", "ok", Words(zh="使用 DATABASE_URL 指定的数据库", en="the one of DATABASE_URL is used")
        )
    try:
        program = wheel_programs() / "postgres"
    except Refusal as refusal:
        return Finding("postgresql", "fail", refusal.words())
    told = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)  # noqa: S603 - the wheel's
    if told.returncode:
        return Finding("postgresql", "fail", _plain(told.stderr.strip()), _NOT_FOR_THIS_MACHINE)
    return Finding("postgresql", "ok", _plain(told.stdout.strip()))


_NOT_FOR_THIS_MACHINE = Words(
    zh="随附的 PostgreSQL 不能在本机运行，请用 DATABASE_URL 指向自己的 PostgreSQL。",
    en="The PostgreSQL that comes along does not run here; set DATABASE_URL to one of your own.",
)


def _nearest(folder: Path) -> Path:
    return next(place for place in (folder, *folder.parents) if place.exists())


def data_folder() -> Finding:
    """Look whether the data folder can be written, or made."""
    data = choices().data
    place = _nearest(data)
    if place.is_dir() and os.access(place, os.W_OK | os.X_OK):
        return Finding("data_folder", "ok", _plain(str(data)))
    return Finding(
        "data_folder",
        "fail",
        _filled(Words(zh="无法写入 {place}", en="{place} cannot be written"), place=str(place)),
        Words(zh="请用 --data 或 KEDUN_DATA 另选数据文件夹。", en="Choose another with --data or KEDUN_DATA."),
    )


def disk() -> Finding:
    """Look how much room the data folder's disk has."""
    free = shutil.disk_usage(_nearest(choices().data)).free
    found = _filled(Words(zh="可用 {free} GiB", en="{free} GiB free"), free=round(free / GIB, 1))
    if free >= LITTLE_DISK:
        return Finding("disk", "ok", found)
    advice = Words(zh="请释放空间，或用 --data 另选磁盘。", en="Free some space, or choose another disk with --data.")
    return Finding("disk", "warn" if free >= TOO_LITTLE_DISK else "fail", found, advice)


def memory() -> Finding:
    """Look how much memory is available."""
    free = psutil.virtual_memory().available
    found = _filled(Words(zh="可用 {free} GiB", en="{free} GiB available"), free=round(free / GIB, 1))
    if free >= LITTLE_MEMORY:
        return Finding("memory", "ok", found)
    return Finding(
        "memory", "warn", found, Words(zh="请关闭其他程序，或增加内存。", en="Close other programs or add memory.")
    )


def socket_folder() -> Finding:
    """Look whether PostgreSQL's socket finds room in the temporary folder."""
    place = Path(tempfile.gettempdir())
    if os.access(place, os.W_OK | os.X_OK) and len(bytes(place)) <= LONGEST_SOCKET_FOLDER:
        return Finding("socket_folder", "ok", _plain(str(place)))
    return Finding(
        "socket_folder",
        "warn",
        _filled(Words(zh="{place} 路径过长或不可写", en="{place} is too deep or cannot be written"), place=str(place)),
        Words(
            zh="请把 TMPDIR 设为较短且可写的路径，如 /tmp。", en="Set TMPDIR to a short, writable folder such as /tmp."
        ),
    )


def front_end(state: web_build.State | None = None) -> Finding:
    """Look whether the pages are built; Node comes along when they must be."""
    state = state or web_build.state()
    if state == "built":
        return Finding("front_end", "ok", Words(zh="已构建", en="built"))
    if state == "changed":
        found = Words(zh="源码有改动，尚未构建", en="its sources changed since it was built, or it never was")
        advice = Words(
            zh="下次 ./kedun run 或 demo 会自动构建（需要网络，自带 Node）；也可现在执行 ./kedun build。",
            en="The next ./kedun run or demo builds it (with the network; Node comes along), or do it now: ./kedun build.",
        )
        return Finding("front_end", "warn", found, advice)
    advice = Words(
        zh="请使用完整的检出，或已构建的安装包。", en="Use a whole checkout, or a wheel, which has it built."
    )
    return Finding("front_end", "warn", Words(zh="没有界面，只能使用接口", en="none: only the API works"), advice)


def port() -> Finding:
    """Look whether the port that `kedun run` takes by default is free, or served by our own server."""
    address = status(choices().data).address
    if address:
        return Finding(
            "port",
            "ok",
            _filled(Words(zh="服务正在 {address} 运行", en="the server answers at {address}"), address=address),
        )
    try:
        check_port("127.0.0.1", PORT)
    except Refusal as refusal:
        told = Words(zh=refusal.say("zh"), en=refusal.say("en"))
        return Finding(
            "port", "warn", told, Words(zh="启动时用 --port 另选端口。", en="Choose another with --port at the start.")
        )
    return Finding("port", "ok", _filled(Words(zh="{port} 可用", en="{port} is free"), port=PORT))


def browser() -> Finding:
    """Look for a browser and Chinese fonts, which only tests of the pages need."""
    found = [path for path in map(shutil.which, BROWSERS) if path]
    absent = Words(zh="未安装（可选，仅界面测试需要）", en="not installed (optional: only tests of the pages need it)")
    return Finding("browser", "ok", _plain(found[0]) if found else absent)


def chinese_fonts() -> Finding:
    """Look for Chinese fonts, which only tests of the pages need."""
    lister = shutil.which("fc-list")
    command = [lister, ":lang=zh", "family"] if lister else ["true"]
    told = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - a fixed command
    families = sorted(told.stdout.split("\n"))[-1].strip()
    absent = Words(zh="未找到（可选，仅界面测试需要）", en="none found (optional: only tests of the pages need them)")
    return Finding("chinese_fonts", "ok", _plain(families) if families else absent)


def stored() -> tuple[Finding, ...]:
    """Look whether the database answers, its tables are up to date, and a running server's workers are alive."""
    if not os.environ.get("DATABASE_URL") and not (choices().data / "postgresql").exists():
        found = Words(zh="尚未建立，首次使用时自动建立", en="not made yet: the first command that needs it will")
        return (Finding("database", "ok", found),)
    try:
        with opened(migrated=False):
            return _asked_of_the_database()
    except Refusal as refusal:
        return (Finding("database", "fail", Words(zh=refusal.say("zh"), en=refusal.say("en"))),)


def _asked_of_the_database() -> tuple[Finding, ...]:
    from django.db import Error

    try:
        pending = pending_migrations()
        if pending:
            return (_pending(pending),)
        alive = _beating() if status(choices().data).server else None
    except Error as error:
        advice = Words(
            zh="请检查 DATABASE_URL 与数据库的状态。", en="Check DATABASE_URL and whether the database runs."
        )
        return (Finding("database", "fail", _plain(str(error).strip()), advice),)
    current = Finding("database", "ok", Words(zh="可连接，表结构最新", en="reachable, tables up to date"))
    return (current, _workers(alive), _mail())


def _pending(pending: int) -> Finding:
    return Finding(
        "database",
        "warn",
        _filled(Words(zh="有 {pending} 个迁移未执行", en="{pending} migrations are pending"), pending=pending),
        Words(zh="下一条使用数据库的命令会自动执行。", en="The next command that uses the database applies them."),
    )


def _workers(alive: int | None) -> Finding:
    if alive is None:
        return Finding("workers", "ok", Words(zh="没有服务在运行", en="no server runs"))
    found = _filled(Words(zh="{alive} 个后台进程有心跳", en="{alive} workers have a heartbeat"), alive=alive)
    if alive:
        return Finding("workers", "ok", found)
    return Finding(
        "workers",
        "fail",
        found,
        Words(
            zh="请重启服务：./kedun stop，再 ./kedun run。",
            en="Start the server again: ./kedun stop, then ./kedun run.",
        ),
    )


def _mail() -> Finding:
    from kedun.accounts.company.queries import mail

    server = mail().server
    if server is not None:
        return Finding("mail", "ok", _plain(f"{server.host}:{server.port}"))
    advice = Words(
        zh="没有邮件服务器时，预警只在系统内可见，设置密码的链接需当面转交。请在“设置 → 邮件”中填写，或设置 KEDUN_SMTP_URL。",
        en="Without a mail server alerts are seen inside only, and links to set passwords must be handed over."
        " Set one in Settings → Mail, or by KEDUN_SMTP_URL.",
    )
    return Finding("mail", "warn", Words(zh="未设置邮件服务器", en="no mail server is set up"), advice)


def _beating() -> int:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM procrastinate_workers WHERE last_heartbeat > now() - interval '60 seconds'"
        )
        row = cursor.fetchone()
    return int(row[0]) if row else 0


# Those that need no database.
ALL: tuple[Callable[[], Finding], ...] = (
    python,
    packages,
    postgresql,
    data_folder,
    disk,
    memory,
    socket_folder,
    front_end,
    port,
    browser,
    chinese_fonts,
)
