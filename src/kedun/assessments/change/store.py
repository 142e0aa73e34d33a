"""Assesses customers on the way from one day and knowledge to another, one step per part of the account.

Source: docs/why/score-change.md.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kedun.assessments.around.store import GROUP_KINDS, Place, reached, totals
from kedun.assessments.around.totals import newest as newest_totals
from kedun.assessments.around.totals import without_corrections as totals_without_corrections
from kedun.assessments.assessed import Assessed
from kedun.assessments.change.account import Leg, Mark, legs, mark
from kedun.assessments.change.supplies import data_states, seen_states
from kedun.assessments.policy import Policy
from kedun.assessments.reference import (
    Around,
    Reference,
    compute_alone,
    finish,
    further_lines,
    kinds_of,
    measured_together,
    reference,
)
from kedun.assessments.store import CHUNK, Question, chunks, reader_of
from kedun.facts.groups.queries import names_told
from kedun.facts.groups.told import groups_told
from kedun.facts.kinds import LEDGER_KINDS
from kedun.facts.knowledge.images import FactChange, Row, by_id, changes, images, without_corrections
from kedun.facts.knowledge.resettled import applications
from kedun.facts.knowledge.store import known_rows
from kedun.facts.models import LegalEntity, Source
from kedun.facts.queries import last_batch, supply_at
from kedun.kernel.days import Day

Rows = Mapping[str, Sequence[Row]]


_MOST_COMPILED = 4
_compiled: dict[str, Reference] = {}


@dataclass(frozen=True, slots=True)
class End:
    """One end of an account: what had happened by a day, as known at a batch, judged by a policy."""

    as_of: Day
    known_at: int
    policy: Policy


@dataclass(frozen=True, slots=True)
class ScoreChange:
    """The account of one customer.

    `steps`: the assessment before, then after policy, time, data and corrections; null where the customer was not
    known. `data` and `corrections`: the customer's facts that these two parts come from. `members`: the others of its
    group on either day, whose facts count too where the card rests on the group.
    """

    customer_id: int
    steps: tuple[Assessed | None, ...]
    legs: tuple[Leg, ...]
    data: tuple[FactChange, ...]
    corrections: tuple[FactChange, ...]
    members: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Sides:
    """A customer's facts: as known then; those that had happened by the old day; now but for corrections; now."""

    then: Rows
    seen: Rows
    kept: Rows
    now: Rows

    @property
    def rows(self) -> tuple[Rows, ...]:
        """The facts of every step."""
        return self.then, self.then, self.seen, self.kept, self.now


@dataclass(frozen=True, slots=True)
class _Book:
    """What is the same for all customers of an account; `before`, `after`: the batches of the ends, None for the newest."""

    old: End
    new: End
    states: tuple[Mapping[str, str], ...]
    currencies: Mapping[str, str]
    tolerances: Mapping[str, int]
    before: int | None
    after: int | None

    @property
    def looks_further(self) -> bool:
        """Whether either card rests on readings of groups or of the whole book."""
        return any(further_lines(end.policy) for end in (self.old, self.new))

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds whose facts count."""
        own = kinds_of(self.old.policy) | kinds_of(self.new.policy) | LEDGER_KINDS
        return own | GROUP_KINDS if self.looks_further else own

    @property
    def policies(self) -> tuple[Policy, ...]:
        """The policy of every step."""
        return self.old.policy, *[self.new.policy] * 4

    @property
    def days(self) -> tuple[Day, ...]:
        """The day of every step."""
        return self.old.as_of, self.old.as_of, *[self.new.as_of] * 3


def score_changes(customers: Mapping[int, str], old: End, new: End) -> Iterator[ScoreChange]:
    """Account for customers (code by id) between two ends; `new` lies later in day and knowledge.

    Raises: TooManyTogether.
    """
    book = _book(old, new)
    for chunk in chunks(sorted(customers), CHUNK):
        everyone = sorted(reached(chunk, _places(book))) if book.looks_further else chunk
        then = known_rows(book.kinds, everyone, known_at=book.before)
        now = then if old.known_at == new.known_at else known_rows(book.kinds, everyone, known_at=book.after)
        sides = {customer: _sides(book, customer, then[customer], now[customer]) for customer in everyone}
        asked = {customer: customers[customer] for customer in chunk}
        if book.looks_further:
            yield from _together(book, asked, sides)
        else:
            for customer, code in asked.items():
                yield _change(book, customer, _alone(book, customer, code, sides[customer]), sides[customer])


def _places(book: _Book) -> Iterator[Place]:
    """Give where customers may share a group on any step: on either day, by either knowledge and policy."""
    rules = dict.fromkeys(end.policy.indicators.group_rule for end in (book.old, book.new))
    batches = dict.fromkeys((book.before, book.after))
    return ((rule, end.as_of, batch) for rule in rules for end in (book.old, book.new) for batch in batches)


def _past(batch: int, newest: int) -> int | None:
    return None if batch >= newest else batch


def _book(old: End, new: End) -> _Book:
    newest = last_batch()
    then, now_of_then, now = (
        Question(day, None, None, supply_at(day, batch)).states(new.policy)
        for day, batch in ((old.as_of, old.known_at), (old.as_of, new.known_at), (new.as_of, new.known_at))
    )
    before = Question(old.as_of, None, None, supply_at(old.as_of, old.known_at)).states(old.policy)
    return _Book(
        old,
        new,
        (before, then, seen_states(then, now_of_then, now), data_states(then, now_of_then, now), now),
        dict(LegalEntity.objects.values_list("code", "base_currency")),
        dict(Source.objects.values_list("name", "tolerance_minor")),
        *(_past(end.known_at, newest) for end in (old, new)),
    )


def _change(
    book: _Book, customer: int, steps: Sequence[Assessed | None], of: _Sides, members: Sequence[int] = ()
) -> ScoreChange:
    marks = tuple(_mark(policy, step) for policy, step in zip(book.policies, steps, strict=True))
    day = book.new.as_of
    data, corrections = _changes(of.seen, of.kept, day), _changes(of.kept, of.now, day)
    return ScoreChange(customer, tuple(steps), legs(marks), data, corrections, tuple(members))


def _alone(book: _Book, customer: int, code: str, of: _Sides) -> list[Assessed | None]:
    """Assess a customer on every step from its own facts."""
    ways = list(zip(book.policies, of.rows, book.days, strict=True))
    steps: list[Assessed | None] = []
    for place, (way, states) in enumerate(zip(ways, book.states, strict=True)):
        is_same = place > 0 and _is_same(ways[place - 1], way) and book.states[place - 1] == states
        steps.append(steps[-1] if is_same else _assessed(*way, customer=customer, code=code, states=states))
    return steps


def _together(book: _Book, asked: Mapping[int, str], sides: Mapping[int, _Sides]) -> Iterator[ScoreChange]:
    """Assess customers on every step from their facts, those of their groups, and the totals of the book."""
    rows = [{customer: each.rows[place] for customer, each in sides.items()} for place in range(len(book.policies))]
    arounds = list(_arounds(book, rows))
    places = zip(book.policies, rows, book.days, book.states, arounds, strict=True)
    steps = [_assessed_together(asked, *place) for place in places]
    for customer in asked:
        ends = (arounds[0].roots, arounds[-1].roots)
        near = {other for roots in ends if customer in roots for other in roots if roots[other] == roots[customer]}
        mine = [step[customer] for step in steps]
        yield _change(book, customer, mine, sides[customer], sorted(near - {customer}))


def _arounds(book: _Book, rows: Sequence[Mapping[int, Rows]]) -> Iterator[Around]:
    """Give who shares a group and the totals of the book on every step."""
    then, now = totals(book.before), totals(book.after)
    day = book.old.as_of
    known = (then, then, then, totals_without_corrections(then, now, day), now)
    until = (day, day, day, book.new.as_of, book.new.as_of)
    texts = {str(row["other"]) for each in rows for kinds in each.values() for row in kinds.get("relation", ())}
    names = {batch: names_told(texts, known_at=batch) for batch in {book.before, book.after}}
    batches = (book.before, book.before, book.before, book.after, book.after)
    for place, (policy, on) in enumerate(zip(book.policies, book.days, strict=True)):
        groups = groups_told(policy.indicators.group_rule, rows[place], names[batches[place]], on)
        yield Around(groups.roots, newest_totals(known[place], until[place]))


def _assessed_together(
    asked: Mapping[int, str],
    policy: Policy,
    rows: Mapping[int, Rows],
    day: Day,
    states: Mapping[str, str],
    around: Around,
) -> dict[int, Assessed | None]:
    of, reader = _reference(policy), reader_of(policy, states)
    flags = {name: state == "supplied" for name, state in states.items()}
    measured = measured_together(of, rows, as_of=day, supplied=flags, around=around)
    found: dict[int, Assessed | None] = dict.fromkeys(asked)
    for customer in asked.keys() & measured.keys():
        finish(of, measured[customer])
        found[customer] = reader.assessed(measured[customer], code=asked[customer])
    return found


def _is_same(one: tuple[Policy, Rows, Day], other: tuple[Policy, Rows, Day]) -> bool:
    return one[0].hash == other[0].hash and one[1] is other[1] and one[2] == other[2]


def _sides(book: _Book, customer: int, then: Rows, now: Rows) -> _Sides:
    seen, kept = _believed(book, customer, then, now)
    return _Sides(then, seen, kept, now)


def _believed(book: _Book, customer: int, then: Rows, now: Rows) -> tuple[Rows, Rows]:
    """Give what had happened by the old day as known then, and all that is known now but for corrections."""
    day = book.old.as_of
    kinds = sorted((then.keys() | now.keys()) - {"application"})
    old, new = ({kind: by_id(rows.get(kind, ())) for kind in kinds} for rows in (then, now))
    seen: dict[str, list[Row]] = {kind: list(images(kind, old[kind], day).values()) for kind in kinds}
    seen["application"] = [row for row in then.get("application", ()) if _day(row["applied_on"]) <= day]
    mixed = {kind: without_corrections(kind, old[kind], new[kind], day) for kind in kinds}
    corrected = {kind for kind in kinds if mixed[kind] != new[kind]}
    if not corrected:
        return seen, now
    kept = {kind: list(rows.values()) for kind, rows in mixed.items()}
    if corrected & LEDGER_KINDS:
        kept["application"] = applications(customer, kept, currencies=book.currencies, tolerances=book.tolerances)
    else:
        kept["application"] = list(now.get("application", ()))
    return seen, kept


def _day(value: object) -> Day:
    assert isinstance(value, int)
    return value


def _assessed(
    policy: Policy, rows: Rows, as_of: Day, *, customer: int, code: str, states: Mapping[str, str]
) -> Assessed | None:
    if not rows.get("customer"):
        return None
    flags = {name: state == "supplied" for name, state in states.items()}
    row = compute_alone(_reference(policy), rows, customer_id=customer, as_of=as_of, supplied=flags)
    return reader_of(policy, states).assessed(row, code=code)


def _reference(policy: Policy) -> Reference:
    if policy.hash not in _compiled:
        if len(_compiled) >= _MOST_COMPILED:
            _compiled.clear()
        _compiled[policy.hash] = reference(policy)
    return _compiled[policy.hash]


def _mark(policy: Policy, step: Assessed | None) -> Mark:
    if step is None:
        return Mark(None, None, None, 0, {})
    return mark(policy.placing.card, step.points, score=step.score, low=step.low, high=step.high)


def _changes(before: Rows, after: Rows, day: Day) -> tuple[FactChange, ...]:
    if before is after:
        return ()
    kinds = sorted((before.keys() | after.keys()) - {"application"})
    return tuple(
        each for kind in kinds for each in changes(kind, by_id(before.get(kind, ())), by_id(after.get(kind, ())), day)
    )
