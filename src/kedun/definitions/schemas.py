"""The documents of the policy and its changes."""

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field

from kedun.accounts.schemas import Choice, Document, Input, Output, PageQuery
from kedun.definitions.changes.actions import LONGEST_COMMENT, LONGEST_TITLE
from kedun.definitions.documents import MOST_BYTES

KindName = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,63}$")]
Body = Annotated[str, Field(max_length=MOST_BYTES)]
Reason = Annotated[str, Field(max_length=2_000)]
Number = Annotated[int, Field(ge=1, le=2**31 - 1)]


class VersionLine(Output):
    """One version of a document. `is_live`: the one in force today; a later `live_from` is still to come.

    Without `live_from` it never counted. `is_cancelled`: it was taken back before its day and is never in force. `is_alone`: nobody agreed to it, since nobody else
    was able to.
    """

    kind: str
    label: str
    version: int
    live_from: date | None
    is_live: bool
    is_cancelled: bool
    is_alone: bool
    by: str
    at: datetime | None
    reason: str
    sha256: str


class PolicyDocuments(Document):
    """The documents in force today."""

    items: list[VersionLine]


class VersionDocument(VersionLine):
    """A version with its text, and what it changed against the one before."""

    body: str
    lines: list[str]


class DifferenceQuery(Input):
    """Which version to compare with."""

    since: Number


class VersionsDifference(Document):
    """What changed from one version to another, in words."""

    lines: list[str]


class PolicyVersions(Document):
    """All versions of a document, newest first."""

    items: list[VersionLine]


class ChangeQuery(PageQuery):
    """Which changes."""

    state: str | None = Field(None, max_length=20)


class ChangeLine(Output):
    """A change in a list."""

    id: int
    title: str
    state: Choice
    by: str
    is_mine: bool
    reason: str
    live_from: date | None
    approval: int | None
    updated_at: datetime
    revision: int


class DraftShown(Output):
    """A text in a change. `base_version`: the version it started from; `newest_version`: what is in force or to come by now."""

    kind: str
    label: str
    body: str
    base_version: int
    newest_version: int
    lines: list[str]


class TextLineShown(Output):
    """A line of the text before, of the text after, or of both; numbered from 1 in each."""

    side: Literal["both", "before", "after"]
    before: int | None
    after: int | None
    text: str


class DraftTextLines(Document):
    """A draft's text against the one it started from, line by line."""

    lines: list[TextLineShown]


class CommentShown(Output):
    """What somebody said."""

    by: str
    at: datetime
    text: str


class CheckShown(Output):
    """Whether the drafts work together; where not, why."""

    passes: bool
    code: str | None
    message: str | None


class ChangeDocument(ChangeLine):
    """A change with its texts, what they change in words, the check, and what people said.

    `findings`: why it did not come into force although it was agreed to; `is_to_come`: it waits for its day, until when
    it can be cancelled.
    """

    drafts: list[DraftShown]
    check: CheckShown
    comments: list[CommentShown]
    published: dict[str, int]
    findings: list[str]
    is_to_come: bool


class ChangeIn(Input):
    """A new change."""

    title: Annotated[str, Field(max_length=LONGEST_TITLE)]


class TitleIn(Input):
    """Another title. `revision`: of the change that I looked at."""

    title: Annotated[str, Field(max_length=LONGEST_TITLE)]
    revision: Number | None = None


class DraftIn(Input):
    """A text. `revision`: of the change that I looked at; `base_version`: the version I started from."""

    body: Body
    revision: Number | None = None
    base_version: Annotated[int | None, Field(ge=0, le=2**31 - 1)] = None


class SubmitIn(Input):
    """Why, and from which day; without one as soon as it is agreed to. `confirmed`: the doubts it brings are meant."""

    reason: Reason
    live_from: date | None = None
    revision: Number | None = None
    confirmed: bool = False


class CancelIn(Input):
    """Why what was agreed to is taken back before its day."""

    reason: Reason


class CommentIn(Input):
    """A comment."""

    text: Annotated[str, Field(max_length=LONGEST_COMMENT)]
