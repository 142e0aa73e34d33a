"""A command's share in the running database: taken, looked after, given back."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kedun.kernel.refusals import Refusal
from kedun.supervisor import folder as folders
from kedun.supervisor import processes, refusals
from kedun.supervisor.folder import DataFolder

LOOK_EVERY = 0.02
LONGEST_FAREWELL = 75.0

# Keepers we started that others still use: kept so that they are reaped when they end.
_kept: list[subprocess.Popen[bytes]] = []


@dataclass(frozen=True, slots=True)
class Lease:
    """The right to use the database at `url` until it is given back."""

    folder: DataFolder
    url: str
    users: int
    keeper: subprocess.Popen[bytes] | None

    def is_alive(self) -> bool:
        """Whether the keeper still runs."""
        return folders.is_held(self.folder.lock("keeper"))

    def give_back(self) -> None:
        """End the use. If we started the keeper and were its last user, wait until it has cleaned up."""
        os.close(self.users)
        if self.keeper is None:
            return
        end = time.monotonic() + LONGEST_FAREWELL
        # Ours may have been killed and replaced by another command's.
        while (self.keeper.poll() is None or self.is_alive()) and time.monotonic() < end:
            if _others_use(self.folder):
                break
            time.sleep(LOOK_EVERY)
        if self.keeper.poll() is None:
            _kept.append(self.keeper)


def _others_use(folder: DataFolder) -> bool:
    """Whether another command shares the database: the lock cannot be had alone, but it can be shared."""
    alone = folders.take_if_free(folder.lock("users"))
    if alone is not None:
        os.close(alone)
        return False
    shared = folders.take_if_free(folder.lock("users"), shared=True)
    if shared is not None:
        os.close(shared)
    return shared is not None


@contextmanager
def running_database(data: Path) -> Iterator[str]:
    """Give the URL of a running database for the block.

    That is DATABASE_URL where it is set. Otherwise the data folder's PostgreSQL: the one that runs already, or one
    started for us, which ends when nobody uses it any more.

    Raises: the refusals of this package.
    """
    stated = os.environ.get("DATABASE_URL")
    if stated:
        yield stated
        return
    lease = take_lease(data)
    try:
        yield lease.url
    finally:
        lease.give_back()


def take_lease(data: Path) -> Lease:
    """Take a share in the data folder's database, starting it where it does not run.

    Raises: the refusals of this package.
    """
    _kept[:] = [keeper for keeper in _kept if keeper.poll() is None]
    folder = folders.prepared(data)
    users = folders.take(folder.lock("users"), shared=True)  # waits while a keeper closes down
    try:
        with folders.holding(folder.lock("starting")):
            url, keeper = _find_or_start(folder)
    except BaseException:
        os.close(users)
        raise
    return Lease(folder=folder, url=url, users=users, keeper=keeper)


def _find_or_start(folder: DataFolder) -> tuple[str, subprocess.Popen[bytes] | None]:
    while True:
        if not folders.is_held(folder.lock("keeper")):
            keeper = _start_keeper(folder)
            url = _heard_from(keeper)
            if url:
                return url, keeper
            continue
        state = folders.read_state(folder.state("keeper"))  # ready, starting for a command that was killed, or ending
        if processes.is_same(int(state.get("pid", 0)), float(state.get("born", 0))):
            return str(state["url"]), None
        time.sleep(LOOK_EVERY)


def _start_keeper(folder: DataFolder) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-P", "-m", "kedun.supervisor.keeper", str(folder.root)]
    with folders.refusing(folder.root), folder.log.open("ab") as log:
        return subprocess.Popen(  # noqa: S603 - our own module
            command,
            env=processes.python_environment(),
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=log,
            start_new_session=True,
        )


def _heard_from(keeper: subprocess.Popen[bytes]) -> str:
    """Wait for the keeper's one line; give the URL, or nothing when another keeper was faster.

    Raises: the refusal that the keeper met.
    """
    assert keeper.stdout is not None
    with keeper.stdout as stream:
        line = stream.readline()
    said = json.loads(line) if line.strip() else {}
    if url := said.get("url"):
        return str(url)
    keeper.wait()
    if "busy" in said:
        return ""
    raise _refusal(said)


def _refusal(said: dict[str, object]) -> Refusal:
    params = said.get("params")
    for kind in refusals.ALL:
        if kind.code() == said.get("refused") and isinstance(params, dict):
            return kind(**params)
    return refusals.DatabaseDidNotStart(reason="the keeper ended", log="postgresql.log")
