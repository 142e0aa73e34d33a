"""Puts the shipped definitions into an installation: new ones at the first start, changed ones as next versions."""

from pathlib import Path

import kedun
from kedun.definitions.actions import load_starter
from kedun.kernel.clock import Clock, today

PACKAGE = Path(kedun.__file__).parent
STARTER = PACKAGE / "starter" if (PACKAGE / "starter").is_dir() else PACKAGE.parents[1] / "starter"
"""A wheel carries them inside the package, a checkout beside it."""


def load_definitions(clock: Clock) -> None:
    """Load the shipped definitions; changes nothing when they are there."""
    load_starter(STARTER, actor="starter", on=today(clock), by_clock=clock)
