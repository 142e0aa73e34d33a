"""What runs on a data folder is told, started and stopped from the command line."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kedun.cli.server import prepare
from kedun.supervisor import running_database
from kedun.supervisor.processes import python_environment
from kedun.supervisor.refusals import PreparationFailed
from tests.cli.conftest import Kedun
from tests.conftest import with_database


def test_a_folder_on_which_nothing_runs(kedun: Kedun, tmp_path: Path) -> None:
    assert "没有服务在运行" in kedun("status").out
    assert "数据库未运行" in kedun("status").out
    assert kedun("status", "--json").document() == {
        "format": 1,
        "data": str(tmp_path / "kedun-data"),
        "database": None,
        "server": None,
    }
    assert kedun("stop").out == f"{tmp_path / 'kedun-data'} 上没有服务在运行。\n"
    assert kedun("stop", "--json").document() == {"format": 1, "stopped": None}
    assert not (tmp_path / "kedun-data").exists()


def test_a_folder_that_cannot_be_used_is_refused(kedun: Kedun, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    (tmp_path / "file").write_text("")
    refused = kedun("work", "--data", "file", "--lang", "en")
    assert refused.code == 2
    assert refused.err == f"{tmp_path / 'file'} is not a folder. Choose another data folder with --data.\n"


@contextmanager
def working(data: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "kedun.cli", "--data", str(data), "--lang", "en", "work"]
    with subprocess.Popen(command, env=python_environment(), stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            if process.poll() is None:
                process.kill()


def doctor_of(data: Path) -> dict[str, str]:
    """What the doctor found, by check; in a process of its own, since it opens the database."""
    command = [sys.executable, "-m", "kedun.cli", "--data", str(data), "--lang", "zh", "doctor", "--json"]
    told = subprocess.run(command, env=python_environment(), capture_output=True, text=True, check=False)
    return {check["name"]: check["found"] for check in json.loads(told.stdout)["checks"]}


def lines_until(process: subprocess.Popen[str], last: str) -> list[str]:
    assert process.stdout
    lines: list[str] = []
    for line in process.stdout:
        lines.append(line.strip())
        if last in line:
            return lines
    pytest.fail(f"it ended without saying {last!r}: {lines}")


def test_work_runs_the_workers_until_it_is_stopped(
    kedun: Kedun, tmp_path: Path, made_once: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    data = with_database(tmp_path / "data", made_once)
    with working(data) as process:
        said = lines_until(process, "batch started")
        assert said[0] == "The database is ready"
        assert "events started" in said[1]
        found = kedun("status", "--json", "--data", str(data)).document()
        assert found["server"] == process.pid
        assert found["database"] in kedun("status", "--data", str(data)).out
        assert "心跳" in doctor_of(data)["workers"]
        assert f"（进程 {process.pid}）已停止" in kedun("stop", "--data", str(data)).out
        assert process.wait(30) == 0
    with running_database(data) as url:
        prepare(url)  # again: the same tables, nothing to do


def test_a_database_that_cannot_be_prepared_is_refused() -> None:
    with pytest.raises(PreparationFailed, match="OperationalError"):
        prepare("postgresql://nobody@/nothing?host=/no-such-folder")
