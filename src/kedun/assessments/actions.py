"""Writing assessments: the current row of each customer, and history rows for days that mattered."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from django.db import connection, transaction

from kedun.assessments.assessed import Assessed
from kedun.assessments.policy import LANGUAGE_VERSION, Policy
from kedun.kernel.days import Day, is_month_end
from kedun.kernel.hashing import sha256_of
from kedun.scorecards.standing import Standing, next_standing

_COLUMNS = (
    "customer_id", "as_of", "known_batch", "policy_hash", "language_version", "readings", "missing", "points", "score",
    "low", "high", "coverage", "signal_points", "raw_grade", "standing_grade", "standing_since", "earlier_grade", "earlier_since", "value_points",
    "value_tier", "quadrant", "verdicts", "outcome", "assessed_at",
)  # fmt: skip
_NAMES = ", ".join(_COLUMNS)
_LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('kedun.assessments', 0))"
_UPDATES = ", ".join(f"{name} = excluded.{name}" for name in _COLUMNS if name not in ("customer_id",))


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


@transaction.atomic
def write(everyone: Sequence[Assessed], *, occasion: Occasion, policy: Policy) -> frozenset[int]:
    """Store assessments that are not older, in day or knowledge, than what is stored; give the customers written.

    A history row is kept when the outcome changed, and at month-end. Source: RULINGS §4.
    """
    with connection.cursor() as cursor:
        cursor.execute(_LOCK)  # a customer's first assessment has no row yet that two writers could meet at
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
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT customer_id, as_of, known_batch, standing_grade, standing_since, earlier_grade, earlier_since, outcome"
            " FROM assessments_assessment WHERE customer_id = ANY(%s)",
            [list(customers)],
        )
        return {
            customer: Before(as_of, batch, Standing(grade, since), Standing(*earlier) if earlier[0] else None, told)
            for customer, as_of, batch, grade, since, *earlier, told in cursor.fetchall()
        }


def outcome(each: Assessed) -> str:
    """Hash what makes an assessment worth remembering: score, grade, quadrant, verdicts."""
    names: Mapping[str, str] = {verdict.rule: verdict.verdict for verdict in each.verdicts}
    return sha256_of({"score": each.score, "grade": each.grade, "quadrant": each.quadrant, "verdicts": names})


def _row(each: Assessed, before: Before | None, occasion: Occasion, policy: Policy) -> tuple[object, ...]:
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
        json.dumps({verdict.rule: _verdict(asdict(verdict)) for verdict in each.verdicts}),
        outcome(each),
        occasion.at,
    )


def _verdict(fields: Mapping[str, object]) -> dict[str, object]:
    return {"verdict": fields["verdict"], "evidence": fields["evidence"]}


def _store(rows: Sequence[tuple[object, ...]], kept: Sequence[int]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMP TABLE IF NOT EXISTS assessed (LIKE assessments_assessment) ON COMMIT DELETE ROWS")
        cursor.execute("TRUNCATE assessed")
        with cursor.copy(f"COPY assessed ({_NAMES}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
        cursor.execute(
            f"INSERT INTO assessments_assessment ({_NAMES}) SELECT {_NAMES} FROM assessed ORDER BY customer_id"
            f" ON CONFLICT (customer_id) DO UPDATE SET {_UPDATES}"
        )
        cursor.execute(
            f"INSERT INTO assessments_history ({_NAMES}) SELECT {_NAMES} FROM assessed WHERE customer_id = ANY(%s)"
            f" ON CONFLICT (customer_id, as_of) DO UPDATE SET {_UPDATES}",
            [list(kept)],
        )
