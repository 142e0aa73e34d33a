"""Telling of monthly reports: a new one becomes one delivery to each person of the roles that the company named.

outbox (report made) ─► people of those roles, each with counts of the customers they see ─► notify
"""

from collections.abc import Iterator
from datetime import date
from typing import Final

from kedun.accounts.company.queries import company
from kedun.accounts.scopes import Scope
from kedun.assessments.queries import reporting_currency
from kedun.facts.masking import Masks
from kedun.kernel.clock import Clock, today
from kedun.kernel.days import Day, to_date, to_day
from kedun.kernel.money import Minor
from kedun.notify.actions import Told, tell
from kedun.notify.notices import REPORT, ReportNotice
from kedun.notify.queries import mail_server, site
from kedun.notify.store import path_of
from kedun.notify.templates import write_report
from kedun.outbox.actions import taken
from kedun.pipeline.audience.queries import Listener, holders
from kedun.portfolio.movement import queries
from kedun.portfolio.movement.actions import MADE
from kedun.portfolio.movement.queries import Report
from kedun.portfolio.words import amount_text

MOST = 12
"""Reports told of in one transaction."""

NAMES_NOBODY: Final[Masks] = frozenset({"names", "contacts"})
"""A mail about a report names no customer."""


def tell_of_months(*, clock: Clock) -> int:
    """Tell of the reports that wait in the outbox; safe to repeat and to be killed at any line. Gives how many are new."""
    at, on = clock.now(), today(clock)
    with taken((MADE,), MOST, at=at) as messages:
        days = [to_day(date.fromisoformat(each.key)) for each in messages]
        everything = [told for report in queries.reports_of(days) for told in _of(report, on)]
        return tell(everything, has_mail=mail_server() is not None, at=at)


def _of(report: Report, on: Day) -> Iterator[Told]:
    subject = f"{REPORT}{to_date(report.as_of).isoformat()}"
    for each, scope in holders(company().report_to, on=on):
        notice = _notice(report, each, scope, on)
        yield Told(
            person_id=each.id,
            notify=each.notify,
            language=each.language,
            topic=MADE,
            key=f"{subject}:{each.id}",
            subject_of=subject,
            gravity=0,
            written=write_report(notice, path=path_of(subject), language=each.language, site=site()),
            masks=each.masks | NAMES_NOBODY,
        )


def _notice(report: Report, listener: Listener, scope: Scope, on: Day) -> ReportNotice:
    rows = queries.lines(report, scope, on)
    sums, moves, alerts = queries.totals(rows), queries.moves(rows), queries.alerts(report, scope, on)
    currency = reporting_currency()

    def amount(minor: Minor) -> str:
        return "" if "amounts" in listener.masks else amount_text(minor, currency)

    return ReportNotice(
        month=to_date(report.as_of).isoformat()[:7],
        customers=sums.customers,
        rose=moves.rose,
        fell=moves.fell,
        opened=sum(each.opened for each in alerts),
        closed=sum(each.closed for each in alerts),
        overdue=amount(sums.overdue_minor),
        overdue_before=amount(sums.overdue_before_minor),
    )
