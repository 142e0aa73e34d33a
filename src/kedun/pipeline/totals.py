"""Keeps the totals of the whole book at month-end as facts, so that a customer's share of the book can be read."""

import pyarrow as pa

from kedun.assessments.book import totals
from kedun.assessments.queries import live_policy
from kedun.assessments.store import Question
from kedun.facts import queries
from kedun.facts.actions import Delivery, upsert
from kedun.kernel.days import Day, is_month_end, to_date, to_day
from kedun.pipeline.actions import Errand

SOURCE = "book"
"""The source of the totals."""


def keep_totals(as_of: Day) -> None:
    """Write the totals of the newest month-end up to a day, by what is known now; says the same twice at no cost."""
    policy = live_policy(as_of).policy
    if not policy.indicators.book:
        return
    day = newest_month_end(as_of)
    found = totals(policy, Question(day, None, None, queries.supply_at(day, queries.last_batch())))
    if found:
        rows = {
            "external_id": [f"{name}@{to_date(day).isoformat()}" for name in found],
            "name": list(found),
            "month_end_on": pa.array([day] * len(found), pa.int64()),
            "total": pa.array(found.values(), pa.int64()),
        }
        upsert({"book_constant": pa.table(rows)}, delivery=Delivery(source=SOURCE, actor="system"))


def keep_totals_before(errand: Errand) -> None:
    """Keep the totals before an errand that stores the assessments of the whole book."""
    is_trial = errand.policy_on not in (None, errand.as_of)
    if errand.writes and errand.known_at is None and errand.customers is None and not is_trial:
        keep_totals(errand.as_of)


def newest_month_end(day: Day) -> Day:
    """Give the newest month-end up to a day."""
    return day if is_month_end(day) else to_day(to_date(day).replace(day=1)) - 1
