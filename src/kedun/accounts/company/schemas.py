"""What is said about the company's settings."""

from datetime import date
from typing import Annotated

from pydantic import Field

from kedun.accounts.people.schemas import EmailOrNone
from kedun.accounts.roles import ROLES, Role
from kedun.accounts.schemas import Document, Input, Revision

Weekday = Annotated[int, Field(ge=1, le=7)]
Days = Annotated[list[date], Field(max_length=2000)]


class CompanySettings(Document):
    """What the company says of itself; the currency is that of its ledger and cannot be changed here."""

    name: str
    notify_address: str
    report_to: list[Role]
    currency: str
    revision: int


class CompanyChange(Input):
    """What the company says of itself; `report_to`: the roles that are told of a new monthly report."""

    name: str = Field(max_length=200)
    notify_address: EmailOrNone = ""
    report_to: list[Role] | None = Field(None, max_length=len(ROLES), description="As before if none")
    revision: Revision | None = None


class CalendarSettings(Document):
    """Which days are worked: the weekend (1 is Monday), holidays, and days worked all the same."""

    weekend: list[int]
    holidays: list[date]
    workdays: list[date]
    revision: int


class CalendarChange(Input):
    """Which days are worked."""

    weekend: list[Weekday] = Field([6, 7], max_length=7)
    holidays: Days = []
    workdays: Days = []
    revision: Revision | None = None


class MailSettings(Document):
    """Through which server mail goes out. `secret_lost`: the password was sealed with another key; enter it again."""

    url: str
    sender: str
    has_password: bool
    secret_lost: bool
    from_environment: bool
    revision: int


class MailChange(Input):
    """A mail server: smtp://user@host:25, smtps://… or smtp+starttls://…; without a password the kept one stays."""

    url: str = Field(max_length=500)
    sender: EmailOrNone = ""
    password: str | None = Field(None, max_length=500)
    revision: Revision | None = None


class MailTrial(Document):
    """Whether a trial mail to oneself went out, else what the server said."""

    sent: bool
    address: str
    error: str | None
