"""What is said about teams."""

from datetime import date

from pydantic import Field

from kedun.accounts.schemas import Document, Id, Input, Output, Revision, Text


class MemberRow(Output):
    """A stretch of days in which somebody belongs to a team; without an end it goes on."""

    person_id: int
    name: str
    from_day: date
    to_day: date | None
    is_lead: bool


class TeamRow(Output):
    """A team with its members, past ones too."""

    id: int
    name: str
    lead_id: int | None
    lead_name: str | None
    members: list[MemberRow]
    revision: int


class Teams(Document):
    """All teams."""

    items: list[TeamRow]


class TeamDocument(Document, TeamRow):
    """A team."""


class Member(Input):
    """A stretch of days, both ends included, in which somebody belongs to a team."""

    person_id: Id
    from_day: date
    to_day: date | None = None
    is_lead: bool = False


class TeamNew(Input):
    """A team to add."""

    name: Text
    lead_id: Id | None = None
    members: list[Member] = Field([], max_length=500)


class TeamChange(Input):
    """What may change about a team; what is left out stays, a list of members replaces the one there is."""

    revision: Revision
    name: Text | None = None
    lead_id: Id | None = None
    members: list[Member] | None = Field(None, max_length=500)
