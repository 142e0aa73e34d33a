"""What a draft must pass before it can be submitted. Later stages add what they know; nothing here knows them."""

from collections.abc import Callable, Mapping

from kedun.approvals.authority import read_authority
from kedun.kernel.days import Day
from kedun.kernel.hashing import Json

Documents = Mapping[str, Mapping[str, Json]]
"""By kind: the document that a change would put in the place of the one in force."""

Check = Callable[[Documents, Day], None]
"""Refuses documents that cannot work together with the rest of what is in force on a day."""

_checks: list[Check] = []


def register(check: Check) -> None:
    """Add a check; called once by a stage's `ready`."""
    if check not in _checks:
        _checks.append(check)


def run(changed: Documents, on: Day) -> None:
    """Run every check.

    Raises: what the checks refuse.
    """
    if "authority" in changed:
        read_authority(changed["authority"])
    for check in _checks:
        check(changed, on)
