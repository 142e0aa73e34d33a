"""Writing assessments: the current row of each customer, and history rows for days that mattered."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from kedun.assessments.assessed import Assessed
from kedun.assessments.policy import LANGUAGE_VERSION, Policy
from kedun.facts.binding import Scalar
from kedun.facts.prepared.store import fetch
from kedun.kernel.days import Day, is_month_end
from kedun.kernel.hashing import sha256_of
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
_LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('kedun.assessments', 0))"
_UPDATES = ", ".join(f"{name} = excluded.{name}" for name in _COLUMNS if name not in ("customer_id",))
_BEFORE = (
    "SELECT customer_id, as_of, known_batch, standing_grade, standing_since, earlier_grade, earlier_since, outcome"
    " FROM assessments_assessment WHERE customer_id = ANY(%(customers)s)"
)
_STORE = (
    f"WITH assessed AS MATERIALIZED (SELECT * FROM unnest({', '.join(f'%({name})s::{of}[]' for name, of in _COLUMNS.items())})"  # noqa: S608
    f" AS n ({_NAMES})), current AS (INSERT INTO assessments_assessment ({_NAMES})"
    f" SELECT {_NAMES} FROM assessed ORDER BY customer_id ON CONFLICT (customer_id) DO UPDATE SET {_UPDATES})"
    f" INSERT INTO assessments_history ({_NAMES}) SELECT {_NAMES} FROM assessed WHERE customer_id = ANY(%(kept)s::bigint[])"
    f" ON CONFLICT (customer_id, as_of) DO UPDATE SET {_UPDATES}"
)


@dataclass(frozen=True, slots=True)
class Before:
    """What is stored of a customer's newest assessment; `earlier`: the standing grade before its day."""

    as_of: Day
    known_batch: int
    standing: Standing
    earlier: Standing | None
    outcome: str

    def standing_before(self, day: Day) -> Standing | None:
        """Give the standing grade that earlier days left: files of one day that come one by one move it once."""
        return self.earlier if day == self.as_of else self.standing


@dataclass(frozen=True, slots=True)
class Occasion:
    """When and with what knowledge a set of customers was assessed."""

    as_of: Day
    known_batch: int
    at: datetime


@transaction.atomic(savepoint=False)
def write(everyone: Sequence[Assessed], *, occasion: Occasion, policy: Policy) -> frozenset[int]:
    """Store assessments that are not older, in day or knowledge, than what is stored; give the customers written.

    A history row is kept when the outcome changed, and at month-end.
    """
    fetch(_LOCK, {})  # a customer's first assessment has no row yet that two writers could meet at
    before = _before([each.customer_id for each in everyone])
    newer = [each for each in everyone if _is_newer(before.get(each.customer_id), occasion)]
    rows = [_row(each, before.get(each.customer_id), occasion, policy) for each in newer]
    kept = [
        each.customer_id
        for each in newer
        if is_month_end(occasion.as_of)
        or each.customer_id not in before
        or before[each.customer_id].outcome != outcome(each)
    ]
    if rows:
        _store(rows, kept)
    return frozenset(each.customer_id for each in newer)


def _is_newer(before: Before | None, occasion: Occasion) -> bool:
    return before is None or (occasion.as_of >= before.as_of and occasion.known_batch >= before.known_batch)


def _before(customers: Sequence[int]) -> dict[int, Before]:
    return {
        customer: Before(as_of, batch, Standing(grade, since), Standing(*earlier) if earlier[0] else None, told)
        for customer, as_of, batch, grade, since, *earlier, told in fetch(_BEFORE, {"customers": customers})
    }


def outcome(each: Assessed) -> str:
    """Hash what makes an assessment worth remembering: score, grade, quadrant, verdicts."""
    names: Mapping[str, str] = {verdict.rule: verdict.verdict for verdict in each.verdicts}
    return sha256_of({"score": each.score, "grade": each.grade, "quadrant": each.quadrant, "verdicts": names})


def _row(each: Assessed, before: Before | None, occasion: Occasion, policy: Policy) -> tuple[Scalar, ...]:
    earlier = before.standing_before(occasion.as_of) if before else None
    standing = next_standing(
        earlier,
        raw_grade=each.grade,
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
        json.dumps(each.readings),
        json.dumps(each.missing),
        json.dumps(each.points),
        each.score,
        each.low,
        each.high,
        each.coverage,
        each.signal_points,
        each.grade,
        standing.grade,
        standing.since,
        earlier.grade if earlier else "",
        earlier.since if earlier else None,
        each.value_points,
        each.value_tier,
        each.quadrant,
        json.dumps(
            {verdict.rule: {"verdict": verdict.verdict, "evidence": verdict.evidence} for verdict in each.verdicts}
        ),
        outcome(each),
        occasion.at.isoformat(),
    )


def _store(rows: Sequence[tuple[Scalar, ...]], kept: Sequence[int]) -> None:
    columns = dict(zip(_COLUMNS, zip(*rows, strict=True), strict=True))
    fetch(_STORE, {**columns, "kept": kept})
