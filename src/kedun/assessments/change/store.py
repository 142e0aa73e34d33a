"""Assesses customers on the way from one day and knowledge to another, one step per part of the account.

Source: docs/why/score-change.md.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kedun.assessments.assessed import Assessed, Reader
from kedun.assessments.change.account import Leg, Mark, legs, mark
from kedun.assessments.change.supplies import data_states, seen_states
from kedun.assessments.policy import Policy
from kedun.assessments.reference import Reference, compute_alone, kinds_of, looks_further, reference
from kedun.assessments.store import CHUNK, Question, chunks
from kedun.facts.kinds import LEDGER_KINDS
from kedun.facts.knowledge.images import FactChange, Row, by_id, changes, images, without_corrections
from kedun.facts.knowledge.resettled import applications
from kedun.facts.knowledge.store import known_rows
from kedun.facts.models import LegalEntity, Source
from kedun.facts.queries import last_batch, supply_at
from kedun.kernel.days import Day
from kedun.kernel.refusals import Invalid

Rows = Mapping[str, Sequence[Row]]


class CardLooksFurther(Invalid):
    """The scorecard rests on {indicator}, which is read of a group or of the whole book; its changes are not accounted for."""

    zh = "评分卡引用了集团或全账指标 {indicator}，暂不能说明这类评分的变化原因。"


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
    known. `data` and `corrections`: the facts that these two parts come from.
    """

    customer_id: int
    steps: tuple[Assessed | None, ...]
    legs: tuple[Leg, ...]
    data: tuple[FactChange, ...]
    corrections: tuple[FactChange, ...]


@dataclass(frozen=True, slots=True)
class _Book:
    """What is the same for all customers of an account."""

    old: End
    new: End
    states: tuple[Mapping[str, str], ...]
    currencies: Mapping[str, str]
    tolerances: Mapping[str, int]

    @property
    def kinds(self) -> frozenset[str]:
        return kinds_of(self.old.policy) | kinds_of(self.new.policy) | LEDGER_KINDS


def score_changes(customers: Mapping[int, str], old: End, new: End) -> Iterator[ScoreChange]:
    """Account for customers (code by id) between two ends; `new` lies later in day and knowledge.

    Raises: CardLooksFurther.
    """
    for end in (old, new):
        _check_card(end.policy)
    book = _book(old, new)
    newest = last_batch()
    for chunk in chunks(sorted(customers), CHUNK):
        then = known_rows(book.kinds, chunk, known_at=_past(old.known_at, newest))
        now = (
            then
            if old.known_at == new.known_at
            else known_rows(book.kinds, chunk, known_at=_past(new.known_at, newest))
        )
        for customer in chunk:
            yield _change(book, customer, customers[customer], then[customer], now[customer])


def _check_card(policy: Policy) -> None:
    further = looks_further(policy)
    if further:
        raise CardLooksFurther(indicator=further)


def _past(batch: int, newest: int) -> int | None:
    return None if batch >= newest else batch


def _book(old: End, new: End) -> _Book:
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
    )


def _change(book: _Book, customer: int, code: str, then: Rows, now: Rows) -> ScoreChange:
    seen, kept = _believed(book, customer, then, now)
    ways = (
        (book.old.policy, then, book.old.as_of),
        (book.new.policy, then, book.old.as_of),
        (book.new.policy, seen, book.new.as_of),
        (book.new.policy, kept, book.new.as_of),
        (book.new.policy, now, book.new.as_of),
    )
    steps: list[Assessed | None] = []
    for place, (way, states) in enumerate(zip(ways, book.states, strict=True)):
        is_same = place > 0 and _is_same(ways[place - 1], way) and book.states[place - 1] == states
        steps.append(steps[-1] if is_same else _assessed(*way, customer=customer, code=code, states=states))
    marks = tuple(_mark(policy, step) for (policy, _, _), step in zip(ways, steps, strict=True))
    day = book.new.as_of
    return ScoreChange(customer, tuple(steps), legs(marks), _changes(seen, kept, day), _changes(kept, now, day))


def _is_same(one: tuple[Policy, Rows, Day], other: tuple[Policy, Rows, Day]) -> bool:
    return one[0].hash == other[0].hash and one[1] is other[1] and one[2] == other[2]


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
    return Reader(policy, states).assessed(row, code=code)


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
