"""The user PostgreSQL runs as. It refuses to run as root, so root hands it to a user without rights."""

import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from kedun.supervisor.refusals import NoServerUser

NAME = "kedun"
WAYS_TO_MAKE = (
    ("useradd", "--system", "--no-create-home", "--home-dir", "/nonexistent", "--shell", "/usr/sbin/nologin", NAME),
    ("adduser", "-S", "-D", "-H", "-h", "/nonexistent", "-s", "/sbin/nologin", NAME),  # BusyBox
)


@dataclass(frozen=True, slots=True)
class Operator:
    """A user of this machine."""

    name: str
    uid: int
    gid: int


def operator(cluster: Path) -> Operator | None:
    """Give the user PostgreSQL must run as: None for our own; for root the cluster's owner, else the user `kedun`.

    Raises: NoServerUser.
    """
    if os.geteuid() != 0:
        return None
    if cluster.exists() and cluster.stat().st_uid != 0:
        return _owner(cluster)
    return _known(NAME) or _made()


def _owner(cluster: Path) -> Operator:
    found = cluster.stat()
    try:
        return Operator(name=cluster.owner(), uid=found.st_uid, gid=found.st_gid)
    except KeyError as error:
        raise NoServerUser(name=str(found.st_uid), reason=str(error)) from error


def _known(name: str) -> Operator | None:
    try:
        entry = pwd.getpwnam(name)
    except KeyError:
        return None
    return Operator(name=name, uid=entry.pw_uid, gid=entry.pw_gid)


def _made() -> Operator:
    reason = "useradd, adduser: not found"
    for command in WAYS_TO_MAKE:
        if shutil.which(command[0]):
            made = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own words
            reason = made.stderr.strip() or str(made.returncode)
        if found := _known(NAME):  # made just now, by us or by another start at the same time
            return found
    raise NoServerUser(name=NAME, reason=reason)


def can_use(user: Operator, program: Path) -> bool:
    """Whether that user can reach and execute a program; asked of the kernel by a short-lived child."""
    child = os.fork()
    if child == 0:
        os.setgroups([user.gid])
        os.setgid(user.gid)
        os.setuid(user.uid)
        os._exit(0 if os.access(program, os.R_OK | os.X_OK) else 1)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
