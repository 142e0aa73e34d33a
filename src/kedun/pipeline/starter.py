"""Puts the shipped definitions into an installation: new ones at the first start, changed ones as next versions."""

from pathlib import Path

import kedun
from kedun.definitions.actions import load_starter
from kedun.kernel.clock import Clock, today

STARTER = Path(kedun.__file__).parents[2] / "starter"


def load_definitions(clock: Clock) -> None:
    """Load the shipped definitions; changes nothing when they are there."""
    load_starter(STARTER, actor="starter", on=today(clock), by_clock=clock)
