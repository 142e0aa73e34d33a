"""Where the definitions lie that kedun comes with: a wheel carries them inside the package, a checkout beside it."""

from pathlib import Path

import kedun

_PACKAGE = Path(kedun.__file__).parent


def _folder(name: str) -> Path:
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parents[1] / name


STARTER = _folder("starter")
PACKS = _folder("packs")
