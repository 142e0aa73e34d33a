"""What can be asked about people."""

from collections.abc import Sequence

from allauth.mfa.models import Authenticator

from kedun.accounts.models import Membership, Person
from kedun.accounts.queries import in_force
from kedun.accounts.refusals import PersonNotFound
from kedun.kernel.clock import clock, today


def everybody() -> Sequence[Person]:
    """Give all people by name."""
    return list(Person.objects.order_by("name", "pk"))


def person_by_id(person_id: int) -> Person:
    """Give a person.

    Raises: PersonNotFound.
    """
    found = Person.objects.filter(pk=person_id).first()
    if found is None:
        raise PersonNotFound(person_id=person_id)
    return found


def teams_of(person: Person) -> list[str]:
    """Give the names of the teams a person is in today."""
    found = Membership.objects.filter(in_force(today(clock())), person=person).select_related("team")
    return sorted({each.team.name for each in found})


def has_mfa(person: Person) -> bool:
    """Tell whether a second factor is asked when the person logs in."""
    found: bool = Authenticator.objects.filter(user=person, type=Authenticator.Type.TOTP).exists()
    return found
