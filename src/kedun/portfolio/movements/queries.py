"""The customers whose stored score or standing grade moved most since a day, and the account of each."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection

from kedun.accounts.scopes import Scope
from kedun.kernel.days import Day
from kedun.portfolio.change.queries import Account, Span, accounts
from kedun.portfolio.lists.queries import visible

MOST_ACCOUNTS = 50
"""Customers that are accounted for."""

_MOST_KEPT = 8
_kept: dict[tuple[object, ...], dict[int, Account]] = {}


@dataclass(frozen=True, slots=True)
class Mover:
    """A customer whose score or standing grade is another than on the earlier day, as assessments stored them."""

    customer_id: int
    code: str
    name: str
    industry: str
    grade_before: str
    grade: str


def movers(scope: Scope, *, since: Day, on: Day) -> tuple[list[Mover], int]:
    """Give who moved since a day, the largest change of score first, and how many moved at all.

    A score that came or went counts as the largest change. Who was not assessed before that day did not move.
    """
    seen = visible(scope, on)
    sql = (
        "SELECT c.id, c.code, c.name, c.industry, h.standing_grade, a.standing_grade, COUNT(*) OVER ()"
        f" FROM {seen.text} c JOIN assessments_assessment a ON a.customer_id = c.id CROSS JOIN LATERAL (SELECT p.score,"
        " p.standing_grade FROM assessments_history p WHERE p.customer_id = c.id AND p.as_of <= %s"
        " ORDER BY p.as_of DESC LIMIT 1) h WHERE c.id IN (SELECT customer_id FROM assessments_history WHERE as_of > %s)"
        " AND (a.score IS DISTINCT FROM h.score OR a.standing_grade <> h.standing_grade)"
        " ORDER BY ABS(a.score - h.score) DESC NULLS FIRST, c.id LIMIT %s"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [*seen.values, since, since, MOST_ACCOUNTS])
        rows = cursor.fetchall()
    return [Mover(*row[:-1]) for row in rows], rows[0][-1] if rows else 0


def accounted(who: Sequence[Mover], of: Span) -> dict[int, Account]:
    """Account for customers; the last few answers are kept, for pages, filters and exports ask for the same."""
    key = (tuple(each.customer_id for each in who), *((e.as_of, e.known_at, e.policy.hash) for e in (of.old, of.new)))
    if key not in _kept:
        if len(_kept) >= _MOST_KEPT:
            _kept.clear()
        _kept[key] = accounts({each.customer_id: each.code for each in who}, of)
    return _kept[key]
