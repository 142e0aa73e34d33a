"""A message that is to go out."""

from collections.abc import Mapping
from dataclasses import dataclass

from kedun.kernel.hashing import Json


@dataclass(frozen=True, slots=True)
class Message:
    """What is to go out: sent once per topic and key."""

    topic: str
    key: str
    payload: Mapping[str, Json]
