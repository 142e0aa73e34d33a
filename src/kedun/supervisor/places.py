"""What a server needs before it starts: a free port, and room on the disk."""

import errno
import shutil
import socket
from pathlib import Path

from kedun.supervisor.folder import refusing
from kedun.supervisor.refusals import HostUnknown, PortForbidden, PortTaken, TooLittleDisk

MB = 1_000_000
ROOM_NEEDED = 300 * MB
ROOM_FOR_THE_LOG = 32 * MB
"""PostgreSQL's log grows by 16 MiB at a time."""
TRIED = 100


def check_port(host: str, port: int) -> None:
    """Refuse a port on which the server could not be reached, or that another program serves.

    Raises: PortTaken, PortForbidden, HostUnknown.
    """
    try:
        _try(host, port)
    except socket.gaierror as error:
        raise HostUnknown(host=host, reason=error.strerror or str(error)) from error
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise PortTaken(host=host, port=port, free=_free(host, port)) from error
        if error.errno in {errno.EACCES, errno.EPERM}:
            reason = error.strerror or str(error)
            raise PortForbidden(host=host, port=port, reason=reason, free=_free(host, 8000)) from error
        raise HostUnknown(host=host, reason=error.strerror or str(error)) from error


def _try(host: str, port: int) -> None:
    """Bind and let go. The web server itself would share a port with another one without a word (SO_REUSEPORT)."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind((host, port))
        probe.listen(1)


def _free(host: str, after: int) -> int:
    """Give the next port that is free, to propose it."""
    for port in range(after + 1, min(after + TRIED, 65_535)):
        try:
            _try(host, port)
        except OSError:
            continue
        return port
    return 8000


def is_full(folder: Path) -> bool:
    """Whether a folder's disk has no room for PostgreSQL to go on, or to start again after it went down for that."""
    try:
        return shutil.disk_usage(folder).free < ROOM_FOR_THE_LOG
    except OSError:
        return False


def check_room(folder: Path, *, needed: int = ROOM_NEEDED) -> None:
    """Refuse a folder whose disk is nearly full.

    Raises: TooLittleDisk, and the refusals of a folder that cannot be seen.
    """
    with refusing(folder):
        place = next(place for place in (folder, *folder.parents) if place.exists())
        free = shutil.disk_usage(place).free
    if free < needed:
        raise TooLittleDisk(folder=str(folder), free=free // MB, needed=needed // MB)
