"""What the company has set: its name, its calendar, its mail server."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.conf import settings

from kedun.accounts.mail_address import MailServer, read_address, with_password
from kedun.accounts.models import Setting
from kedun.accounts.roles import ROLES, Role
from kedun.accounts.vault import unsealed
from kedun.kernel.days import Day, to_date
from kedun.kernel.hashing import Json

WEEKEND = (6, 7)
REPORT_TO: Final[tuple[Role, ...]] = ("ceo", "cfo", "credit_manager", "sales_director")
"""Who is told of a new monthly report, until the company says otherwise."""


@dataclass(frozen=True, slots=True)
class Company:
    """What the company says of itself. `report_to`: the roles that are told of a new monthly report."""

    name: str
    notify_address: str
    report_to: tuple[Role, ...]
    revision: int


@dataclass(frozen=True, slots=True)
class Calendar:
    """Which days are worked: the weekend (1 is Monday), holidays, and days worked all the same."""

    weekend: tuple[int, ...]
    holidays: frozenset[Day]
    workdays: frozenset[Day]
    revision: int

    def is_worked(self, day: Day) -> bool:
        """Whether a day is worked: a stated workday, or neither weekend nor holiday."""
        return day in self.workdays or (day not in self.holidays and to_date(day).isoweekday() not in self.weekend)


@dataclass(frozen=True, slots=True)
class Mail:
    """Through which server mail goes out, and in whose name; no server where none is set up or its secret is lost."""

    server: MailServer | None
    url: str
    sender: str
    revision: int


def company() -> Company:
    """Give what the company says of itself."""
    value, revision = _value("company")
    stated = value.get("report_to", REPORT_TO)
    assert isinstance(stated, list | tuple)
    report_to = tuple(role for role in ROLES if role in stated)
    return Company(str(value.get("name", "")), str(value.get("notify_address", "")), report_to, revision)


def calendar() -> Calendar:
    """Give the company's calendar."""
    value, revision = _value("calendar")
    return Calendar(
        weekend=tuple(_numbers(value.get("weekend", WEEKEND))),
        holidays=frozenset(_numbers(value.get("holidays", ()))),
        workdays=frozenset(_numbers(value.get("workdays", ()))),
        revision=revision,
    )


def mail() -> Mail:
    """Give the mail server: the one of the environment (KEDUN_SMTP_URL, KEDUN_MAIL_FROM), else the one that was set."""
    stated = os.environ.get("KEDUN_SMTP_URL")
    value, revision = _value("mail")
    sender = os.environ.get("KEDUN_MAIL_FROM") or str(value.get("from", ""))
    if stated:
        server = read_address(stated)
        return Mail(server, server.url, sender, revision)
    url, sealed = str(value.get("url", "")), str(value.get("password", ""))
    password = unsealed(sealed, key=settings.SECRET_KEY) if sealed else ""
    known = with_password(read_address(url), password) if url and password is not None else None
    return Mail(known, url, sender, revision)


def _value(key: str) -> tuple[Mapping[str, Json], int]:
    found = Setting.objects.filter(key=key).first()
    return (found.value, found.revision) if found else ({}, 0)


def _numbers(value: Json) -> list[int]:
    assert isinstance(value, list | tuple)
    return [int(each) for each in value if isinstance(each, int)]
