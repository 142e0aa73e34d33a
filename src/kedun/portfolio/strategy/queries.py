"""Where a customer stands today, and what is known of it for a letter."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from kedun.accounts.company.queries import calendar, company
from kedun.accounts.scopes import EVERYTHING
from kedun.assessments.assessed import Assessed
from kedun.assessments.policy import Policy
from kedun.assessments.queries import live_policy, reporting_currency
from kedun.credit.queries import strategies
from kedun.credit.strategies import applying, holding
from kedun.expressions import Value
from kedun.facts.ownership.queries import owners
from kedun.kernel.days import to_date, worked_day_after
from kedun.kernel.money import to_decimal
from kedun.portfolio.drill.queries import Target, behind, measure_values, taken
from kedun.portfolio.page.queries import computed, master
from kedun.portfolio.queries import Moment, moment
from kedun.portfolio.strategy.told import MOST_NAMED, Known, OpenInvoice

REPLY_DAYS: Final = 10
"""Working days that a customer has to reply or pay."""

MOST_READ: Final = 1_000
"""Overdue invoices that are looked at for the oldest ones."""

OVERDUE: Final = "overdue_undisputed_minor"
"""The measure whose invoices a letter names: what is disputed is not asked for."""


def standing(customer: int, at: Moment) -> tuple[Policy, Assessed]:
    """Assess a customer at a moment by the policy of its day.

    Raises: NotKnownThen, NoPolicy.
    """
    policy = live_policy(at.judged_on).policy
    return policy, computed(policy, customer, at, compares=False).assessed


def known(customer: int, code: str) -> Known:
    """Give what a letter of today may tell a customer.

    Raises: NotKnownThen, NoPolicy.
    """
    at = moment(None)
    policy, assessed = standing(customer, at)
    row, library = master(customer, at.known_at), strategies(at.as_of)
    owner = owners({customer: row["owner"]}, at.as_of)[customer]
    chosen = applying(library.said, quadrant=assessed.quadrant, grade=assessed.grade) if library else ()
    overdue, reading = _overdue(customer, policy, at), assessed.readings.get
    return Known(
        name=str(row["name"]),
        code=code,
        company=company().name,
        owner=owner.name if owner else None,
        today=to_date(at.as_of),
        reply_by=to_date(worked_day_after(at.as_of, REPLY_DAYS, is_worked=calendar().is_worked)),
        currency=reporting_currency(),
        receivable_minor=_minor(reading("receivable_minor")),
        overdue_minor=_minor(reading(OVERDUE)),
        overdue_days=overdue.days,
        credit_limit_minor=_minor(reading("credit_limit_minor")),
        invoices=overdue.invoices,
        count=overdue.count,
        terms=holding(chosen),
    )


@dataclass(frozen=True, slots=True)
class Overdue:
    """Invoices past due and not in dispute, oldest first. `count`: all there are; `days`: of the oldest."""

    invoices: tuple[OpenInvoice, ...] = ()
    count: int = 0
    days: int | None = None


def _overdue(customer: int, policy: Policy, at: Moment) -> Overdue:
    """Give the invoices behind the overdue amount, as far as a letter names them."""
    measure = policy.indicators.measures.get(OVERDUE)
    if measure is None:
        return Overdue()
    view, target = policy.indicators.views[measure.fact], Target(customer, at, EVERYTHING)
    amounts = measure_values(policy, measure.rests_on, target)
    found = behind(view, measure, amounts, target, after=None, limit=MOST_READ)
    rows = sorted(found.rows, key=lambda row: (row["due_on"], row["document_no"], row["instalment_no"]))
    if not rows:
        return Overdue()
    count = len(rows) if len(rows) < MOST_READ else taken(view, measure, amounts, target)[0]
    return Overdue(tuple(_invoice(row) for row in rows[:MOST_NAMED]), count, at.as_of - rows[0]["due_on"])


def _invoice(row: Mapping[str, Any]) -> OpenInvoice:
    currency = row["currency"] or reporting_currency()
    part = f"/{row['instalment_no']}" if row["instalment_no"] > 1 else ""
    return OpenInvoice(
        document=f"{row['document_no']}{part}",
        due=to_date(row["due_on"]).isoformat(),
        amount=f"{currency} {to_decimal(row['open_document_minor'], currency):,}",
    )


def _minor(value: Value) -> int | None:
    return round(value) if isinstance(value, int | float) else None
