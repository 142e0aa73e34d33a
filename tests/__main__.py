"""Runs everything: `python -m tests [-- PYTEST ARGUMENTS]`, as `./kedun test` does.

Pytest with coverage gates, and linters beside it. With arguments of your own, only pytest with those.
"""

import os
import sys
from pathlib import Path

from tests.gates import HAS_CHECKS

ROOT = Path(__file__).parents[1]
EVERYTHING = (
    *("-p", "tests.gates", "-n", "3", "--dist", "worksteal"),
    *("--durations", "40", "--durations-min", "5"),
)


def main(arguments: list[str]) -> None:
    """Become pytest, so that its summary is the last thing said and its exit code ours."""
    own = [argument for argument in arguments if argument != "--"]
    if not own:
        os.environ[HAS_CHECKS] = "1"
        for left in ROOT.glob(".coverage*"):
            left.unlink()
    command = [sys.executable, "-m", "pytest", *(own or EVERYTHING)]
    os.execv(command[0], command)  # noqa: S606 - pytest with our own or the developer's arguments


if __name__ == "__main__":
    main(sys.argv[1:])
