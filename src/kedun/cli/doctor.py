"""`kedun doctor`: what is installed, reachable and writable, and what to do about the rest."""

import json
from collections.abc import Sequence
from typing import Annotated

import typer

from kedun import __version__
from kedun.cli import checks
from kedun.cli.checks import Finding
from kedun.cli.session import say
from kedun.kernel.words import Words

SIGNS = {"ok": "OK  ", "warn": "WARN", "fail": "FAIL"}
LABELS = {
    "python": Words(zh="Python", en="Python"),
    "packages": Words(zh="软件包", en="Packages"),
    "postgresql": Words(zh="PostgreSQL 程序", en="PostgreSQL programs"),
    "data_folder": Words(zh="数据文件夹", en="Data folder"),
    "disk": Words(zh="磁盘", en="Disk"),
    "memory": Words(zh="内存", en="Memory"),
    "socket_folder": Words(zh="临时文件夹", en="Temporary folder"),
    "front_end": Words(zh="界面", en="Front end"),
    "port": Words(zh="端口", en="Port"),
    "browser": Words(zh="浏览器", en="Browser"),
    "chinese_fonts": Words(zh="中文字体", en="Chinese fonts"),
    "database": Words(zh="数据库", en="Database"),
    "workers": Words(zh="后台进程", en="Workers"),
    "mail": Words(zh="邮件", en="Mail"),
}
FAILED = 3


def register(app: typer.Typer) -> None:
    """Add this topic's commands."""
    app.command("doctor", help="检查安装与运行环境 · Check what is installed, reachable and writable.")(examine)


def examine(as_json: Annotated[bool, typer.Option("--json", help="输出 JSON · Print JSON.")] = False) -> None:
    """Check everything and say what to do; the exit code is 3 when something fails."""
    findings = [*(check() for check in checks.ALL), *checks.stored()]
    typer.echo(_document(findings) if as_json else "\n".join(_lines(findings)))
    if any(finding.level == "fail" for finding in findings):
        raise typer.Exit(FAILED)


def _lines(findings: Sequence[Finding]) -> list[str]:
    lines = []
    for finding in findings:
        lines.append(f"{SIGNS[finding.level]} {say(LABELS[finding.name])}: {say(finding.found)}")
        if finding.advice:
            lines.append(f"     → {say(finding.advice)}")
    return lines


def _document(findings: Sequence[Finding]) -> str:
    rows = [
        {
            "name": finding.name,
            "level": finding.level,
            "found": say(finding.found),
            "advice": say(finding.advice) if finding.advice else None,
        }
        for finding in findings
    ]
    healthy = all(finding.level != "fail" for finding in findings)
    document = {"format": 1, "version": __version__, "healthy": healthy, "checks": rows}
    return json.dumps(document, ensure_ascii=False)
