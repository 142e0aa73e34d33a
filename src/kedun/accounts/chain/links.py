"""One link of the chain: the hash of an audit row together with the hash of the link before it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from kedun.kernel.hashing import Json, canonical

FIRST = bytes(32)
"""What stands before the first link."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An audit row, as it is hashed."""

    id: int
    at: datetime
    actor: str
    verb: str
    subject: str
    params: Mapping[str, Json]


def linked(before: bytes, entry: Entry) -> bytes:
    """Give the hash of an entry that follows a link; 32 bytes."""
    text = canonical(
        {
            "id": entry.id,
            "at": entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
            "actor": entry.actor,
            "verb": entry.verb,
            "subject": entry.subject,
            "params": entry.params,
        }
    )
    return hashlib.sha256(before + text.encode()).digest()
