"""Whether the front end is built, and the command that builds it: `./kedun build`, in a checkout only."""

import subprocess
import sys
from pathlib import Path
from typing import Literal

import kedun

CHECKOUT = Path(kedun.__file__).parents[2]
BOOTSTRAP = CHECKOUT / "kedun"
DIST = Path(kedun.__file__).parent / "web_dist"
COMMAND = (sys.executable, str(BOOTSTRAP), "build")
State = Literal["built", "changed", "absent"]


def state() -> State:
    """Say whether the front end is built from its sources as they are; an installed kedun brings it along built."""
    if (CHECKOUT / "web" / "package.json").exists() and BOOTSTRAP.exists():
        asked = subprocess.run((*COMMAND, "--check"), stdin=subprocess.DEVNULL, check=False)  # noqa: S603 - our own script
        return "changed" if asked.returncode else "built"
    return "built" if (DIST / "index.html").exists() else "absent"
