"""Monthly: the whole book as of two month-ends, by one policy and one batch, becomes the report of who moved.

mirror ─► the book at the month-end, the book at the one before ─► lines ─► one kept report
"""

from collections.abc import Mapping
from pathlib import Path

from kedun.accounts.company.queries import calendar
from kedun.assessments.assessed import Assessed
from kedun.assessments.policy import Policy
from kedun.assessments.queries import live_policy
from kedun.assessments.store import Question, run
from kedun.expressions import Value
from kedun.facts import mirror, queries
from kedun.kernel.clock import Clock, today
from kedun.kernel.days import Day
from kedun.portfolio.movement.actions import Made, keep_report
from kedun.portfolio.movement.month import Line, Standing, due_on, pair_of
from kedun.portfolio.movement.queries import has_report

NOBODY = Standing()


def monthly(folder: Path, *, clock: Clock) -> bool:
    """Make the report that is due, if one is; says whether it made one. Safe to repeat and to be killed at any line."""
    as_of = due_on(today(clock), calendar().is_worked)
    return as_of is not None and not has_report(as_of) and make_report(folder, as_of, clock=clock)


def make_report(folder: Path, as_of: Day, *, clock: Clock) -> bool:
    """Make the report of a month-end, by what is known now; says whether it was missing."""
    policy = live_policy(today(clock)).policy
    file = mirror.ensure(folder)
    batch = mirror.batch_of(file)
    before, after = (_book(policy, day, file, batch) for day in pair_of(as_of))
    lines = [Line(customer, before.get(customer, NOBODY), standing) for customer, standing in after.items()]
    made = Made(*pair_of(as_of), known_batch=batch, policy_hash=policy.hash, at=clock.now())
    return keep_report(made, lines)


def _book(policy: Policy, day: Day, file: Path, batch: int) -> Mapping[int, Standing]:
    asked = Question(as_of=day, known_at=None, customers=None, supply=queries.supply_at(day, batch))
    return {each.customer_id: _standing(each) for each in run(policy, asked, engine="duckdb", mirror=file)}


def _standing(each: Assessed) -> Standing:
    owed, overdue = (_whole(each.readings.get(name)) for name in ("receivable_minor", "overdue_minor"))
    return Standing(each.grade, each.score, owed, overdue)


def _whole(value: Value) -> int | None:
    return value if isinstance(value, int) else None
