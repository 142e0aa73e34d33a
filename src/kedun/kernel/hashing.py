"""One canonical text per value, so that equal things have equal hashes everywhere."""

import hashlib
import json
from collections.abc import Mapping, Sequence

Json = None | bool | int | float | str | Sequence["Json"] | Mapping[str, "Json"]


def canonical(value: Json) -> str:
    """Write a JSON value with sorted keys and no spaces."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def sha256_of(value: Json) -> str:
    """Hash a JSON value over its canonical text; 64 hex digits."""
    return hashlib.sha256(canonical(value).encode()).hexdigest()
