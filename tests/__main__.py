"""Runs everything: `python -m tests [-- PYTEST ARGUMENTS]`, as `./kedun test` does.

Linters first, then pytest with coverage gates. With arguments of your own, only pytest with those.
"""

import os
import subprocess
import sys
from pathlib import Path

from tests.gates import FAILED_CHECKS

ROOT = Path(__file__).parents[1]
PROGRAMS = Path(sys.executable).parent
CHECKS = {
    "ruff check": (PROGRAMS / "ruff", "check"),
    "ruff format": (PROGRAMS / "ruff", "format", "--check"),
    "mypy": (PROGRAMS / "mypy",),
    "import-linter": (PROGRAMS / "lint-imports", "--no-cache"),
    "migrations": (
        *(sys.executable, "-W", "ignore:Got an error checking a consistent migration history"),
        *("-m", "kedun.web.manage", "makemigrations", "--check", "--dry-run"),
    ),
}
EVERYTHING = (
    *("-p", "tests.gates", "-n", "3", "--dist", "worksteal"),
    *("--durations", "40", "--durations-min", "5"),
)


def main(arguments: list[str]) -> None:
    """Run the checks and become pytest, so that its summary is the last thing said and its exit code ours."""
    own = [argument for argument in arguments if argument != "--"]
    if not own:
        os.environ[FAILED_CHECKS] = ",".join(failed_checks())
        for left in ROOT.glob(".coverage*"):
            left.unlink()
    command = [sys.executable, "-m", "pytest", *(own or EVERYTHING)]
    os.execv(command[0], command)  # noqa: S606 - pytest with our own or the developer's arguments


def failed_checks() -> list[str]:
    """Run every check and give the names of those that failed."""
    failed = []
    for name, command in CHECKS.items():
        sys.stdout.write(f"— {name}\n")
        sys.stdout.flush()
        if subprocess.run(command, cwd=ROOT, check=False).returncode:
            failed.append(name)
    return failed


if __name__ == "__main__":
    main(sys.argv[1:])
