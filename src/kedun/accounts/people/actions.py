"""Adding people and changing them."""

from collections.abc import Collection, Mapping
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db import transaction
from django.utils.crypto import get_random_string

from kedun.accounts.actions import record
from kedun.accounts.models import NameInFiles, Person
from kedun.accounts.refusals import (
    ChangedMeanwhile,
    EmailTaken,
    LastAdministrator,
    NameInFilesTaken,
    NoSecondFactor,
    OwnSecondFactor,
    PersonNotFound,
)
from kedun.accounts.roles import Notify, Role
from kedun.accounts.store import looks_again
from kedun.kernel.clock import clock
from kedun.kernel.hashing import Json
from kedun.kernel.words import Language


@looks_again
def add_person(
    actor: str,
    *,
    email: str,
    name: str,
    role: Role,
    password: str | None = None,
    language: Language = "zh",
    notify: Notify = "at_once",
    notify_address: str = "",
    names_in_files: Collection[str] = (),
) -> Person:
    """Add a person; without a password they get in by an invitation.

    Raises: EmailTaken, NameInFilesTaken.
    """
    with transaction.atomic():
        email = email.strip().lower()
        if Person.objects.filter(email=email).exists():
            raise EmailTaken(email=email)
        person = Person(email=email, name=name, role=role, language=language, notify=notify, created_at=clock().now())
        person.notify_address = notify_address
        # A random password nobody knows, not an unusable one: it can be replaced by a link, and it tells nothing.
        person.set_password(password or get_random_string(64))
        person.save()
        _log_in_by(person)
        told: dict[str, Json] = {"email": email, "name": name, "role": role}
        told["names_in_files"] = _call(person, names_in_files)
        record(actor, "person.add", told, subject=f"person:{person.pk}")
    return person


@looks_again
def change_person(actor: str, person_id: int, changes: Mapping[str, Any], *, revision: int | None = None) -> Person:
    """Change fields of a person; what stays the same leaves no trace.

    Raises: PersonNotFound, ChangedMeanwhile, EmailTaken, NameInFilesTaken, LastAdministrator.
    """
    with transaction.atomic():
        if {"role", "is_active"} & changes.keys():
            _lock_administrators()
        person = locked(person_id)
        if revision is not None and revision != person.revision:
            raise ChangedMeanwhile(seen=revision, present=person.revision)
        told = _differences(person, changes)
        if not told:
            return person
        if "email" in told and Person.objects.filter(email=changes["email"].lower()).exclude(pk=person_id).exists():
            raise EmailTaken(email=changes["email"])
        was_administrator = person.role == "administrator" and person.is_active
        for field in told.keys() - {"names_in_files"}:
            setattr(person, field, changes[field].lower() if field == "email" else changes[field])
        person.revision += 1
        person.save()
        if "email" in told:
            _log_in_by(person)
        if "names_in_files" in told:
            _call(person, changes["names_in_files"])
        if was_administrator:
            _keep_an_administrator()
        record(actor, "person.change", told, subject=f"person:{person_id}")
    return person


def tell_invited(actor: str, person: Person) -> None:
    """Write down that a person was given a way to set a password."""
    record(actor, "person.invite", {"email": person.email}, subject=f"person:{person.pk}")


def reset_mfa(actor: str, person_id: int) -> Person:
    """Take a person's second factor and recovery codes away and end their sessions: the password alone lets them in.

    Raises: PersonNotFound, OwnSecondFactor, NoSecondFactor.
    """
    if actor == f"person:{person_id}":
        raise OwnSecondFactor
    with transaction.atomic():
        person = locked(person_id)
        if not Authenticator.objects.filter(user=person).delete()[0]:
            raise NoSecondFactor(name=person.name)
        sessions = list(UserSession.objects.filter(user=person))
        for session in sessions:
            session.end()
        record(actor, "person.reset_mfa", {"sessions": len(sessions)}, subject=f"person:{person_id}")
    return person


def locked(person_id: int) -> Person:
    """Give a person, locked for the transaction.

    Raises: PersonNotFound.
    """
    found = Person.objects.select_for_update().filter(pk=person_id).first()
    if found is None:
        raise PersonNotFound(person_id=person_id)
    return found


def _differences(person: Person, changes: Mapping[str, Any]) -> dict[str, Json]:
    """Give the fields that change, each with what it was and what it becomes."""
    was = {field: getattr(person, field) for field in changes if field != "names_in_files"}
    if "names_in_files" in changes:
        was["names_in_files"] = sorted(person.file_names.values_list("name", flat=True))
    becomes = {field: _settled(field, value) for field, value in changes.items()}
    return {field: {"from": was[field], "to": becomes[field]} for field in changes if was[field] != becomes[field]}


def _settled(field: str, value: Any) -> Any:
    if field == "names_in_files":
        return sorted(set(value))
    return value.lower() if field == "email" else value


def _log_in_by(person: Person) -> None:
    """Have allauth know the one address a person logs in by."""
    EmailAddress.objects.filter(user=person).delete()
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)


def _call(person: Person, names: Collection[str]) -> list[str]:
    wanted = sorted(set(names))
    taken = NameInFiles.objects.filter(name__in=wanted).exclude(person=person).first()
    if taken is not None:
        raise NameInFilesTaken(name=taken.name)
    NameInFiles.objects.filter(person=person).delete()
    NameInFiles.objects.bulk_create(NameInFiles(name=name, person=person) for name in wanted)
    return wanted


def _lock_administrators() -> None:
    """Have one transaction at a time decide who is left; by number, so that two never wait for each other."""
    list(Person.objects.select_for_update().filter(role="administrator").order_by("pk"))


def _keep_an_administrator() -> None:
    """Refuse a change that leaves nobody to administer people.

    Raises: LastAdministrator.
    """
    if not Person.objects.filter(role="administrator", is_active=True).exists():
        raise LastAdministrator
