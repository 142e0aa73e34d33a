"""The server keeps its children and the database running, and leaves nothing behind."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest

from kedun.supervisor import folder as folders
from kedun.supervisor import running_database, status, stop
from kedun.supervisor.children import MARK
from kedun.supervisor.processes import Restarts, born, is_same
from kedun.supervisor.refusals import AlreadyRunning, StillStopping
from tests.supervisor.conftest import PATIENCE, answers, keeper_of, running_on, script, until, until_nothing_runs_on

ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells children that their parent died")
# A server with one child, which notes the database it was given and its process id, then does what it is told.
SERVER = """
import signal, sys
from pathlib import Path
from kedun.kernel.refusals import Refusal
from kedun.supervisor import Child, Supervisor
signal.signal(signal.SIGINT, signal.SIG_IGN)  # as a shell does for what it starts in the background
data, child = Path(sys.argv[1]), sys.argv[2]
PREPARES = "import os, sys; open(sys.argv[1], 'w').write(os.environ['DATABASE_URL'])"
try:
    Supervisor(
        data=data,
        children=(Child("worker", (sys.executable, "-c", child, str(data / "seen")), patience=1.0),),
        tell=lambda words, params: print(words.say("en", **params), flush=True),
        preparing=(Child("prepare", (sys.executable, "-c", PREPARES, str(data / "prepared"))),),
    ).run()
except Refusal as refusal:
    print(refusal, flush=True)
    sys.exit(3)
"""
NOTES = """
import os, sys
with open(sys.argv[1], "a") as seen:
    print(os.getpid(), os.environ["DATABASE_URL"], os.environ["KEDUN_DATA"], file=seen, flush=True)
"""
STAYS = NOTES + "import signal; signal.pause()"
ENDS = NOTES
IGNORES = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN)\n" + STAYS
LEAVES_A_DAEMON = STAYS.replace(
    "import signal;",
    "import subprocess\nsubprocess.Popen([sys.executable, '-c', 'import signal; signal.pause()'], start_new_session=True)\nimport signal;",
)


@dataclass(frozen=True)
class Server:
    """A server in a process of its own."""

    process: subprocess.Popen[str]
    data: Path

    def seen(self) -> list[list[str]]:
        """What each start of the child noted: its process id, the database, the data folder."""
        with suppress(FileNotFoundError):
            return [line.split(" ") for line in (self.data / "seen").read_text().splitlines()]
        return []

    def child(self, number: int) -> int:
        """The process id of the child's start of that number, from 1; waits for it."""
        until(lambda: len(self.seen()) >= number, what=f"start {number} of the child")
        return int(self.seen()[number - 1][0])

    def told(self, number: signal.Signals) -> int:
        self.process.send_signal(number)
        return self.process.wait(PATIENCE)


@contextmanager
def server(data: Path, child: str) -> Iterator[Server]:
    with script(SERVER, data, child) as process:
        yield Server(process, data)


def marked(data: Path) -> list[int]:
    found = []
    for process in psutil.process_iter():
        with suppress(psutil.Error):
            if process.environ().get(MARK) == str(data) and process.status() != psutil.STATUS_ZOMBIE:
                found.append(process.pid)
    return found


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP], ids=lambda number: number.name)
def test_a_signal_stops_the_server_and_all_it_runs(data: Path, number: signal.Signals) -> None:
    with server(data, STAYS) as running:
        running.child(1)
        assert (data / "prepared").read_text() == running.seen()[0][1] == status(data).url
        assert running.seen()[0][2] == str(data)
        assert running.told(number) == 0
        assert running_on(data) == []
        assert marked(data) == []


def test_a_child_that_does_not_listen_is_killed(data: Path) -> None:
    with server(data, IGNORES) as running:
        running.child(1)
        assert running.told(signal.SIGTERM) == 0
        assert marked(data) == []


def test_a_killed_child_is_started_again(data: Path) -> None:
    with server(data, STAYS) as running:
        os.kill(running.child(1), signal.SIGKILL)
        assert running.child(2) != running.child(1)
        running.told(signal.SIGTERM)


def test_a_child_that_ended_without_an_error_is_started_again_too(data: Path) -> None:
    with server(data, ENDS) as running:
        running.child(3)
        running.told(signal.SIGTERM)


@ON_LINUX
def test_a_killed_server_leaves_nothing(data: Path) -> None:
    with server(data, STAYS) as running:
        running.child(1)
        running.told(signal.SIGKILL)
        until(lambda: marked(data) == [], what="the children end")
        assert until_nothing_runs_on(data) == []
        assert status(data).server is None


def test_what_a_killed_servers_child_left_behind_ends_with_the_next_start(data: Path) -> None:
    with server(data, LEAVES_A_DAEMON) as running:
        running.child(1)
        until(lambda: len(marked(data)) == 2, what="the daemon starts")
        running.told(signal.SIGKILL)
    until(lambda: len(marked(data)) == 1, what="the child ends")
    left = set(marked(data))
    with server(data, STAYS) as running:
        running.child(2)
        assert left & set(marked(data)) == set()
        running.told(signal.SIGTERM)


def test_a_killed_database_comes_back_and_the_children_learn_where(data: Path) -> None:
    with server(data, STAYS) as running:
        running.child(1)
        keeper_of(data).kill()
        running.child(2)
        assert running.seen()[0][1] != running.seen()[1][1]
        assert answers(running.seen()[1][1])
        assert marked(data) == [running.child(2)]
        running.told(signal.SIGTERM)


def test_a_second_server_on_the_folder_is_refused(data: Path) -> None:
    with server(data, STAYS) as running:
        running.child(1)
        with server(data, STAYS) as second:
            assert second.process.wait(PATIENCE) == 3
            assert second.process.stdout
            assert f"process {running.process.pid}" in second.process.stdout.read()
        assert len(running.seen()) == 1
        running.told(signal.SIGTERM)


def test_a_command_uses_the_servers_database_and_keeps_it_after_the_server(data: Path) -> None:
    with server(data, STAYS) as running:
        running.child(1)
        with running_database(data) as url:
            assert url == running.seen()[0][1]
            running.told(signal.SIGTERM)
            assert answers(url)


def test_the_server_works_with_a_stated_database(data: Path) -> None:
    with running_database(data) as url, script(SERVER, data, STAYS, environment={"DATABASE_URL": url}) as process:
        running = Server(process, data)
        running.child(1)
        assert running.seen()[0][1] == url
        assert running.told(signal.SIGTERM) == 0
        assert answers(url)


def test_stop_ends_the_server_and_says_which(data: Path) -> None:
    with server(data, STAYS) as running:
        running.child(1)
        assert status(data).server == running.process.pid
        assert stop(data) == running.process.pid
        assert running.process.wait(PATIENCE) == 0
    assert stop(data) is None
    assert status(data).server is None


def test_stop_on_a_folder_that_does_not_exist_finds_nothing_and_makes_nothing(tmp_path: Path) -> None:
    assert stop(tmp_path / "none") is None
    assert not (tmp_path / "none").exists()


def test_a_server_that_does_not_end_is_reported(data: Path) -> None:
    with server(data, STAYS) as running:
        running.child(1)
        running.process.send_signal(signal.SIGSTOP)
        with pytest.raises(StillStopping, match=str(running.process.pid)):
            stop(data, patience=0.0)
        running.process.send_signal(signal.SIGCONT)
        assert running.process.wait(PATIENCE) == 0


def test_the_id_of_a_server_that_was_killed_is_not_believed_when_another_process_has_it(data: Path) -> None:
    folder = folders.prepared(data)
    lock = folders.take(folder.lock("server"))
    folders.write_state(folder.state("server"), {"pid": os.getpid(), "born": 1.0})
    assert status(data).server is None
    os.close(lock)


def test_the_refusal_names_the_running_server() -> None:
    refusal = AlreadyRunning(folder="/data", pid=7, address="-")
    assert "7" in refusal.say("zh")
    assert "./kedun stop" in refusal.say("en")


def test_a_process_is_known_by_its_id_and_its_start() -> None:
    started = born(os.getpid())
    assert started
    assert is_same(os.getpid(), started)
    assert not is_same(os.getpid(), started - 60)
    assert not is_same(2**22 + 1, started)


def test_restarts_wait_ever_longer_and_forget_after_a_long_run() -> None:
    now = [0.0]
    restarts = Restarts(clock=lambda: now[0])
    waits = []
    for _ in range(10):
        restarts.started()
        restarts.ended()
        waits.append(round(restarts.due_at - now[0], 1))
    assert waits == [0.0, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 10.0, 10.0]
    assert not restarts.is_due()
    now[0] = 1000.0
    assert restarts.is_due()
    restarts.started()
    now[0] += 61
    restarts.ended()
    assert restarts.is_due()
