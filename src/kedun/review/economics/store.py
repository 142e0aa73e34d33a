"""Reads alerts of record with what followed each of them, in one query over the facts as they are known now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db import connection

from kedun.alerts.states import PAST
from kedun.kernel.days import Day
from kedun.review.terms import LATE_AFTER_DAYS

_LATE = f"(bill.due_on + {LATE_AFTER_DAYS})"

_QUERY: Final = f"""
WITH chosen AS (
    SELECT alert.id, alert.rule_key, COALESCE(gone.into_id, alert.customer_id) AS customer_id,
           customer.is_retracted AND gone.into_id IS NULL AS is_gone,
           alert.opened_as_of AS day, alert.opened_as_of + %(horizon)s AS until, alert.opened_at,
           alert.state = 'resolved' AND alert.closing_reason = 'false_alarm' AS said_false,
           LEAST(COALESCE(alert.closed_as_of, %(today)s), alert.opened_as_of + %(horizon)s) AS stood_until
    FROM alerts_alert AS alert
    JOIN facts_customer AS customer ON customer.id = alert.customer_id
    LEFT JOIN facts_merge AS gone ON gone.merged_id = alert.customer_id AND gone.until_batch IS NULL
    WHERE alert.opened_as_of BETWEEN %(first)s AND %(last)s
      AND (%(rule)s::text IS NULL OR alert.rule_key = %(rule)s)
      AND (%(customers)s::bigint[] IS NULL OR alert.customer_id = ANY(%(customers)s))
    LIMIT %(most)s
), looked AS (
    SELECT DISTINCT customer_id, day, until FROM chosen
), item AS (
    SELECT looked.*, bill.issue_on, {_LATE} AS late_on, bill.amount_minor > paid.by_late AS was_late,
           bill.amount_minor > paid.by_day AS was_open, bill.amount_minor > paid.by_end AS is_open,
           COALESCE(bill.amount_reporting_minor, 0) - paid.reporting_by_day AS open_minor,
           COALESCE(bill.amount_reporting_minor, 0) - paid.reporting_by_end AS left_minor
    FROM looked JOIN facts_invoice AS bill ON bill.customer_id = looked.customer_id
    LEFT JOIN facts_invoice_settlement AS settled ON settled.invoice_id = bill.id
    CROSS JOIN LATERAL (
        SELECT COALESCE(SUM(p.amount_minor) FILTER (WHERE p.applied_on <= {_LATE}), 0) AS by_late,
               COALESCE(SUM(p.amount_minor) FILTER (WHERE p.applied_on <= looked.day), 0) AS by_day,
               COALESCE(SUM(p.amount_minor) FILTER (WHERE p.applied_on <= looked.until), 0) AS by_end,
               COALESCE(SUM(p.reporting_minor) FILTER (WHERE p.applied_on <= looked.day), 0) AS reporting_by_day,
               COALESCE(SUM(p.reporting_minor) FILTER (WHERE p.applied_on <= looked.until), 0) AS reporting_by_end
        FROM facts_application AS p WHERE p.invoice_id = bill.id
    ) AS paid
    WHERE NOT bill.is_retracted AND bill.amount_minor > 0
      AND (bill.issue_on <= looked.until OR {_LATE} <= looked.until)
      AND (settled.invoice_id IS NULL OR settled.last_applied_on > looked.day OR settled.allocated_minor < bill.amount_minor)
), billed AS (
    SELECT customer_id, day, BOOL_OR(was_late AND was_open AND late_on <= day) AS is_late,
           MIN(late_on) FILTER (WHERE was_late AND late_on > day AND late_on <= until) AS late_on,
           SUM(left_minor) FILTER (WHERE was_late AND is_open AND late_on > day AND late_on <= until) AS late_open,
           SUM(open_minor) FILTER (WHERE was_open AND issue_on <= day) AS exposure,
           BOOL_OR(issue_on > day AND issue_on <= until) AS is_invoiced
    FROM item GROUP BY customer_id, day
), lost AS (
    SELECT looked.customer_id, looked.day, MIN(debt.booked_on) FILTER (WHERE debt.entry = 'write_off') AS written_off_on,
           SUM(debt.amount_reporting_minor) FILTER (WHERE debt.entry = 'write_off') AS written_off,
           SUM(debt.amount_reporting_minor) FILTER (WHERE debt.entry = 'recovery') AS recovered
    FROM looked JOIN facts_bad_debt AS debt ON debt.customer_id = looked.customer_id AND NOT debt.is_retracted
         AND debt.booked_on > looked.day AND debt.booked_on <= looked.until
    GROUP BY looked.customer_id, looked.day
)
SELECT chosen.id, chosen.rule_key, chosen.customer_id, chosen.day, chosen.is_gone, chosen.said_false, chosen.opened_at,
       (SELECT MIN(event.at) FROM alerts_event AS event WHERE event.alert_id = chosen.id AND event.what = ANY(%(moves)s)),
       COALESCE(billed.is_late, FALSE), COALESCE(billed.late_on, -1), COALESCE(billed.late_open, 0)::bigint,
       COALESCE(billed.exposure, 0)::bigint, COALESCE(billed.is_invoiced, FALSE), COALESCE(lost.written_off_on, -1),
       COALESCE(lost.written_off, 0)::bigint, COALESCE(lost.recovered, 0)::bigint,
       (SELECT COALESCE(SUM(flow.amount_reporting_minor), 0)::bigint FROM {{flow}})
FROM chosen
LEFT JOIN billed ON billed.customer_id = chosen.customer_id AND billed.day = chosen.day
LEFT JOIN lost ON lost.customer_id = chosen.customer_id AND lost.day = chosen.day
ORDER BY chosen.id
"""  # noqa: S608 - put together from constants; every value is bound

_ORDERED: Final = """facts_order AS flow WHERE NOT flow.is_retracted AND flow.customer_id = chosen.customer_id
        AND flow.placed_on > chosen.day AND flow.placed_on <= chosen.stood_until
        AND NOT COALESCE(flow.cancelled_on <= chosen.until, FALSE)"""
_INVOICED: Final = """facts_invoice AS flow WHERE NOT flow.is_retracted AND flow.customer_id = chosen.customer_id
        AND flow.issue_on > chosen.day AND flow.issue_on <= chosen.stood_until"""


@dataclass(frozen=True, slots=True)
class Question:
    """Which alerts: opened from a day to a day, of one rule or all, of some customers or all; what followed them how far."""

    first: Day
    last: Day
    horizon: int
    today: Day
    most: int
    rule: str | None = None
    customers: Sequence[int] | None = None


@dataclass(frozen=True, slots=True)
class Followed:
    """An alert with what followed its day; `first_move_at`: when somebody did something about it. Unit: minor units.

    `is_gone`: its customer was taken back, so nothing can be said of it. Days are NEVER where it did not happen.
    """

    alert_id: int
    rule: str
    customer_id: int
    day: Day
    is_gone: bool
    said_false: bool
    opened_at: datetime
    first_move_at: datetime | None
    is_already_late: bool
    late_on: Day
    late_open_minor: int
    exposure_minor: int
    is_invoiced: bool
    written_off_on: Day
    written_off_minor: int
    recovered_minor: int
    ordered_minor: int


def followed(asked: Question, *, has_orders: bool) -> list[Followed]:
    """Read alerts with what followed; where no orders are supplied, invoices stand in for them."""
    values: dict[str, Any] = {
        "first": asked.first,
        "last": asked.last,
        "horizon": asked.horizon,
        "today": asked.today,
        "most": asked.most,
        "rule": asked.rule,
        "customers": None if asked.customers is None else list(asked.customers),
        "moves": sorted(PAST.values()),
    }
    with connection.cursor() as cursor:
        cursor.execute(_QUERY.format(flow=_ORDERED if has_orders else _INVOICED), values)
        return [Followed(*row) for row in cursor.fetchall()]
