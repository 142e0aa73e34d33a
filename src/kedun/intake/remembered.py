"""What a person said of a file's headings, brought to the headings of another file."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kedun.intake.headings import plain
from kedun.intake.recognition import Stated


def applied(remembered: Stated, headings: Sequence[str]) -> Stated:
    """Name the columns of a remembered mapping by a file's own headings; what the file lacks is left out."""
    by_plain = {plain(heading): heading for heading in reversed(headings)}
    return replace(
        remembered,
        columns=_renamed(remembered.columns, by_plain),
        date_formats=_renamed(remembered.date_formats, by_plain),
    )


def _renamed(told: Mapping[str, str], by_plain: Mapping[str, str]) -> dict[str, str]:
    return {by_plain[plain(name)]: value for name, value in told.items() if plain(name) in by_plain}


def completed(stated: Stated, remembered: Stated) -> Stated:
    """Add what is remembered to what a person states now, which counts more."""
    taken = set(stated.columns.values()) - {""}
    columns = {name: target for name, target in remembered.columns.items() if target not in taken}
    return Stated(
        remembered.kind if stated.kind == "auto" else stated.kind,
        {**columns, **stated.columns},
        {**remembered.date_formats, **stated.date_formats},
        {**remembered.constants, **stated.constants},
    )
