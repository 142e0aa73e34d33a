"""The shapes of groups and of contagion."""

from datetime import date
from typing import Literal

from kedun.accounts.schemas import Document, Money, Output
from kedun.portfolio.page.schemas import Batch, Told


class GroupMemberShown(Output):
    """A member of the group whom whoever asks may see."""

    code: str
    name: str
    is_self: bool
    grade: Told | None
    receivable: Money | None
    overdue: Money | None
    overdue_days_max: int | None


class GroupOthers(Output):
    """The members whom whoever asks may not see, together."""

    count: int
    receivable: Money | None
    overdue: Money | None


class RelationShown(Output):
    """A relation in force: of a customer, its other party, and what was said of it.

    `party_code`: where the other party is a customer whom whoever asks may see.
    """

    code: str
    party_code: str | None
    party: str | None
    type: Told
    share: float | None
    amount: Money | None


class CustomerGroup(Document):
    """The group of a customer: members, what they owe together, and what ties them.

    `is_too_large`: the group has more members than are added up. `members` holds at most 100, those who owe most first;
    `relations` at most 200.
    """

    code: str
    group: str | None
    is_too_large: bool
    count: int
    receivable: Money | None
    overdue: Money | None
    members: list[GroupMemberShown]
    others: GroupOthers | None
    relations: list[RelationShown]
    as_of: date
    known_at: Batch
    currency: str
    masked: list[str]


class TieShown(Output):
    """Along what distress came: from whom, and how strong the tie is. `code`: of a customer whom one may see."""

    kind: Literal["group", "guarantee", "sales", "purchases"]
    words: str
    code: str | None
    name: str | None
    amount: Money | None
    share: float | None


class HitShown(Output):
    """A party that is hit. `distress`: 0 to 1; `first`, `second`: what of its debt to us is at stake by round."""

    code: str | None
    name: str | None
    round: int
    distress: float
    receivable: Money | None
    first: Money | None
    second: Money | None
    ties: list[TieShown]


class HitOthers(Output):
    """The parties whom whoever asks may not see, together."""

    count: int
    first: Money | None
    second: Money | None


class CustomerContagion(Document):
    """If the customer fails: what it owes itself, who is hit in two rounds, and what is at stake together.

    `unknown_ties`: ties whose weight nobody has stated; they count nothing. `is_cut`: more parties are tied than are followed.
    `hits` holds at most 100.
    """

    code: str
    own: Money | None
    first: Money | None
    second: Money | None
    total: Money | None
    hits: list[HitShown]
    others: HitOthers | None
    unknown_ties: int
    is_cut: bool
    as_of: date
    known_at: Batch
    currency: str
    source: str
    masked: list[str]
