"""What a pack says of itself."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter
from pydantic.dataclasses import dataclass as checked_dataclass

from kedun.credit.steps import STRICT, Text, read_whole
from kedun.indicators.definition import Label

PackKind = Literal["rule_choice", "strategies", "contingency_plans", "letters"]


@checked_dataclass(config=STRICT)
class Pack:
    """A pack: for whom it is, and the documents it puts into force. Of a kind without a file of its own, the shipped one."""

    label: Label
    about: Text
    kinds: Annotated[tuple[PackKind, ...], Field(min_length=1, max_length=10)]


_READER = TypeAdapter(Pack)


def read_pack(body: Mapping[str, object]) -> Pack:
    """Read a pack. Raises: DefinitionUnreadable."""
    return read_whole(_READER, body)
