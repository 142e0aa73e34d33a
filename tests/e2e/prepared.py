"""Data folders that are made once for all processes of a run and copied: each has a site of its own, and none waits twice."""

import json
import subprocess
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from tests.conftest import made_by_one, with_database
from tests.e2e.site import Site

Start = Callable[[Path], AbstractContextManager[Site]]


def a_copy(name: str, folders: pytest.TempPathFactory, cluster: Path, start: Start) -> Site:
    """Give a copy of a data folder that `start` filled, and what was told of it; its address answers no more."""
    with made_by_one(f"{name}.json", folders) as told:
        kept = told.with_suffix("")
        if not told.exists():
            kept.mkdir()
            with start(with_database(kept / "data", cluster)) as made:
                site = {**asdict(made), "data": ""}
            told.write_text(json.dumps(site), encoding="utf-8")
    folder = folders.mktemp(name)
    subprocess.run(["cp", "-a", kept / "data", folder], check=True)
    copied = Site(**json.loads(told.read_text(encoding="utf-8")))
    return replace(copied, data=folder / "data")
