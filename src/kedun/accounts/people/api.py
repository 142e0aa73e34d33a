"""People under /api/v1: oneself, everybody, roles."""

import logging
import smtplib
from dataclasses import dataclass
from typing import Any, cast

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.http import HttpRequest
from django.utils.http import urlencode

import kedun
from kedun.accounts.api import Request, Router, actor, language, masks, principal, scope
from kedun.accounts.api import person as asker
from kedun.accounts.company.queries import company, mail
from kedun.accounts.letters import INVITATION, SECOND_FACTOR_RESET, US, Letter
from kedun.accounts.models import Person
from kedun.accounts.people import actions, queries
from kedun.accounts.people.schemas import (
    CompanyName,
    Me,
    MeChange,
    PeopleList,
    PersonAdded,
    PersonChange,
    PersonDocument,
    PersonNew,
    PersonRow,
    RoleRow,
    Roles,
)
from kedun.accounts.refusals import MailNotSetUp
from kedun.accounts.rights import rights
from kedun.accounts.roles import ROLE_WORDS, ROLES, Notify, Role
from kedun.accounts.schemas import Choice, Id
from kedun.kernel.clock import clock, today
from kedun.kernel.days import to_date
from kedun.kernel.words import Language

LOG_IN_PAGE = "/login"

_log = logging.getLogger(__name__)
router = Router("accounts")


@router.get("/me", response=Me)
def me(request: Request) -> Me:
    """Say who is logged in, and what they may do and see."""
    return _me(request, asker(request))


@router.patch("/me", response=Me)
def change_me(request: Request, change: MeChange) -> Me:
    """Change one's own name, language and notices."""
    found = actions.change_person(actor(request), asker(request).pk, change.model_dump(exclude_none=True))
    return _me(request, found)


@router.get("/people", response=PeopleList)
def people(request: Request) -> PeopleList:
    """List everybody."""
    sees_addresses = rights().may(principal(request).column, "person")
    spoken = language(request)
    rows = [
        PersonRow(
            id=each.pk,
            name=each.name,
            email=each.email if sees_addresses else None,
            role=_role(each, spoken),
            is_active=each.is_active,
        )
        for each in queries.everybody()
    ]
    return PeopleList(items=rows)


@router.post("/people", response=PersonAdded, status=201, keeps_answer=False)
def add_person(request: Request, new: PersonNew) -> PersonAdded:
    """Add a person and invite them by mail; without a mail server the link is shown once."""
    added = actions.add_person(actor(request), **new.model_dump())
    return _invited(request, added)


@router.get("/people/{person_id}", response=PersonDocument)
def person(request: Request, person_id: Id) -> PersonDocument:
    """Show a person."""
    return _document(queries.person_by_id(person_id), language(request))


@router.patch("/people/{person_id}", response=PersonDocument)
def change_person(request: Request, person_id: Id, change: PersonChange) -> PersonDocument:
    """Change a person."""
    wanted = change.model_dump(exclude_none=True, exclude={"revision"})
    changed = actions.change_person(actor(request), person_id, wanted, revision=change.revision)
    return _document(changed, language(request))


@router.get("/roles", response=Roles)
def roles(request: Request) -> Roles:
    """List the roles with what each may do."""
    spoken = language(request)
    rows = [
        RoleRow(
            code=role,
            label=ROLE_WORDS[role].say(spoken),
            operations=list(rights().allowed(role)),
            masks=sorted(rights().hidden_from(role)),
        )
        for role in ROLES
    ]
    return Roles(items=rows)


@router.post("/people/{person_id}/invitation", response=PersonAdded, keeps_answer=False)
def invite_person(request: Request, person_id: Id) -> PersonAdded:
    """Send a person a new link to set a password; without a mail server the link is shown once."""
    return _invited(request, queries.person_by_id(person_id))


@router.delete("/people/{person_id}/second-factor")
def reset_mfa(request: Request, person_id: Id) -> None:
    """Take away the second factor that a person lost, end their sessions, and tell them by mail."""
    reset = actions.reset_mfa(actor(request), person_id)
    transaction.on_commit(lambda: tell_mfa_reset(request, reset))


def tell_mfa_reset(request: HttpRequest, person: Person) -> bool:
    """Mail a person that their second factor was reset, where a server is set up; tells whether it went out."""
    return mail().server is not None and _sent(person, SECOND_FACTOR_RESET, absolute(request, LOG_IN_PAGE))


def absolute(request: HttpRequest, path: str) -> str:
    """Give the whole address of a page: by KEDUN_URL where it is set, else by the address that was asked."""
    return settings.KEDUN_URL + path if settings.KEDUN_URL else request.build_absolute_uri(path)


def invitation_link(request: HttpRequest, person: Person) -> str:
    """Give the address at which a person sets a password; it works once, within three days."""
    key = f"{user_pk_to_url_str(person)}-{default_token_generator.make_token(person)}"
    return absolute(request, f"{LOG_IN_PAGE}?{urlencode({'reset': key})}")


@dataclass(slots=True)
class _Sending:
    """Whether a letter went out; None while it waits for the commit."""

    is_sent: bool | None = None


def _invited(request: Request, person: Person) -> PersonAdded:
    """Give how a person gets in; without a mail server that is known before anything is sent, so the link is shown."""
    link = invitation_link(request, person)
    sending = _Sending(None if mail().server else False)
    if sending.is_sent is None:
        transaction.on_commit(lambda: setattr(sending, "is_sent", _sent(person, INVITATION, link)))
    actions.tell_invited(actor(request), person)
    link_shown = link if sending.is_sent is False else None
    document = _document(person, language(request))
    return PersonAdded(person=document, invitation_sent=sending.is_sent, link=link_shown)


def _sent(person: Person, letter: Letter, link: str) -> bool:
    spoken = cast(Language, person.language)
    subject, body = letter.said(spoken, name=person.name, company=company().name or US.say(spoken), link=link)
    try:
        send_mail(subject, body, None, [person.email])
    except (MailNotSetUp, OSError, smtplib.SMTPException) as reason:
        _log.warning("a mail to person %s was not sent: %s", person.pk, reason)
        return False
    return True


def _me(request: Request, found: Person) -> Me:
    return Me(
        **_common(found, language(request)),
        scope=scope(request).kind,
        operations=list(rights().allowed(found.role)),
        masks=sorted(masks(request)),
        demo=settings.KEDUN_DEMO,
        company=CompanyName(name=company().name),
        today=to_date(today(clock())),
        version=kedun.__version__,
    )


def _document(found: Person, spoken: Language) -> PersonDocument:
    names = found.file_names.order_by("name").values_list("name", flat=True)
    return PersonDocument(
        **_common(found, spoken),
        is_active=found.is_active,
        names_in_files=list(names),
        teams=queries.teams_of(found),
        has_logged_in=found.last_login is not None,
        revision=found.revision,
    )


def _common(found: Person, spoken: Language) -> dict[str, Any]:
    return {
        "id": found.pk,
        "name": found.name,
        "email": found.email,
        "role": _role(found, spoken),
        "language": found.language,
        "notify": cast(Notify, found.notify),
        "notify_address": found.notify_address,
        "mfa": queries.has_mfa(found),
    }


def _role(found: Person, spoken: Language) -> Choice:
    return Choice(code=found.role, label=ROLE_WORDS[cast(Role, found.role)].say(spoken))
