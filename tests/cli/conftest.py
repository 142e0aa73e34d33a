"""Running commands as a person or a script would."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kedun.cli.main import run


@dataclass(frozen=True)
class Outcome:
    """What a command said and how it ended."""

    code: int
    out: str
    err: str

    def document(self) -> Mapping[str, Any]:
        document: Mapping[str, Any] = json.loads(self.out)
        assert document["format"] == 1
        return document


Kedun = Callable[..., Outcome]


@pytest.fixture
def kedun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Kedun:
    """Run a command in an empty folder, in a process that speaks no language of its own."""
    monkeypatch.chdir(tmp_path)
    for name in ("KEDUN_DATA", "KEDUN_LANG", "LC_ALL", "LANG"):
        monkeypatch.delenv(name, raising=False)

    def call(*arguments: str) -> Outcome:
        code = run(arguments)
        said = capsys.readouterr()
        return Outcome(code=code, out=said.out, err=said.err)

    return call
