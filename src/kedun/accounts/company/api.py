"""The company's calendar and mail server under /api/v1."""

import logging
import os
import smtplib

from django.core.mail import send_mail

from kedun.accounts.api import Request, Router, actor, language, person
from kedun.accounts.company import actions, queries
from kedun.accounts.company.schemas import CalendarChange, CalendarSettings, MailChange, MailSettings, MailTrial
from kedun.accounts.letters import TRIAL, US
from kedun.kernel.days import to_date, to_day

LONGEST_ERROR = 300

_log = logging.getLogger(__name__)
router = Router("settings")


@router.get("/settings/calendar", response=CalendarSettings)
def calendar_settings(request: Request) -> CalendarSettings:
    """Show which days are worked."""
    return _calendar()


@router.put("/settings/calendar", response=CalendarSettings)
def change_calendar_settings(request: Request, change: CalendarChange) -> CalendarSettings:
    """Say which days are worked."""
    actions.set_calendar(
        actor(request),
        weekend=change.weekend,
        holidays=[to_day(each) for each in change.holidays],
        workdays=[to_day(each) for each in change.workdays],
        revision=change.revision,
    )
    return _calendar()


@router.get("/settings/mail", response=MailSettings)
def mail_settings(request: Request) -> MailSettings:
    """Show through which server mail goes out; the password is never shown."""
    return _mail()


@router.put("/settings/mail", response=MailSettings)
def change_mail_settings(request: Request, change: MailChange) -> MailSettings:
    """Say through which server mail goes out."""
    actions.set_mail(
        actor(request), url=change.url, sender=change.sender, password=change.password, revision=change.revision
    )
    return _mail()


@router.post("/settings/mail/test", response=MailTrial)
def test_mail(request: Request) -> MailTrial:
    """Send a trial mail to oneself and say how it went."""
    asker = person(request)
    address = asker.notify_address or asker.email
    name = queries.company().name or US.say(language(request))
    subject, body = TRIAL.said(language(request), name=asker.name, company=name)
    try:
        send_mail(subject, body, None, [address])
    except (OSError, smtplib.SMTPException) as reason:
        _log.warning("the trial mail was not sent: %s", reason)
        return MailTrial(sent=False, address=address, error=str(reason)[:LONGEST_ERROR] or type(reason).__name__)
    return MailTrial(sent=True, address=address, error=None)


def _calendar() -> CalendarSettings:
    found = queries.calendar()
    return CalendarSettings(
        weekend=list(found.weekend),
        holidays=[to_date(day) for day in sorted(found.holidays)],
        workdays=[to_date(day) for day in sorted(found.workdays)],
        revision=found.revision,
    )


def _mail() -> MailSettings:
    found = queries.mail()
    return MailSettings(
        url=found.url,
        sender=found.sender,
        has_password=bool(found.server and found.server.password),
        secret_lost=bool(found.url) and found.server is None,
        from_environment="KEDUN_SMTP_URL" in os.environ,
        revision=found.revision,
    )
