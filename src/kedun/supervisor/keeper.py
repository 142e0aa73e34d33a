"""The process that runs PostgreSQL while somebody uses it: `python -m kedun.supervisor.keeper DATA`.

The first command that needs the database starts it, every user holds `users.lock` shared, and when the keeper can take
that lock exclusively nobody is left: it stops PostgreSQL and ends. A user killed at any moment releases its lock, and a
newcomer waits for the lock while the keeper closes down, so there is no moment at which two would start or none.
"""

import json
import os
import shutil
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from kedun.kernel.refusals import Refusal
from kedun.supervisor import folder as folders
from kedun.supervisor import processes
from kedun.supervisor.folder import DataFolder
from kedun.supervisor.postgres import Postgres, prepared_postgres, stop

LOOK_EVERY = 0.1
LOCK_ATTEMPTS = 20


def main() -> int:
    """Keep PostgreSQL for the data folder named on the command line; tell the starter on standard output how it went."""
    folder = DataFolder(Path(sys.argv[1]))
    try:
        with processes.listening_for_stop() as stopping:
            return keep(folder, stopping)
    except Refusal as refusal:
        tell({"refused": refusal.code(), "params": dict(refusal.params)})
        return 3


def tell(message: dict[str, object]) -> None:
    """Send the starter one line; it may be gone, which the lock will show."""
    with suppress(OSError):
        os.write(sys.stdout.fileno(), json.dumps(message).encode() + b"\n")


def keep(folder: DataFolder, stopping: processes.Stop) -> int:
    """Run PostgreSQL until nobody uses it."""
    if not _become_keeper(folder):
        tell({"busy": True})
        return 0
    _remove_old_socket(folder)
    with prepared_postgres(folder) as postgres:
        running = postgres.start()
        try:
            postgres.wait_until_ready(running)
            _announce(folder, postgres)
            tell({"url": postgres.url})
            running = _watch(folder, postgres, running, stopping)
        finally:
            folder.state("keeper").unlink(missing_ok=True)
            stop(running)
    return 0


def _become_keeper(folder: DataFolder) -> bool:
    """Take the keeper's lock for the life of the process. Somebody may be looking at it just now: try for a while."""
    for _ in range(LOCK_ATTEMPTS):
        with folders.refusing(folder.root):
            if folders.take_if_free(folder.lock("keeper")) is not None:
                return True
        time.sleep(0.01)
    return False


def _remove_old_socket(folder: DataFolder) -> None:
    old = folders.read_state(folder.state("keeper")).get("socket")
    if isinstance(old, str) and Path(old).name.startswith("kedun-"):
        shutil.rmtree(old, ignore_errors=True)


def _announce(folder: DataFolder, postgres: Postgres) -> None:
    me = os.getpid()
    state: folders.State = {"pid": me, "born": processes.born(me) or 0.0}
    with folders.refusing(folder.root):
        folders.write_state(folder.state("keeper"), {**state, "url": postgres.url, "socket": str(postgres.socket)})


def _watch(
    folder: DataFolder, postgres: Postgres, running: subprocess.Popen[bytes], stopping: processes.Stop
) -> subprocess.Popen[bytes]:
    """Start PostgreSQL again whenever it ends, until nobody uses it; give the one that runs now.

    The users' lock, once taken, is held until this process has ended: newcomers wait for it.
    """
    restarts = processes.Restarts()
    restarts.started()
    has_ended = False
    while not stopping.asked and folders.take_if_free(folder.lock("users")) is None:
        if running.poll() is not None and not has_ended:
            restarts.ended()
            has_ended = True
        if has_ended and restarts.is_due():
            running = postgres.restart()
            restarts.started()
            has_ended = False
        time.sleep(LOOK_EVERY)
    return running


if __name__ == "__main__":
    sys.exit(main())
