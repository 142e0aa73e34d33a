"""The documents of approvals."""

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field

from kedun.accounts.schemas import Choice, Document, Id, Input, Output, PageQuery
from kedun.approvals.actions import LONGEST_TEXT

Hash = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Text = Annotated[str, Field(max_length=LONGEST_TEXT)]
MOST_AT_ONCE = 100


class ApprovalQuery(PageQuery):
    """Which requests: `mine` are those that wait for my vote, `made` those I made, `decided` those that wait no more."""

    state: Literal["waiting", "approved", "refused", "withdrawn"] | None = None
    only: Literal["mine", "made", "decided"] | None = None


class Voter(Output):
    """A person."""

    id: int
    name: str


class VoteShown(Output):
    """One vote."""

    person: Voter
    on_behalf_of: Voter | None
    role: Choice
    verdict: Literal["approve", "refuse"]
    note: str
    at: datetime


class ApprovalLine(Output):
    """A request in a list; `may_vote_as`: the people as whom I may vote on it now, myself among them."""

    id: int
    action: str
    subject: str
    title: str
    reason: str
    size: int | None
    maker: Voter
    made_at: datetime
    state: Choice
    decided_at: datetime | None
    mode: Literal["all", "any"]
    roles: list[Choice]
    missing: list[Choice]
    may_vote_as: list[Voter]
    may_withdraw: bool
    shown_hash: str


class ApprovalDocument(ApprovalLine):
    """A request with what is asked for, line by line, and every vote.

    `doubts`: what may be wrong with it, confirmed by whoever asks; `evidence`: what it was tried on before.
    """

    lines: list[str]
    doubts: list[str]
    evidence: list[str]
    votes: list[VoteShown]


class BallotIn(Input):
    """A vote. `shown_hash`: that of the request I looked at."""

    verdict: Literal["approve", "refuse"]
    shown_hash: Hash
    note: Text = ""
    on_behalf_of: Id | None = None


class BallotOf(BallotIn):
    """A vote on one of several requests."""

    id: Id


class BallotsIn(Input):
    """Votes on several requests; each stands or falls for itself."""

    votes: Annotated[list[BallotOf], Field(min_length=1, max_length=MOST_AT_ONCE)]


class VotedOne(Output):
    """What came of one vote: the state, or why it was refused."""

    id: int
    state: str | None
    code: str | None
    message: str | None


class Voted(Document):
    """What came of votes."""

    items: list[VotedOne]


class StateAfter(Document):
    """The state that a request is in now."""

    state: str


class DeputyIn(Input):
    """Who stands in for me, days included at both ends."""

    deputy_id: Id
    from_day: date
    to_day: date


class DeputyRow(Output):
    """Somebody who stands in for somebody."""

    id: int
    person: Voter
    deputy: Voter
    from_day: date
    to_day: date


class Deputies(Document):
    """Who stands in for me, and for whom I stand in."""

    items: list[DeputyRow]
