"""The map file: what a person states about a file's columns, as YAML."""

from collections.abc import Mapping

import yaml

from kedun.intake.dates import checked_format
from kedun.intake.recognition import Stated
from kedun.intake.refusals import MapFileInvalid

PARTS = frozenset({"format", "kind", "columns", "date_formats", "constants"})
IGNORED = frozenset({"", "ignore", "-"})
LONGEST = 1 << 20


def stated_by(text: str) -> Stated:
    """Read a map file.

    Raises: MapFileInvalid, DateFormatInvalid.
    """
    if len(text) > LONGEST:
        raise MapFileInvalid(detail="more than 1 MiB")
    try:
        document = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise MapFileInvalid(detail=" ".join(str(error).split())[:300]) from error
    if not isinstance(document, dict) or not set(document) <= PARTS:
        raise MapFileInvalid(detail=f"a mapping with {', '.join(sorted(PARTS))}")
    columns = {heading: "" if target in IGNORED else target for heading, target in _texts(document, "columns").items()}
    _check_once(columns)
    formats = _texts(document, "date_formats")
    for heading, pattern in formats.items():
        checked_format(pattern, stated=f"{heading}={pattern}")
    return Stated(str(document.get("kind") or "auto"), columns, formats, _texts(document, "constants"))


def _texts(document: Mapping[str, object], part: str) -> dict[str, str]:
    found = document.get(part) or {}
    if not isinstance(found, dict) or any(isinstance(each, (dict, list)) for each in found.values()):
        raise MapFileInvalid(detail=f"{part}: heading: value")
    return {str(name): "" if value is None else str(value).strip() for name, value in found.items()}


def _check_once(columns: Mapping[str, str]) -> None:
    wanted = [target for target in columns.values() if target]
    for target in wanted:
        if wanted.count(target) > 1:
            raise MapFileInvalid(detail=f"columns: {target} ×{wanted.count(target)}")
