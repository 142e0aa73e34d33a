"""What the overview asks of the store, all within a scope."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.db import connection

from kedun.accounts.scopes import Scope
from kedun.assessments.policy import Policy
from kedun.assessments.store import Bound
from kedun.facts.queries import last_batch, supply_at
from kedun.facts.sources import Reach
from kedun.indicators.sql import measured, supplied
from kedun.kernel.days import Day, month_ends_before
from kedun.portfolio.lists.filters import BUCKETS, Filters
from kedun.portfolio.lists.pieces import BUCKET_AMOUNTS, Sql, of_assessment
from kedun.portfolio.lists.queries import Asked, visible
from kedun.portfolio.models import BookDay, MonthGrades
from kedun.portfolio.overview.figures import Book, Cell

MONTHS: Final = 12
"""Month-ends that a course of time shows."""

MOST_COMPARED: Final = 2000
"""So many customers are computed anew for an earlier day; of more, the kept totals of the whole book are asked."""

OLDEST: Final = 7
"""Days by which a kept total may lie before the day it stands for."""

OWED: Final = ("receivable_minor", "overdue_minor")

_BUCKETS: Final = ", ".join(
    f"COALESCE(SUM({amount}), 0), COUNT(*) FILTER (WHERE {amount} > 0)"
    for amount in (BUCKET_AMOUNTS[bucket] for bucket in BUCKETS)
)


def book(asked: Asked, *, moved: Filters, newly_overdue: Filters) -> Book:
    """Add up the assessments of a list by place and industry; also those to whom some filters of lists apply."""
    customers = asked.seen
    came, began = _all_of(of_assessment(moved)), _all_of(of_assessment(newly_overdue))
    lately = (
        f"COUNT(*) FILTER (WHERE {came.text}), COUNT(*) FILTER (WHERE {began.text}),"
        f" COALESCE(SUM(a.overdue_minor) FILTER (WHERE {began.text}), 0)"
    )
    sql = (
        f"SELECT a.standing_grade, a.value_tier, a.quadrant, c.industry, MAX(a.as_of), COUNT(*), {lately},"
        f" COALESCE(SUM(a.receivable_minor), 0), COALESCE(SUM(a.overdue_minor), 0), {_BUCKETS}"
        f" FROM {customers.text} c JOIN {asked.table} ON a.customer_id = c.id GROUP BY 1, 2, 3, 4"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [*came.values, *began.values, *began.values, *customers.values])
        rows = cursor.fetchall()
    cells = [
        Cell(
            grade=grade,
            tier=tier,
            quadrant=quadrant,
            industry=industry,
            customers=number,
            moved=moved_number,
            newly_overdue=overdue_number,
            newly_overdue_minor=int(newly),
            receivable_minor=int(receivable),
            overdue_minor=int(overdue),
            amounts={bucket: int(amount) for bucket, amount in zip(BUCKETS, ages[::2], strict=True)},
            owing=dict(zip(BUCKETS, ages[1::2], strict=True)),
        )
        for grade, tier, quadrant, industry, _, number, moved_number, overdue_number, newly, receivable, overdue, *ages in rows
    ]
    return Book(max((row[4] for row in rows), default=None), cells)


def _all_of(conditions: Iterable[Sql]) -> Sql:
    every = list(conditions)
    text = " AND ".join(f"({each.text})" for each in every)
    return Sql(text, tuple(value for each in every for value in each.values))


@dataclass(frozen=True, slots=True)
class Course:
    """How many customers stood in each grade at the end of a month."""

    as_of: Day
    counts: Mapping[str, int]


def grades_over_time(scope: Scope, on: Day, *, until: Day) -> list[Course]:
    """Count standing grades at the last month-ends before a day, of the customers that are known today."""
    ends = month_ends_before(until, MONTHS)
    if scope.kind != "all":
        customers = visible(scope, on)
        found = _counted(ends, f"JOIN {customers.text} c ON c.id = h.customer_id", customers.values)
    else:
        found = _kept(ends)
    return [Course(end, found[end]) for end in ends if found.get(end)]


def _kept(ends: Sequence[Day]) -> dict[Day, Counter[str]]:
    """Give the kept numbers of the whole book without the customers that were retracted since; count what is not kept."""
    kept = {each.as_of: Counter(each.counts) for each in MonthGrades.objects.filter(as_of__in=ends)}
    retracted = "JOIN facts_customer c ON c.id = h.customer_id AND c.is_retracted"
    gone = _counted(list(kept), retracted) if kept else {}
    missing = [end for end in ends if end not in kept]
    counted = (
        _counted(missing, "JOIN facts_customer c ON c.id = h.customer_id AND NOT c.is_retracted") if missing else {}
    )
    return {**counted, **{end: counts - gone.get(end, Counter()) for end, counts in kept.items()}}


def _counted(ends: Sequence[Day], limited: str, values: Sequence[Bound] = ()) -> dict[Day, Counter[str]]:
    sql = (
        "SELECT h.as_of, h.standing_grade, COUNT(*) FROM assessments_history h"
        f" {limited} WHERE h.as_of = ANY(%s) GROUP BY 1, 2"
    )
    counts: dict[Day, Counter[str]] = {}
    with connection.cursor() as cursor:
        cursor.execute(sql, [*values, list(ends)])
        for as_of, grade, number in cursor.fetchall():
            counts.setdefault(as_of, Counter())[grade] = number
    return counts


@dataclass(frozen=True, slots=True)
class Owed:
    """What a scope owed at the end of a day, and how much of it was overdue. Unit: minor units."""

    receivable_minor: int
    overdue_minor: int


def owed_on(asked: Asked, *, day: Day, customers: int, policy: Policy) -> Owed | None:
    """Give what the customers of a list owed at the end of an earlier day; None where that cannot be told."""
    scope = asked.scope
    if customers <= MOST_COMPARED:
        return _owed_by_facts(asked, day=day, policy=policy)
    if scope.kind != "all":
        return None
    kept = BookDay.objects.filter(as_of__lte=day, as_of__gt=day - OLDEST).order_by("-as_of").first()
    return Owed(kept.receivable_minor, kept.overdue_minor) if kept else None


def _owed_by_facts(asked: Asked, *, day: Day, policy: Policy) -> Owed | None:
    """Run the measures themselves, by what is known now, or was at the batch of a past book."""
    program = policy.indicators
    if not program.measures.keys() >= set(OWED):
        return None
    seen, known_at = asked.seen, asked.past.known_at if asked.past else last_batch()
    measures = {name: program.measures[name] for name in OWED}
    named = measured(measures, program.views, Reach("postgres", has_past=asked.past is not None, is_listed=True))
    queries = ", ".join(f"{name} AS ({query})" for name, query in named)
    sums = ", ".join(f"SUM({name})" for name in OWED)
    supply = supply_at(day, known_at)
    flags = {supplied(kind): int(each.state == "supplied") for kind, each in supply.items()}
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT c.id FROM {seen.text} c", seen.values)
        listed = [customer for (customer,) in cursor.fetchall()]
        bound: dict[str, Bound] = {"as_of": day, "known_at": known_at, "customers": listed, **flags}
        cursor.execute(f"WITH {queries} SELECT {sums}, COUNT({OWED[1]}) FROM measured", bound)
        receivable, overdue, known = cursor.fetchone()
    return Owed(int(receivable or 0), int(overdue or 0)) if known else None
