"""What is said about API keys."""

from datetime import date, datetime

from pydantic import Field

from kedun.accounts.roles import KeyRight, KeyScope
from kedun.accounts.schemas import Document, Id, Input, Output, Text


class KeyRow(Output):
    """An API key; its secret is kept nowhere."""

    id: int
    name: str
    prefix: str
    right: KeyRight
    scope: KeyScope
    teams: list[str]
    created_at: datetime
    created_by: str
    expires_on: date | None
    revoked_at: datetime | None


class Keys(Document):
    """All API keys, revoked ones too."""

    items: list[KeyRow]


class KeyAdded(Document):
    """A new key with its secret, which is shown this once."""

    key: KeyRow
    secret: str


class KeyNew(Input):
    """A key to make: for all customers, or for those of some teams."""

    name: Text
    right: KeyRight
    scope: KeyScope = "all"
    team_ids: list[Id] = Field([], max_length=100)
    expires_on: date | None = None
