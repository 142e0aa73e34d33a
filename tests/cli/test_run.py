"""The server is started, told of and stopped from the command line."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import webbrowser
from pathlib import Path

import pytest

from kedun.cli import serving
from kedun.cli.demo_state import Demo, write
from kedun.cli.serving import Place, open_browser
from kedun.supervisor import status
from kedun.supervisor.folder import prepared
from kedun.supervisor.processes import python_environment
from tests.cli.conftest import PATIENCE, Kedun, free_port, started


def test_a_folder_on_which_nothing_runs(kedun: Kedun, tmp_path: Path) -> None:
    assert "没有服务在运行" in kedun("status").out
    assert "数据库未运行" in kedun("status").out
    assert kedun("status", "--json").document() == {
        "format": 1,
        "data": str(tmp_path / "kedun-data"),
        "database": None,
        "server": None,
        "address": None,
    }
    assert kedun("stop").out == f"{tmp_path / 'kedun-data'} 上没有服务在运行。\n"
    assert kedun("stop", "--json").document() == {"format": 1, "stopped": None}
    assert not (tmp_path / "kedun-data").exists()


def test_a_folder_that_cannot_be_used_is_refused(kedun: Kedun, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    (tmp_path / "file").write_text("")
    with started(tmp_path / "file", "run") as server:
        assert server.ready()["error"]["message"].endswith(
            "file is not a folder. Choose another data folder with --data."
        )
        assert server.process.wait(PATIENCE) == 2


def test_the_first_start_makes_an_administrator_and_serves_until_it_is_stopped(kedun: Kedun, new_data: Path) -> None:
    with started(new_data, "run", "--admin-email", "Boss@example.com") as server:
        ready = server.ready()
        assert ready["address"] == f"http://127.0.0.1:{server.port}"
        code, body = server.get("/health")
        assert (code, json.loads(body)["database"]) == (200, True)
        assert server.get("/api/v1/me")[0] == 401
        found = kedun("status", "--json", "--data", str(new_data)).document()
        assert (found["server"], found["address"]) == (status(new_data).server, ready["address"])
        assert ready["address"] in kedun("status", "--data", str(new_data)).out
        assert f"（进程 {found['server']}）已停止" in kedun("stop", "--data", str(new_data)).out
        assert server.process.wait(PATIENCE) == 0
        told = server.complaint()
    assert f"http://127.0.0.1:{server.port}/login?reset=" in told
    assert "boss@example.com" in told
    assert status(new_data).url is None


def test_without_an_administrator_and_without_a_terminal_it_says_what_to_do(data: Path) -> None:
    with started(data, "run") as server:
        assert server.process.wait(PATIENCE) == 3
        assert "--admin-email you@example.com" in server.complaint()


def test_ctrl_c_while_it_prepares_ends_it_quietly(new_data: Path) -> None:
    with started(new_data, "run", "--admin-email", "boss@example.com") as server:
        begun = time.monotonic()
        while status(new_data).url is None and time.monotonic() - begun < PATIENCE:
            assert server.process.poll() is None
        assert server.told(signal.SIGINT) == 0
        assert "Traceback" not in server.complaint()
    assert status(new_data).server is None


def test_a_second_start_is_told_where_the_first_one_answers(kedun: Kedun, data: Path) -> None:
    folder = prepared(data)
    code = "import fcntl, os, sys; from kedun.supervisor import server; from kedun.supervisor.folder import DataFolder, Path\n"
    code += "with server._being_the_server(DataFolder(Path(sys.argv[1]))):\n"
    code += "    server._announce(DataFolder(Path(sys.argv[1])), {'address': 'http://there:1'}); print(flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", code, str(folder.root)],
        env=python_environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as first:
        assert first.stdout
        first.stdout.readline()
        refused = kedun("run", "--data", str(data), "--lang", "en")
        assert refused.code == 3
        assert f"process {first.pid}, address http://there:1" in refused.err
        assert first.stdin
        first.stdin.close()


def test_a_port_that_is_taken_is_refused_before_anything_starts(kedun: Kedun, tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        refused = kedun("run", "--port", str(other.getsockname()[1]))
    assert refused.code == 3
    assert "已被其他程序占用" in refused.err
    assert not (tmp_path / "kedun-data" / "postgresql").exists()


def test_serving_the_network_needs_the_names_it_is_called_by(kedun: Kedun) -> None:
    refused = kedun("run", "--host", "0.0.0.0", "--lang", "en")  # noqa: S104 - what is refused
    assert refused.code == 2
    assert "--allowed-host kedun.example.com" in refused.err


def test_the_folder_of_the_demo_is_not_for_ones_own_data(kedun: Kedun, tmp_path: Path) -> None:
    (tmp_path / "demo").mkdir()
    write(tmp_path / "demo", Demo(customers=1, months=1, until=20_000))
    refused = kedun("run", "--data", "demo", "--lang", "en")
    assert refused.code == 3
    assert f"./kedun demo --data {tmp_path / 'demo'}" in refused.err


@pytest.mark.parametrize(
    ("place", "address", "hosts"),
    [
        pytest.param(Place("127.0.0.1", 8000), "http://127.0.0.1:8000", "127.0.0.1,localhost", id="this machine"),
        pytest.param(Place("0.0.0.0", 80, ("k.example.com",)), "http://k.example.com:80", "127.0.0.1,k.example.com,localhost", id="the network"),  # noqa: S104
        pytest.param(Place("::1", 8000), "http://[::1]:8000", "::1,localhost", id="by IPv6"),
        pytest.param(Place("10.0.0.5", 8000), "http://10.0.0.5:8000", "10.0.0.5", id="one address"),
    ],
)  # fmt: skip
def test_the_web_server_is_told_its_names(
    monkeypatch: pytest.MonkeyPatch, place: Place, address: str, hosts: str
) -> None:
    monkeypatch.delenv("KEDUN_URL", raising=False)
    assert place.environment() == {"KEDUN_HOSTS": hosts, "KEDUN_URL": address}
    monkeypatch.setenv("KEDUN_URL", "https://kedun.example.com")
    assert place.environment()["KEDUN_URL"] == "https://kedun.example.com"


def test_a_terminal_without_windows_opens_no_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert not open_browser("http://127.0.0.1:1")
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("BROWSER", os.devnull)
    monkeypatch.setattr(webbrowser, "open", lambda _address: False)
    assert not open_browser("http://127.0.0.1:1")


def test_nobody_answers_where_nobody_serves() -> None:
    assert not serving.answers(Place("127.0.0.1", free_port()))
