"""What this stage writes: the totals of a day."""

from django.db import connection

_KEEP = (
    "INSERT INTO portfolio_book_day (as_of, known_batch, customers, receivable_minor, overdue_minor)"
    " SELECT %(as_of)s, %(known_batch)s, COUNT(*), COALESCE(SUM(a.receivable_minor), 0), COALESCE(SUM(a.overdue_minor), 0)"
    " FROM assessments_assessment a JOIN facts_customer c ON c.id = a.customer_id AND NOT c.is_retracted"
    " WHERE a.as_of = %(as_of)s HAVING COUNT(*) > 0"
    " ON CONFLICT (as_of) DO UPDATE SET known_batch = excluded.known_batch, customers = excluded.customers,"
    " receivable_minor = excluded.receivable_minor, overdue_minor = excluded.overdue_minor"
)


def keep_book_day(as_of: int, *, known_batch: int) -> None:
    """Keep what the whole book owed at the end of a day; to be called when all of it was assessed as of that day."""
    with connection.cursor() as cursor:
        cursor.execute(_KEEP, {"as_of": as_of, "known_batch": known_batch})
