"""The tutorial is followed to the letter: its commands run, and print what it says they print."""

import re
import shlex
from pathlib import Path

import pytest

from kedun.cli import main
from kedun.intake.models import Import

ROOT = Path(__file__).parents[2]
TUTORIAL = ROOT / "docs" / "tutorial"
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)


def steps(page: Path) -> list[tuple[str, list[str]]]:
    """Give each command of a page with the lines it is said to print."""
    found: list[tuple[str, list[str]]] = []
    for block in BLOCK.findall(page.read_text(encoding="utf-8")):
        for line in block.splitlines():
            if line.startswith("$ "):
                found.append((line[2:], []))
            else:
                found[-1][1].append(line)
    return found


def as_pattern(line: str) -> str:
    """Spaces may be any, and … stands for anything."""
    parts = [r"\s+".join(map(re.escape, part.split())) for part in line.split("…")]
    return r"\s*.*?\s*".join(parts)


def numbered(arguments: list[str]) -> list[str]:
    """Put the import's own number for the 1 that it has in an installation of one's own."""
    if arguments[:2] == ["rejects", "correct"]:
        arguments[2] = str(Import.objects.latest("id").id)
    return arguments


@pytest.mark.django_db
@pytest.mark.parametrize(("page", "language"), [("first-alerts.zh-CN.md", "zh"), ("first-alerts.md", "en")])
def test_the_tutorial_does_what_it_says(
    page: str, language: str, short_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("KEDUN_NOW", "2026-11-20T04:00:00+00:00")
    monkeypatch.setenv("COLUMNS", "200")
    todo = steps(TUTORIAL / page)
    assert len(todo) >= 5, "a page without commands proves nothing"
    for command, promised in todo:
        program, *arguments = shlex.split(command)
        assert program == "./kedun"
        code = main.run(["--data", str(short_folder), "--lang", language, *numbered(arguments)])
        printed, complaint = capsys.readouterr()
        assert code == 0, complaint
        for line in promised:
            assert re.search(as_pattern(line), printed), f"{command} printed no “{line}”:\n{printed}"
