"""Writing assessments: the current row of each customer, and history rows for days that mattered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import connection, transaction

from kedun.assessments.documents import Document
from kedun.assessments.policy import LANGUAGE_VERSION, Policy
from kedun.facts.binding import Scalar
from kedun.facts.prepared.store import fetch
from kedun.facts.store import run
from kedun.kernel.days import Day, is_month_end
from kedun.scorecards.standing import Standing, next_standing

_COLUMNS = {
    "customer_id": "bigint",
    "as_of": "integer",
    "known_batch": "bigint",
    "policy_hash": "text",
    "language_version": "integer",
    "readings": "jsonb",
    "missing": "jsonb",
    "points": "jsonb",
    "score": "integer",
    "low": "integer",
    "high": "integer",
    "coverage": "double precision",
    "signal_points": "integer",
    "raw_grade": "text",
    "standing_grade": "text",
    "standing_since": "integer",
    "earlier_grade": "text",
    "earlier_since": "integer",
    "value_points": "integer",
    "value_tier": "text",
    "quadrant": "text",
    "verdicts": "jsonb",
    "outcome": "text",
    "assessed_at": "timestamptz",
}
_NAMES = ", ".join(_COLUMNS)
MOST_BOUND = 200
"""More rows than these are sent by COPY."""
_LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('kedun.assessments', 0))"
_UPDATES = ", ".join(f"{name} = excluded.{name}" for name in _COLUMNS if name not in ("customer_id",))
_BEFORE = (
    "SELECT customer_id, as_of, known_batch, policy_hash, language_version, standing_grade, standing_since, earlier_grade, earlier_since, outcome"
    " FROM assessments_assessment WHERE customer_id = ANY(%(customers)s)"
)
_BOUND = (
    f"SELECT {_NAMES} FROM unnest({', '.join(f'%({name})s::{of}[]' for name, of in _COLUMNS.items())}) AS n ({_NAMES})"
)
_ARRIVING = (
    "CREATE TEMPORARY TABLE IF NOT EXISTS assessments_arriving"
    f" ({', '.join(f'{name} {of}' + ' STORAGE EXTERNAL' * (of == 'jsonb') for name, of in _COLUMNS.items())})"
    " ON COMMIT DELETE ROWS"
)
_STORE = (
    "WITH assessed AS MATERIALIZED ({arriving}), current AS"
    f" (INSERT INTO assessments_assessment ({_NAMES})"
    f" SELECT {_NAMES} FROM assessed ORDER BY customer_id ON CONFLICT (customer_id) DO UPDATE SET {_UPDATES})"
    f" INSERT INTO assessments_history ({_NAMES}) SELECT {_NAMES} FROM assessed WHERE customer_id = ANY(%(kept)s::bigint[])"
    f" ON CONFLICT (customer_id, as_of) DO UPDATE SET {_UPDATES}"
)
_STORE_BOUND = _STORE.format(arriving=_BOUND)
_STORE_COPIED = _STORE.format(arriving=f"SELECT {_NAMES} FROM assessments_arriving")


@dataclass(frozen=True, slots=True)
class Basis:
    """What an assessment follows from, and nothing else."""

    as_of: Day
    known_batch: int
    policy_hash: str
    language_version: int


@dataclass(frozen=True, slots=True)
class Before:
    """What is stored of a customer's newest assessment; `earlier`: the standing grade before its day."""

    basis: Basis
    standing: Standing
    earlier: Standing | None
    outcome: str

    def standing_before(self, day: Day) -> Standing | None:
        """Give the standing grade that earlier days left: files of one day that come one by one move it once."""
        return self.earlier if day == self.basis.as_of else self.standing


@dataclass(frozen=True, slots=True)
class Occasion:
    """When and with what knowledge a set of customers was assessed."""

    as_of: Day
    known_batch: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Writing:
    """What became of assessments: the customers written, and how many were stored already, equal in every part."""

    written: frozenset[int]
    unchanged: int = 0


@transaction.atomic(savepoint=False)
def write(everyone: Sequence[Document], *, occasion: Occasion, policy: Policy) -> Writing:
    """Store assessments that are not older, in day or knowledge, than what is stored.

    One of the same day, knowledge and policy is the same, and stays as it is: a run that was broken off goes on where it
    was. A history row is kept when the outcome changed, and at month-end.
    """
    fetch(_LOCK, {})  # a customer's first assessment has no row yet that two writers could meet at
    before = _before([each.customer_id for each in everyone])
    same = Basis(occasion.as_of, occasion.known_batch, policy.hash, LANGUAGE_VERSION)
    there = {customer for customer, each in before.items() if each.basis == same}
    newer = [
        each for each in everyone if each.customer_id not in there and _is_newer(before.get(each.customer_id), occasion)
    ]
    rows = [_row(each, before.get(each.customer_id), occasion, policy) for each in newer]
    kept = [
        each.customer_id
        for each in newer
        if is_month_end(occasion.as_of)
        or each.customer_id not in before
        or before[each.customer_id].outcome != each.outcome
    ]
    if rows:
        _store(rows, kept)
    return Writing(frozenset(each.customer_id for each in newer), len(there))


def _is_newer(before: Before | None, occasion: Occasion) -> bool:
    if before is None:
        return True
    return occasion.as_of >= before.basis.as_of and occasion.known_batch >= before.basis.known_batch


def _before(customers: Sequence[int]) -> dict[int, Before]:
    return {
        customer: Before(
            Basis(as_of, batch, policy_hash, version),
            Standing(grade, since),
            Standing(*earlier) if earlier[0] else None,
            told,
        )
        for customer, as_of, batch, policy_hash, version, grade, since, *earlier, told in fetch(
            _BEFORE, {"customers": customers}
        )
    }


def _row(each: Document, before: Before | None, occasion: Occasion, policy: Policy) -> tuple[Scalar, ...]:
    earlier = before.standing_before(occasion.as_of) if before else None
    standing = next_standing(
        earlier,
        raw_grade=each.raw_grade,
        score=each.score,
        as_of=occasion.as_of,
        grading=policy.placing.grading,
    )
    return (
        each.customer_id,
        occasion.as_of,
        occasion.known_batch,
        policy.hash,
        LANGUAGE_VERSION,
        each.readings,
        each.missing,
        each.points,
        each.score,
        each.low,
        each.high,
        each.coverage,
        each.signal_points,
        each.raw_grade,
        standing.grade,
        standing.since,
        earlier.grade if earlier else "",
        earlier.since if earlier else None,
        each.value_points,
        each.value_tier,
        each.quadrant,
        each.verdicts,
        each.outcome,
        occasion.at.isoformat(),
    )


def _store(rows: Sequence[tuple[Scalar, ...]], kept: Sequence[int]) -> None:
    if len(rows) <= MOST_BOUND:
        columns = dict(zip(_COLUMNS, zip(*rows, strict=True), strict=True))
        fetch(_STORE_BOUND, {**columns, "kept": kept})
        return
    with connection.cursor() as cursor:
        cursor.execute(_ARRIVING)
        with cursor.copy(f"COPY assessments_arriving ({_NAMES}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
    fetch(_STORE_COPIED, {"kept": kept})
    run("TRUNCATE assessments_arriving")
