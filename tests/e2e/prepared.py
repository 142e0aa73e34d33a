"""Data folders that are made once for all processes of a run and copied: each has a site of its own, and none waits twice."""

import fcntl
import json
import os
import subprocess
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from tests.e2e.site import Site

Start = Callable[[Path], AbstractContextManager[Site]]


def a_copy(name: str, folders: pytest.TempPathFactory, start: Start) -> Site:
    """Give a copy of a data folder that `start` filled, and what was told of it; its address answers no more."""
    base = folders.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    kept, told = shared / f"{name}-made", shared / f"{name}.json"
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not told.exists():
            kept.mkdir()
            with start(kept / "data") as made:
                site = {**asdict(made), "data": ""}
            told.write_text(json.dumps(site), encoding="utf-8")
    folder = folders.mktemp(name)
    subprocess.run(["cp", "-a", kept / "data", folder], check=True)
    copied = Site(**json.loads(told.read_text(encoding="utf-8")))
    return replace(copied, data=folder / "data")
