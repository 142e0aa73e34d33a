"""Keeps an alert's evidence within bounds, so that no rule can make a row too large to store."""

import json
from collections.abc import Mapping
from decimal import Decimal
from itertools import accumulate, islice

from kedun.kernel.hashing import Json

MOST_BYTES = 16 * 1024
CUT = "evidence_cut"
"""Stands in cut evidence and says how many entries are left out."""

_ROOM_FOR_CUT = 64


def fitted(evidence: Mapping[str, Json]) -> Mapping[str, Json]:
    """Give the evidence as the database will give it back, without the last entries where it is too large.

    Unit: at most 16 KiB of JSON text.
    """
    plain: dict[str, Json] = json.loads(_text(evidence), parse_float=_as_stored)
    if _size(plain) <= MOST_BYTES:
        return plain
    reached = accumulate((_size({name: value}) for name, value in plain.items()), initial=_ROOM_FOR_CUT)
    fitting = sum(size <= MOST_BYTES for size in reached) - 1
    return {**dict(islice(plain.items(), fitting)), CUT: len(plain) - fitting}


def _as_stored(text: str) -> int | float:
    """PostgreSQL writes a decimal with a large exponent as a whole number, digit by digit."""
    return int(Decimal(text)) if "e+" in text else float(text)


def _text(value: Mapping[str, Json]) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _size(value: Mapping[str, Json]) -> int:
    return len(_text(value).encode())
