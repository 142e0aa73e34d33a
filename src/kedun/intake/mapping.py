"""The map file: what a person states about a file's columns, as YAML."""

from collections.abc import Mapping

import yaml

from kedun.intake.dates import checked_format
from kedun.intake.recognition import Stated
from kedun.intake.refusals import MapFileInvalid, said
from kedun.kernel.words import Words

PARTS = frozenset({"format", "kind", "columns", "date_formats", "constants"})
IGNORED = frozenset({"", "ignore", "-"})
LONGEST = 1 << 20


def stated_by(text: str) -> Stated:
    """Read a map file.

    Raises: MapFileInvalid, DateFormatInvalid.
    """
    if len(text) > LONGEST:
        raise MapFileInvalid(**said(detail=Words("超过 1 MiB", "more than 1 MiB")))
    try:
        document = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        told = " ".join(str(error).split())[:300]
        raise MapFileInvalid(**said(detail=Words(told, told))) from error
    if not isinstance(document, dict) or not set(document) <= PARTS:
        parts = ", ".join(sorted(PARTS))
        raise MapFileInvalid(**said(detail=Words(f"只能有这些部分：{parts}", f"it may only have the parts {parts}")))
    columns = {heading: "" if target in IGNORED else target for heading, target in _texts(document, "columns").items()}
    _check_once(columns)
    formats = _texts(document, "date_formats")
    for heading, pattern in formats.items():
        checked_format(pattern, stated=f"{heading}={pattern}")
    return Stated(str(document.get("kind") or "auto"), columns, formats, _texts(document, "constants"))


def _texts(document: Mapping[str, object], part: str) -> dict[str, str]:
    found = document.get(part) or {}
    if not isinstance(found, dict) or any(isinstance(each, (dict, list)) for each in found.values()):
        raise MapFileInvalid(**said(detail=Words(f"{part} 应为“表头: 值”", f"{part} must be lines of heading: value")))
    return {str(name): "" if value is None else str(value).strip() for name, value in found.items()}


def _check_once(columns: Mapping[str, str]) -> None:
    wanted = [target for target in columns.values() if target]
    for target in wanted:
        if wanted.count(target) > 1:
            detail = Words(f"columns 中 {target} 出现多次", f"columns names {target} more than once")
            raise MapFileInvalid(**said(detail=detail))
