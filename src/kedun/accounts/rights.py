"""Who may do what: rights.csv, read at run time, is the enforcement itself."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final, Literal, get_args

from kedun.accounts.roles import ROLES

Mask = Literal["contacts", "amounts", "names"]
MASKS: Final[tuple[Mask, ...]] = get_args(Mask)
COLUMNS: Final[tuple[str, ...]] = (*ROLES, "api_reader", "api_writer")
FILE = "rights.csv"
_MASK = "mask:"
_YES = "yes"


class BrokenRights(Exception):  # noqa: N818 - named after the situation
    """The table of rights cannot be read; the program does not start with it."""


@dataclass(frozen=True, slots=True)
class Rights:
    """The table: for each operation the columns that may do it, for each mask those that it hides things from."""

    operations: Mapping[str, frozenset[str]]
    masks: Mapping[Mask, frozenset[str]]

    def may(self, column: str, operation: str) -> bool:
        """Tell whether a role (or API right) may do an operation; what the table does not name, nobody may."""
        return column in self.operations.get(operation, frozenset())

    def allowed(self, column: str) -> tuple[str, ...]:
        """Give the operations a role may do, in the order of the table."""
        return tuple(operation for operation, columns in self.operations.items() if column in columns)

    def hidden_from(self, column: str) -> frozenset[Mask]:
        """Give what is masked for a role."""
        return frozenset(mask for mask, columns in self.masks.items() if column in columns)


@cache
def rights() -> Rights:
    """Give the table that comes with this program.

    Raises: BrokenRights.
    """
    text = resources.files("kedun.accounts").joinpath(FILE).read_text(encoding="utf-8")
    return read_rights(text.splitlines())


def read_rights(lines: Iterable[str]) -> Rights:
    """Read the table.

    Raises: BrokenRights for another heading, a repeated line, or a cell that is neither "yes" nor empty.
    """
    rows = csv.reader(lines)
    heading = next(rows, [])
    if heading != ["operation", *COLUMNS]:
        raise BrokenRights(f"heading {heading}")
    operations: dict[str, frozenset[str]] = {}
    for row in rows:
        name, cells = row[0], row[1:]
        if len(cells) != len(COLUMNS) or set(cells) - {"", _YES}:
            raise BrokenRights(f"line {row}")
        if name in operations:
            raise BrokenRights(f"{name} stands twice")
        operations[name] = frozenset(column for column, cell in zip(COLUMNS, cells, strict=True) if cell == _YES)
    unknown = {name for name in operations if name.startswith(_MASK)} - {_MASK + mask for mask in MASKS}
    if unknown:
        raise BrokenRights(f"unknown masks {sorted(unknown)}")
    masks = {mask: operations.pop(_MASK + mask, frozenset()) for mask in MASKS}
    return Rights(operations=operations, masks=masks)
