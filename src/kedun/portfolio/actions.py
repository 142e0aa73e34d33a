"""What this stage writes: the totals of a day, and the grades at month-ends."""

from django.db import connection

from kedun.kernel.days import Day, month_ends_before
from kedun.portfolio.models import MonthGrades

_KEEP = (
    "INSERT INTO portfolio_book_day (as_of, known_batch, customers, receivable_minor, overdue_minor)"
    " SELECT %(as_of)s, %(known_batch)s, COUNT(*), COALESCE(SUM(a.receivable_minor), 0), COALESCE(SUM(a.overdue_minor), 0)"
    " FROM assessments_assessment a JOIN facts_customer c ON c.id = a.customer_id AND NOT c.is_retracted"
    " WHERE a.as_of = %(as_of)s HAVING COUNT(*) > 0"
    " ON CONFLICT (as_of) DO UPDATE SET known_batch = excluded.known_batch, customers = excluded.customers,"
    " receivable_minor = excluded.receivable_minor, overdue_minor = excluded.overdue_minor"
)


_COUNT_GRADES = (
    "INSERT INTO portfolio_month_grades (as_of, counts)"
    " SELECT wanted, COALESCE((SELECT jsonb_object_agg(grade, customers) FROM (SELECT h.standing_grade AS grade,"
    " COUNT(*) AS customers FROM assessments_history h WHERE h.as_of = wanted GROUP BY 1) counted), '{}')"
    " FROM unnest(%s::integer[]) wanted ON CONFLICT (as_of) DO UPDATE SET counts = excluded.counts"
)


def keep_book_day(as_of: int, *, known_batch: int) -> None:
    """Keep what the whole book owed at the end of a day; to be called when all of it was assessed as of that day."""
    with connection.cursor() as cursor:
        cursor.execute(_KEEP, {"as_of": as_of, "known_batch": known_batch})


def keep_month_grades(as_of: Day, *, months: int) -> None:
    """Keep how many customers stood in each grade at the last month-ends before a day.

    Days that are kept stay, since history rows of earlier days are no longer written; but for the day itself, whose
    history rows were written again.
    """
    kept = MonthGrades.objects.filter(as_of__lte=as_of)
    known = set(kept.values_list("as_of", flat=True))
    wanted = {*month_ends_before(as_of, months)} - known | ({as_of} & known)
    with connection.cursor() as cursor:
        cursor.execute(_COUNT_GRADES, [sorted(wanted)])
