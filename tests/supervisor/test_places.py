"""A port that cannot be had, and a disk without room, are said before anything starts."""

import os
import shutil
import socket
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from kedun.supervisor.places import MB, check_port, check_room
from kedun.supervisor.refusals import HostUnknown, PortForbidden, PortTaken, TooLittleDisk

NOBODY = 65534


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that somebody serves, in the way that lets others share it."""
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def test_a_port_that_is_taken_is_named_with_one_that_is_free(taken: int) -> None:
    with pytest.raises(PortTaken) as refused:
        check_port("127.0.0.1", taken)
    free = refused.value.params["free"]
    assert isinstance(free, int)
    assert str(taken) in refused.value.say("zh")
    assert f"--port {free}" in refused.value.say("en")
    check_port("127.0.0.1", free)


def test_a_port_is_free_again_when_its_server_has_ended() -> None:
    with socket.socket() as before:
        before.bind(("127.0.0.1", 0))
        port = before.getsockname()[1]
    check_port("127.0.0.1", port)


@pytest.mark.parametrize("host", ["192.0.2.1", "no such host", "::ffff:192.0.2.1"])
def test_an_address_of_another_machine_is_named(host: str) -> None:
    with pytest.raises(HostUnknown, match=r"127\.0\.0\.1"):
        check_port(host, 9020)


@pytest.mark.skipif(os.geteuid() != 0, reason="needs root, to become a user without rights")
def test_a_port_one_may_not_use_is_named() -> None:
    limit = Path("/proc/sys/net/ipv4/ip_unprivileged_port_start")
    if not limit.exists() or int(limit.read_text()) < 81:
        pytest.skip("every user may use every port here")
    child = os.fork()
    if child == 0:
        os.setuid(NOBODY)
        try:
            check_port("127.0.0.1", 80)
        except PortForbidden as refusal:
            os._exit(0 if "8001" in refusal.say("en") else 2)
        os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_a_disk_without_room_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    check_room(tmp_path / "not" / "there")
    monkeypatch.setattr(shutil, "disk_usage", lambda _place: SimpleNamespace(free=12 * MB))
    with pytest.raises(TooLittleDisk, match="12 MB") as refused:
        check_room(tmp_path / "not" / "there")
    assert "300 MB" in refused.value.say("zh")
