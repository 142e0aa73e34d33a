"""The shapes of retired definitions in the API."""

from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from kedun.accounts.schemas import Document, Input, Output
from kedun.definitions.changes.actions import LONGEST_TITLE
from kedun.definitions.schemas import Number

PlaceName = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*(\.[A-Za-z0-9_]+){1,3}$", max_length=200)]


class RetiredLine(Output):
    """A definition that is retired from `live_from` on, or will be. `place`: where it stood in its document.

    `version`: the first one without it; `last_version`: the newest one that has it.
    """

    place: str
    label: str
    live_from: date
    is_to_come: bool
    version: int
    last_version: int
    by: str
    at: datetime | None
    reason: str


class RetiredLines(Document):
    """What was retired of a kind, the newest first. `present`: what can be retired, by place."""

    items: list[RetiredLine]
    present: dict[str, str]


class RetireIn(Input):
    """What to retire or to bring back, in a change of mine that can be edited, else in a new one with a title.

    `revision`: of the change that I looked at.
    """

    place: PlaceName
    title: Annotated[str, Field(max_length=LONGEST_TITLE)]
    change: Annotated[int | None, Field(ge=1, le=2**63 - 1)] = None
    revision: Number | None = None
