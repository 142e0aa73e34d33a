"""What a fact looked like by the end of a day, and which facts are new, which corrected, between two knowledges.

Source: docs/why/score-change.md.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from kedun.expressions import Value, check, parse, to_python
from kedun.facts.kinds import KINDS
from kedun.facts.views import AS_OF, VIEWS, source_columns
from kedun.kernel.days import Day

Row = Mapping[str, Value]
Moved = Literal["added", "changed", "gone"]

LATER: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "contact": {"to_on": ()},
    "relation": {"to_on": ()},
    "enquiry": {"answered_on": ("elapsed_minutes",)},
    "order": {"cancelled_on": ()},
    "delivery": {"accepted_on": ()},
    "milestone": {"met_on": ()},
    "ticket": {"closed_on": ("cost_minor", "cost_reporting_minor")},
    "legal_event": {"closed_on": ()},
    "market_event": {"expires_on": ()},
}
"""Days on which something more happens to a fact, and what is said together with each of them."""

PLANNED: Final[Mapping[str, tuple[str, ...]]] = {"credit_limit": ("to_on",)}
"""Days that say until when something holds: one after the day looked at tells nothing about that day."""

_NOT_CONTENT: Final = frozenset({"reported_on", "known_from_batch"})


@dataclass(frozen=True, slots=True)
class FactChange:
    """A fact that two sets of rows tell differently; `before` and `after` are None where it is not there."""

    kind: str
    id: int
    before: Row | None
    after: Row | None

    @property
    def moved(self) -> Moved:
        """Tell what became of it."""
        if self.before is None:
            return "added"
        return "gone" if self.after is None else "changed"


def image(kind: str, row: Row, day: Day) -> Row | None:
    """Give a fact as it stood by the end of a day; None where it had not happened yet."""
    if not is_seen(kind, row, day):
        return None
    blank = [name for on, others in LATER.get(kind, {}).items() if _is_after(row[on], day) for name in (on, *others)]
    return {**row, **dict.fromkeys(blank)} if blank else row


def is_seen(kind: str, row: Row, day: Day) -> bool:
    """Tell whether a fact had happened by the end of a day."""
    if kind in VIEWS:
        return _visible(kind)({**row, AS_OF: day}) is True
    on = KINDS[kind].event_on
    return on is None or not _is_after(row[on], day)


@cache
def _visible(kind: str) -> Callable[[Row], Value]:
    view = VIEWS[kind]
    return to_python(check(parse(view.visible), source_columns(view), mode="row"))


def _is_after(value: Value, day: Day) -> bool:
    return isinstance(value, int) and value > day


def content(kind: str, row: Row | None, day: Day) -> Row | None:
    """Give what a fact says of a day: what is told later, or planned for later, is left out."""
    seen = None if row is None else image(kind, row, day)
    if seen is None:
        return None
    untold = {name for on, others in LATER.get(kind, {}).items() if seen[on] is None for name in others}
    planned = {name for name in PLANNED.get(kind, ()) if _is_after(seen[name], day)}
    return {name: value for name, value in seen.items() if name not in _NOT_CONTENT | untold | planned}


def without_corrections(kind: str, then: Mapping[int, Row], now: Mapping[int, Row], day: Day) -> dict[int, Row]:
    """Give the facts as told now, but where they tell `day` otherwise than `then`, as they were told then.

    Shape: rows of one kind by id, in and out.
    """
    kept: dict[int, Row] = {}
    for each in (*then, *(id_ for id_ in now if id_ not in then)):
        before, after = then.get(each), now.get(each)
        is_same = before == after or content(kind, before, day) == content(kind, after, day)
        row = after if is_same else before
        if row is not None:
            kept[each] = row
    return kept


def images(kind: str, rows: Mapping[int, Row], day: Day) -> dict[int, Row]:
    """Give the facts that had happened by a day, as they stood by its end."""
    seen = ((each, image(kind, row, day)) for each, row in rows.items())
    return {each: row for each, row in seen if row is not None}


def changes(kind: str, before: Mapping[int, Row], after: Mapping[int, Row], day: Day) -> Iterator[FactChange]:
    """Give what two sets of rows of a kind tell differently of what had happened by a day."""
    for each in sorted(before.keys() | after.keys()):
        old, new = before.get(each), after.get(each)
        if old == new:
            continue
        shown = [None if row is None or not is_seen(kind, row, day) else row for row in (old, new)]
        if _bare(shown[0]) != _bare(shown[1]):
            yield FactChange(kind, each, shown[0], shown[1])


def _bare(row: Row | None) -> Row | None:
    return None if row is None else {name: value for name, value in row.items() if name not in _NOT_CONTENT}


def by_id(rows: Sequence[Row]) -> dict[int, Row]:
    """Key rows by their ids."""
    return {each: row for row in rows if isinstance(each := row["id"], int)}
