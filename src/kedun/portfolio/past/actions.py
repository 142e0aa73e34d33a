"""Assesses the whole book as of a past day and keeps the few figures that lists sort and filter by. Nothing else is changed.

Source: docs/why/past-lists.md.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from django.db import connection, transaction

from kedun.assessments.assessed import Assessed
from kedun.assessments.policy import Policy
from kedun.assessments.queries import live_policy
from kedun.assessments.store import Question, ask_of_book, run
from kedun.expressions import Value, quoted
from kedun.facts import fresh
from kedun.facts.mirrored.store import origins
from kedun.facts.prepared.store import fetch
from kedun.facts.queries import customer_count, last_batch, mirror_folder, supply_at
from kedun.kernel.clock import clock
from kedun.portfolio.models import PastBook, PastLine
from kedun.portfolio.past.queries import Past
from kedun.portfolio.queries import Moment
from kedun.rules.verdict import PREFIX
from kedun.scorecards.place import HEALTH, VALUE

MOST_KEPT: Final = 6
"""Past books that are kept; the oldest goes first."""

MOST_ON_POSTGRES: Final = 300
"""A book of more customers is assessed on the book engine."""

AMOUNTS: Final = (
    "receivable_minor",
    "overdue_minor",
    "due_unknown_minor",
    "overdue_1_30_minor",
    "overdue_31_60_minor",
    "overdue_61_90_minor",
    "overdue_over_90_minor",
    "overdue_days_max",
)
_COLUMNS: Final = (
    "book_id", "customer_id", "as_of", "score", "low", "high", "coverage", "value_points", "value_tier", "quadrant",
    *AMOUNTS, "limit_utilisation", "fired", "standing_grade", "standing_since",
)  # fmt: skip
_LOCK: Final = "SELECT pg_advisory_xact_lock(hashtextextended('kedun.portfolio.past', 0))"
_STANDING: Final = (
    "SELECT DISTINCT ON (s.customer_id) s.customer_id, s.standing_grade, s.standing_since FROM"
    " (SELECT customer_id, as_of, known_batch, standing_grade, standing_since FROM assessments_history"
    " UNION ALL SELECT customer_id, as_of, known_batch, standing_grade, standing_since FROM assessments_assessment) s"
    " WHERE s.as_of <= %(as_of)s::integer AND s.known_batch <= %(known_at)s::bigint ORDER BY s.customer_id, s.as_of DESC"
)


def past_book(at: Moment) -> Past | None:
    """Give the book of a past moment, worked out at the first asking; None for the present.

    Raises: NotComputable, NoPolicy.
    """
    if not at.is_past:
        return None
    policy = live_policy(at.judged_on).policy
    named = {
        "as_of": at.as_of,
        "known_batch": at.known_at,
        "policy_hash": policy.hash,
        "origin": origins([at.known_at]).get(at.known_at, ""),
    }
    kept = PastBook.objects.filter(**named).first()
    if kept is None:
        with transaction.atomic():
            fetch(_LOCK, {})  # two who ask at once work it out once
            kept = PastBook.objects.filter(**named).first() or _made(named, policy, at)
    return Past(kept.pk, at.as_of, at.known_at)


def _made(named: Mapping[str, Any], policy: Policy, at: Moment) -> PastBook:
    old = PastBook.objects.order_by("-made_at", "-id").values_list("id", flat=True)[MOST_KEPT - 1 :]
    PastBook.objects.filter(id__in=list(old)).delete()
    made = PastBook.objects.create(**named, made_at=clock().now())
    standing = {
        customer: (grade, since)
        for customer, grade, since in fetch(_STANDING, {"as_of": at.as_of, "known_at": at.known_at})
    }
    lines = list(_computed(policy, at))  # while rows are sent nothing else can be asked
    into = f"COPY {PastLine._meta.db_table} ({', '.join(_COLUMNS)}) FROM STDIN"
    with connection.cursor() as cursor, cursor.copy(into) as copy:
        for customer, raw_grade, *row in lines:
            copy.write_row((made.pk, customer, at.as_of, *row, *standing.get(customer, (raw_grade, at.as_of))))
    return made


def _computed(policy: Policy, at: Moment) -> Iterator[Sequence[Value]]:
    """Assess every customer who was known. Shape: number, raw grade, then the columns between day and standing grade.

    A small book is faster on PostgreSQL, for the book engine plans as long as that takes.
    """
    known_at = None if at.known_at == last_batch() else at.known_at
    question = Question(at.as_of, known_at, None, supply_at(at.as_of, at.known_at))
    if customer_count() <= MOST_ON_POSTGRES:
        yield from map(_line, run(policy, question, engine="postgres"))
        return
    columns = (
        "customer_id", "grade", "score_hundredths", "score_low_hundredths", "score_high_hundredths",
        f"{HEALTH}_coverage", f"{VALUE}_score", "value_tier", "quadrant",
        *(_reading(policy, key, "BIGINT") for key in AMOUNTS), _reading(policy, "limit_utilisation", "DOUBLE"),
        _fired(policy),
    )  # fmt: skip
    with fresh.opened(mirror_folder()) as engine:
        then = replace(question, known_at=at.known_at if at.known_at < engine.batch else None)
        yield from ask_of_book(", ".join(columns), policy, then, engine.book)


def _line(each: Assessed) -> Sequence[Value]:
    amounts = [round(value) if isinstance(value := each.readings.get(key), int | float) else None for key in AMOUNTS]
    fired = json.dumps([verdict.rule for verdict in each.verdicts if verdict.verdict == "fired"])
    placed = (each.coverage, each.value_points, each.value_tier, each.quadrant)
    used = each.readings.get("limit_utilisation")
    return each.customer_id, each.grade, each.score, each.low, each.high, *placed, *amounts, used, fired


def _reading(policy: Policy, key: str, of: str) -> str:
    return f"TRY_CAST({quoted(key, 'duckdb')} AS {of})" if key in policy.indicators.indicators else "NULL"


def _fired(policy: Policy) -> str:
    """Write the keys of the rules that fire as a JSON text."""
    told = [f"CASE WHEN {quoted(PREFIX + key, 'duckdb')} THEN '\"{key}\"' END" for key in policy.rules.rules]
    return f"'[' || concat_ws(',', {', '.join(told) or 'NULL'}) || ']'"


def readings(policy: Policy, customers: Sequence[int], past: Past, keys: Sequence[str]) -> dict[int, dict[str, Value]]:
    """Work out some readings of a few customers on the day of a past book."""
    if not keys or not customers:
        return {}
    question = Question(past.as_of, past.known_at, tuple(customers), supply_at(past.as_of, past.known_at))
    found = run(policy, question, engine="postgres")
    return {each.customer_id: {key: each.readings.get(key) for key in keys} for each in found}
