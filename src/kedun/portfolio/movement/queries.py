"""What is asked of kept reports, each within a scope."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from django.db.models import Count, F, Q, QuerySet, Sum

from kedun.accounts.scopes import Scope
from kedun.alerts.models import Alert
from kedun.facts.queries import customers_in
from kedun.kernel.days import Day
from kedun.portfolio.models import MovementLine, MovementReport

MOST_REPORTS = 120
TOP = 10
Way = Literal["fell", "rose"]
Report = MovementReport


@dataclass(frozen=True, slots=True)
class Cell:
    """The customers who went from one grade to another, and what they owe now. Unit: minor units."""

    grade_before: str
    grade: str
    customers: int
    receivable_minor: int
    overdue_minor: int


@dataclass(frozen=True, slots=True)
class Totals:
    """What a scope owed at both month-ends, and how many alerts opened and closed between them."""

    customers: int
    receivable_minor: int
    receivable_before_minor: int
    overdue_minor: int
    overdue_before_minor: int


@dataclass(frozen=True, slots=True)
class Moves:
    """How many customers are in a better and in a worse grade than at the month-end before."""

    rose: int
    fell: int


@dataclass(frozen=True, slots=True)
class Alerts:
    """The alerts of one rule that opened and closed in the month."""

    rule: str
    opened: int
    closed: int


def has_report(as_of: Day) -> bool:
    """Tell whether the report of a month-end is kept."""
    return MovementReport.objects.filter(as_of=as_of).exists()


def reports_of(days: Sequence[Day]) -> Sequence[Report]:
    """Give the kept reports of some month-ends, earliest first."""
    return list(MovementReport.objects.filter(as_of__in=days).order_by("as_of"))


def reports() -> Sequence[MovementReport]:
    """Give the kept reports, newest first."""
    return list(MovementReport.objects.order_by("-as_of")[:MOST_REPORTS])


def report(as_of: Day) -> MovementReport | None:
    """Give the report of a month-end."""
    return MovementReport.objects.filter(as_of=as_of).first()


def lines(found: MovementReport, scope: Scope, on: Day) -> "QuerySet[MovementLine]":
    """Give the lines of a report within a scope, of customers who are still on file."""
    rows = MovementLine.objects.filter(report=found, customer__is_retracted=False)
    return rows if scope.kind == "all" else rows.filter(customer_id__in=customers_in(scope, on).values("id"))


def totals(rows: "QuerySet[MovementLine]") -> Totals:
    """Add up both month-ends."""
    names = ("receivable_minor", "receivable_before_minor", "overdue_minor", "overdue_before_minor")
    sums = rows.aggregate(customers=Count("id"), **{f"sum_{name}": Sum(name) for name in names})
    return Totals(sums["customers"], **{name: int(sums[f"sum_{name}"] or 0) for name in names})


def matrix(rows: "QuerySet[MovementLine]") -> list[Cell]:
    """Count who went from which grade to which."""
    groups = rows.values("grade_before", "grade").annotate(
        customers=Count("id"), owed=Sum("receivable_minor"), late=Sum("overdue_minor")
    )
    return [
        Cell(each["grade_before"], each["grade"], each["customers"], int(each["owed"] or 0), int(each["late"] or 0))
        for each in groups.order_by("grade_before", "grade")
    ]


def moves(rows: "QuerySet[MovementLine]") -> Moves:
    """Count who changed grade; a grade is better when the score is higher."""
    moved = rows.exclude(grade_before="").exclude(grade_before=F("grade"))
    counted = moved.aggregate(
        rose=Count("id", filter=Q(score__gt=F("score_before"))),
        fell=Count("id", filter=Q(score__lt=F("score_before"))),
    )
    return Moves(counted["rose"], counted["fell"])


def biggest(rows: "QuerySet[MovementLine]", way: Way) -> Sequence[MovementLine]:
    """Give those whose score moved most, one way."""
    moved = rows.exclude(Q(score=None) | Q(score_before=None)).annotate(change=F("score") - F("score_before"))
    some = moved.filter(change__lt=0) if way == "fell" else moved.filter(change__gt=0)
    order = F("change").asc() if way == "fell" else F("change").desc()
    return list(some.select_related("customer").order_by(order, "customer__code")[:TOP])


def alerts(found: MovementReport, scope: Scope, on: Day) -> list[Alerts]:
    """Count by rule the alerts that opened and closed after the month-end before, up to the month-end."""
    rows = Alert.objects.filter(customer__is_retracted=False)
    if scope.kind != "all":
        rows = rows.filter(customer_id__in=customers_in(scope, on).values("id"))
    inside = {"gt": found.before, "lte": found.as_of}
    opened = Q(**{f"opened_as_of__{edge}": day for edge, day in inside.items()})
    closed = Q(**{f"closed_as_of__{edge}": day for edge, day in inside.items()})
    counted = rows.filter(opened | closed).values("rule_key")
    groups = counted.annotate(opened=Count("id", filter=opened), closed=Count("id", filter=closed))
    return [Alerts(each["rule_key"], each["opened"], each["closed"]) for each in groups.order_by("rule_key")]
