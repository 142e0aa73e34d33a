"""Fetches whose facts count with a customer's: those who are or were in its group, and the totals of the book."""

from collections.abc import Collection, Iterable
from typing import Final

from kedun.assessments.around.totals import Totals
from kedun.facts.groups.membership import TOO_LARGE, GroupRule
from kedun.facts.groups.queries import groups_near
from kedun.facts.prepared.store import fetch
from kedun.facts.sources import Reach, believed
from kedun.kernel.days import Day
from kedun.kernel.refusals import Invalid

GROUP_KINDS: Final = frozenset({"relation", "group_member"})
"""The kinds that say who shares a group."""

MOST_TOGETHER: Final = 500
"""So many customers are looked at together; in memory each takes some milliseconds."""

Place = tuple[GroupRule, Day, int | None]
"""What joins customers, on which day, as known at which batch (None: now)."""


class TooManyTogether(Invalid):
    """The score rests on the customers of the group, more than {limit} of them: too many to be worked out together."""

    zh = "评分取决于集团内其他客户，涉及超过 {limit} 家，数量过多，无法逐一推算。"


def reached(customers: Collection[int], places: Iterable[Place]) -> frozenset[int]:
    """Add to customers whoever shares a group with them at any of some places, or with those so found.

    Raises: TooManyTogether.
    """
    asked, found = list(places), frozenset(customers)
    while True:
        near = [groups_near(rule, found, as_of=day, known_at=known_at) for rule, day, known_at in asked]
        wider = found.union(*(groups.with_members(found) for groups in near))
        is_too_large = any(TOO_LARGE in groups.roots.values() for groups in near)
        if is_too_large or len(wider) > max(MOST_TOGETHER, len(customers)):
            raise TooManyTogether(limit=MOST_TOGETHER)
        if wider == found:
            return found
        found = wider


def totals(known_at: int | None) -> Totals:
    """Give the totals of the book that were known at a batch."""
    reach = Reach("postgres", has_past=known_at is not None)
    columns = ("month_end_on", "source", "name", "total")
    rows = fetch(
        believed("facts_book_constant", columns, reach, condition="NOT is_retracted", owner=""), {"known_at": known_at}
    )
    return {(month_end, source, name): total for month_end, source, name, total in rows}
