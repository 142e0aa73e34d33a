"""The shapes of packs in the API."""

from typing import Annotated

from pydantic import Field

from kedun.accounts.schemas import Document, Input, Output

PackKey = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")]


class PackLine(Output):
    """A pack. `lines`: what it would change, in words, at most 200; `changes`: how many there are."""

    key: str
    label: str
    about: str
    is_in_force: bool
    changes: int
    lines: list[str]


class PolicyPacks(Document):
    """All packs. `is_alone`: what whoever asks takes is in force at once, as nobody else is there to agree."""

    items: list[PackLine]
    is_alone: bool


class PackWish(Input):
    """Why a pack is taken. `confirmed`: the doubts it brings are meant."""

    reason: Annotated[str, Field(min_length=1, max_length=2_000)]
    confirmed: bool = False


class PackTaken(Document):
    """What taking a pack did. `approval`: the request that waits for others; null where none does."""

    change: int | None
    approval: int | None
    is_in_force: bool
