"""The shapes of offered upgrades in the API."""

from datetime import datetime
from typing import Annotated

from pydantic import Field

from kedun.accounts.schemas import Document, Input, Output


class OfferLine(Output):
    """A shipped version of a document that is not in force. `lines`: what it would change, in words.

    `kept`: what it would change too, had the firm not changed it itself; that stays as it is.
    """

    kind: str
    label: str
    at: datetime
    lines: list[str]
    kept: list[str]


class PolicyUpgrades(Document):
    """The shipped versions that wait for somebody to propose or decline them."""

    items: list[OfferLine]


class DeclineIn(Input):
    """Why what is shipped is not wanted."""

    reason: Annotated[str, Field(min_length=1, max_length=2_000)]
