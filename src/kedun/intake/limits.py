"""How large a file may be before it is refused."""

from collections.abc import Mapping
from dataclasses import dataclass

MIB = 1 << 20
FILE_LIMIT_SETTING = "KEDUN_IMPORT_MAX_MIB"
"""The environment variable that moves the limit on a file's size, in MiB."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may hold; `unpacked`, `ratio` and `parts` are about workbooks, which are zip archives.

    `sample_rows`: of a longer file only so many rows are read, to be looked at; 0 reads them all.
    """

    file_bytes: int = 200 * MIB
    rows: int = 2_000_000
    columns: int = 500
    cell_characters: int = 10_000
    cells: int = 25_000_000
    unpacked_bytes: int = 200 * MIB
    ratio: int = 100
    parts: int = 1_000
    sample_rows: int = 0


DEFAULT_LIMITS = Limits()


def limits_of(environment: Mapping[str, str]) -> Limits:
    """Give the limits of an installation: the defaults, with the file size from the environment where it is stated."""
    stated = environment.get(FILE_LIMIT_SETTING, "")
    return Limits(file_bytes=int(stated) * MIB) if stated.isdecimal() else DEFAULT_LIMITS
