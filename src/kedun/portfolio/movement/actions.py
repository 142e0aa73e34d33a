"""Keeping a monthly report: all of it or nothing, once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from kedun.accounts.actions import record
from kedun.kernel.days import Day, to_date
from kedun.outbox import actions as outbox
from kedun.portfolio.models import MovementLine, MovementReport
from kedun.portfolio.movement.month import Line

AT_ONCE = 2_000
MADE = "movement.made"
"""The message of a new report; its key is the month-end."""


@dataclass(frozen=True, slots=True)
class Made:
    """What a report rests on."""

    before: Day
    as_of: Day
    known_batch: int
    policy_hash: str
    at: datetime


def keep_report(made: Made, lines: Iterable[Line]) -> bool:
    """Keep a report; says whether it was missing. Killed at any line, nothing of it stands."""
    with transaction.atomic():
        report, is_new = MovementReport.objects.get_or_create(
            as_of=made.as_of,
            defaults={
                "before": made.before,
                "known_batch": made.known_batch,
                "policy_hash": made.policy_hash,
                "made_at": made.at,
            },
        )
        if is_new:
            rows = MovementLine.objects.bulk_create((_row(report, line) for line in lines), batch_size=AT_ONCE)
            month = to_date(made.as_of).isoformat()
            record("system", "movement.make", {"customers": len(rows)}, subject=f"movement:{month}")
            outbox.append(MADE, month, {"format": 1, "as_of": month, "customers": len(rows)}, at=made.at)
    return is_new


def _row(report: MovementReport, line: Line) -> MovementLine:
    before, after = line.before, line.after
    return MovementLine(
        report=report,
        customer_id=line.customer_id,
        grade_before=before.grade,
        grade=after.grade,
        score_before=before.score,
        score=after.score,
        receivable_before_minor=before.receivable_minor,
        receivable_minor=after.receivable_minor,
        overdue_before_minor=before.overdue_minor,
        overdue_minor=after.overdue_minor,
    )
