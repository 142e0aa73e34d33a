"""What is said about who did and who saw what."""

from datetime import datetime
from typing import Any

from pydantic import Field

from kedun.accounts.schemas import Output, PageQuery


class Actor(Output):
    """Who did it: a person, an API key, or a part of the program; the name is in words."""

    code: str
    name: str


class AuditLine(Output):
    """One thing that was done, in words; `about`: the subject in words."""

    id: int
    at: datetime
    actor: Actor
    verb: str
    words: str
    subject: str
    about: str
    params: dict[str, Any]


class AuditQuery(PageQuery):
    """Which part of the trail."""

    subject: str | None = Field(None, max_length=200)
    actor: str | None = Field(None, max_length=200)
    verb: str | None = Field(None, max_length=100)


class AccessLine(Output):
    """Somebody viewed or exported something; `about`: the subject in words."""

    id: int
    at: datetime
    actor: Actor
    what: str
    words: str
    subject: str
    about: str
    rows: int


class AccessQuery(PageQuery):
    """Which part of the log."""

    subject: str | None = Field(None, max_length=200)
    actor: str | None = Field(None, max_length=200)
    what: str | None = Field(None, max_length=100)
