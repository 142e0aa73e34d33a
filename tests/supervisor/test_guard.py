"""The guard's worker is replaced when it is killed, and a wish to stop is never lost between the two of them."""

import os
import signal
from functools import partial
from pathlib import Path

import pytest

from kedun.supervisor.folder import DataFolder, prepared, take
from tests.supervisor.conftest import PATIENCE, script, until, until_nothing_runs_on
from tests.supervisor.test_server import ON_LINUX

# The worker notes each of its lives; what it does then is told on the command line.
GUARDED = """
import os, signal, sys
from pathlib import Path
from kedun.supervisor import guarded
code = guarded(Path(sys.argv[1]), lambda words, params: print(words.say("en", **params), flush=True))
if code is not None:
    sys.exit(code)
with open(sys.argv[2], "a") as lives:
    print(os.getpid(), file=lives, flush=True)
exec(sys.argv[3])
"""


def _has_lived(notes: Path, times: int) -> bool:
    return len(lives(notes)) == times


def lives(notes: Path) -> list[int]:
    return [int(line) for line in notes.read_text().split()] if notes.exists() else []


@pytest.mark.parametrize(
    ("does", "code"),
    [
        pytest.param("sys.exit(0)", 0, id="done"),
        pytest.param("sys.exit(3)", 3, id="refused"),
        pytest.param("os.kill(os.getpid(), signal.SIGTERM)", 143, id="ended by somebody's signal"),
    ],
)
def test_a_worker_that_ends_is_not_replaced(data: Path, tmp_path: Path, does: str, code: int) -> None:
    with script(GUARDED, data, tmp_path / "lives", does) as guard:
        assert guard.wait(PATIENCE) == code
    assert len(lives(tmp_path / "lives")) == 1
    assert until_nothing_runs_on(data) == []


def test_a_worker_that_was_killed_is_replaced(data: Path, tmp_path: Path) -> None:
    notes = tmp_path / "lives"
    with script(GUARDED, data, notes, "signal.pause()") as guard:
        for number in (1, 2):
            until(partial(_has_lived, notes, number), what=f"life {number}")
            os.kill(lives(notes)[-1], signal.SIGKILL)
        until(lambda: len(lives(notes)) == 3, what="the third life")
        guard.send_signal(signal.SIGTERM)
        assert guard.wait(PATIENCE) == 0
        assert guard.stdout
        assert guard.stdout.read().count("The server was killed (signal 9)") == 2
    assert until_nothing_runs_on(data) == []


@ON_LINUX
def test_a_wish_to_stop_before_there_is_a_worker_is_kept(data: Path, tmp_path: Path) -> None:
    folder: DataFolder = prepared(data)
    closing = take(folder.lock("users"))  # as while a keeper closes down: the guard waits for it
    with script(GUARDED, data, tmp_path / "lives", "signal.pause()") as guard:
        until(lambda: _catches(guard.pid, signal.SIGINT), what="it listens")
        guard.send_signal(signal.SIGINT)
        os.close(closing)
        assert guard.wait(PATIENCE) == 0
    assert lives(tmp_path / "lives") == []
    assert until_nothing_runs_on(data) == []


def _status(pid: int) -> bytes:
    return Path(f"/proc/{pid}/status").read_bytes()


def _catches(pid: int, number: signal.Signals) -> bool:
    """Whether a process has the handler of a stop, which it shares with SIGHUP; Python itself sets none for that."""
    caught = next(line.split()[1] for line in _status(pid).splitlines() if line.startswith(b"SigCgt"))
    wanted = (1 << (number - 1)) | (1 << (signal.SIGHUP - 1))
    return int(caught, 16) & wanted == wanted


def test_a_folder_that_cannot_be_used_is_refused_before_the_split(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    with script(GUARDED, tmp_path / "data", tmp_path / "lives", "pass") as guard:
        assert guard.wait(PATIENCE) == 1
    assert lives(tmp_path / "lives") == []
