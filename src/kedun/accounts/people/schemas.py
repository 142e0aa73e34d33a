"""What is said about people."""

from datetime import date
from typing import Annotated

from pydantic import Field

from kedun.accounts.rights import Mask
from kedun.accounts.roles import Notify, Role
from kedun.accounts.schemas import Choice, Document, Input, Output, Revision, Text
from kedun.accounts.scopes import Reach
from kedun.kernel.words import Language

EMAIL = r"^[^@\s\x00-\x1f\x7f]{1,64}@[^@\s\x00-\x1f\x7f.]+(\.[^@\s\x00-\x1f\x7f.]+)+$"
Email = Annotated[str, Field(max_length=254, pattern=EMAIL)]
EmailOrNone = Annotated[str, Field(max_length=254, pattern=f"^$|{EMAIL}")]


class CompanyName(Output):
    """What the company is called."""

    name: str


class Me(Document):
    """Who is logged in, and what they may do and see; `today` is the day it is at our company, wherever they sit."""

    id: int
    name: str
    email: str
    role: Choice
    language: Language
    notify: Notify
    notify_address: str
    scope: Reach
    operations: list[str]
    masks: list[Mask]
    mfa: bool
    demo: bool
    company: CompanyName
    today: date
    version: str


class MeChange(Input):
    """What one may change about oneself."""

    name: Text | None = None
    language: Language | None = None
    notify: Notify | None = None
    notify_address: EmailOrNone | None = None


class PersonRow(Output):
    """A person in a list; the address is null for those who do not administer people."""

    id: int
    name: str
    email: str | None
    role: Choice
    is_active: bool


class PersonDocument(Document):
    """Everything about a person."""

    id: int
    name: str
    email: str
    role: Choice
    language: Language
    is_active: bool
    notify: Notify
    notify_address: str
    names_in_files: list[str]
    teams: list[str]
    mfa: bool
    has_logged_in: bool
    revision: int


class PersonAdded(Document):
    """How a person gets in: by a mailed invitation (null: on its way), else by the link, which is shown once."""

    person: PersonDocument
    invitation_sent: bool | None
    link: str | None


class PersonNew(Input):
    """A person to add."""

    email: Email
    name: Text
    role: Role
    language: Language = "zh"
    notify: Notify = "at_once"
    notify_address: EmailOrNone = ""
    names_in_files: list[Text] = Field([], max_length=50)


class PersonChange(Input):
    """What an administrator may change about a person; what is left out stays."""

    revision: Revision
    email: Email | None = None
    name: Text | None = None
    role: Role | None = None
    language: Language | None = None
    is_active: bool | None = None
    notify: Notify | None = None
    notify_address: EmailOrNone | None = None
    names_in_files: list[Text] | None = Field(None, max_length=50)


class RoleRow(Output):
    """A role and the operations it may do."""

    code: Role
    label: str
    operations: list[str]
    masks: list[Mask]


class Roles(Document):
    """All roles."""

    items: list[RoleRow]


class PeopleList(Document):
    """Everybody."""

    items: list[PersonRow]
