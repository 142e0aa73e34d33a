"""The key that sessions, reset links and cursors are signed with: made at first start, kept in the data folder."""

import os
import secrets
import tempfile
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

FILE = "secret-key"
SHORTEST = 32
_WELL_KNOWN = ("django-insecure", "changeme", "change-me", "secret", "default", "kedun")


def secret_key(stated: str | None, data: Path) -> str:
    """Give the stated key, else the data folder's, made if it has none; without a folder, one for this process only.

    Raises: ImproperlyConfigured for a stated key that is short or well known.
    """
    if stated is not None:
        return _checked(stated)
    return _kept(data / FILE) if data.is_dir() else secrets.token_urlsafe(48)


def _checked(key: str) -> str:
    if len(key) < SHORTEST or len(set(key)) < SHORTEST // 4 or key.lower().startswith(_WELL_KNOWN):
        raise ImproperlyConfigured(
            f"KEDUN_SECRET_KEY is short or well known: use at least {SHORTEST} random characters, or leave it out."
        )
    return key


def _kept(place: Path) -> str:
    """Read the key; the first of several processes to arrive makes it."""
    if not place.exists():
        handle, name = tempfile.mkstemp(dir=place.parent, prefix=".secret-key-")  # readable by its owner only
        try:
            with os.fdopen(handle, "w", encoding="ascii") as file:
                file.write(secrets.token_urlsafe(48))
                file.flush()
                os.fsync(file.fileno())
            _link(Path(name), place)
        finally:
            Path(name).unlink()
    if place.stat().st_mode & 0o077:
        place.chmod(0o600)
    return _checked(place.read_text(encoding="ascii").strip())


def _link(made: Path, place: Path) -> None:
    try:
        place.hardlink_to(made)
    except FileExistsError:
        return  # another process was quicker; its key counts
