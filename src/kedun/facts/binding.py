"""Values as the texts that a prepared statement binds, and statements with numbered parameters."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

Scalar = str | int | float | bool | None
Bound = Scalar | datetime | Sequence[Scalar]
"""A value, or the values of an array parameter: all texts, or all numbers."""

MOST_STATEMENTS = 1_000
_TO_ESCAPE = re.compile(r'["\\]')
_PARAMETER = re.compile(r"%\((\w+)\)s|%%")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A statement with parameters $1, $2 …, and the names they had."""

    query: bytes
    names: tuple[str, ...]

    def texts(self, values: Mapping[str, Bound]) -> list[str | None]:
        """Give the values in the order of the parameters, as texts: so their types never depend on the values."""
        return [as_text(values[name]) for name in self.names]


@lru_cache(maxsize=MOST_STATEMENTS)
def numbered(statement: str) -> Numbered:
    """Number the parameters that are written %(name)s, each name once; %% is a percent sign."""
    names: list[str] = []

    def number(found: re.Match[str]) -> str:
        name = found[1]
        if name is None:
            return "%"
        if name not in names:
            names.append(name)
        return f"${names.index(name) + 1}"

    query = _PARAMETER.sub(number, statement).encode()
    return Numbered(query, tuple(names))


def as_text(value: Bound) -> str | None:
    """Write a value as PostgreSQL reads its text form, a sequence as an array."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Sequence):
        return _array(value)
    return str(value)


def _array(values: Sequence[Scalar]) -> str:
    """Write an array of texts, or of numbers and truth values; most texts need no escape, which one look tells."""
    texts = [value for value in values if isinstance(value, str)]
    if not texts:
        return "{" + str(list(values))[1:-1].replace("None", "NULL") + "}"
    if len(texts) == len(values) and not _TO_ESCAPE.search("".join(texts)):
        return '{"' + '","'.join(texts) + '"}'
    return "{" + ",".join(map(_quoted, values)) + "}"


def _quoted(value: Scalar) -> str:
    return "NULL" if value is None else '"' + str(value).replace("\\", "\\\\").replace('"', '\\"') + '"'
