"""What can be asked of approvals."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, cast

from django.db.models import Q, QuerySet

from kedun.accounts.models import Audit, Person
from kedun.accounts.roles import Role
from kedun.approvals.authority import Given, Mode, Needs, Verdict, missing
from kedun.approvals.models import Deputy, Request
from kedun.kernel.days import Day

MOST_WAITING = 500

SEE_ALL: Final[frozenset[str]] = frozenset({"administrator", "auditor", "ceo"})
"""Roles that see every request, to know what goes on; to see is not to decide."""


def others_with(role: Role, *, but: int) -> bool:
    """Tell whether somebody else who may log in has a role."""
    return Person.objects.filter(role=role, is_active=True).exclude(pk=but).exists()


def able(needs: Needs, *, but: int) -> tuple[Role, ...]:
    """Give the roles in which somebody else could do their part in agreeing; none where not enough of them are there."""
    there = tuple(role for role in needs.roles if others_with(role, but=but))
    return () if needs.mode == "all" and len(there) < len(needs.roles) else there


def ever_able(needs: Needs, *, but: int) -> tuple[Role, ...]:
    """Give the roles in which somebody else could agree at some time, whether they still can or not.

    Whoever deactivates the others, or takes their roles away, does not thereby decide alone.
    """
    people = Person.objects.exclude(pk=but).values_list("role", flat=True)
    trail = Audit.objects.filter(verb__in=("person.add", "person.change")).exclude(subject=f"person:{but}")
    had = {*people, *(role for told in trail.values_list("params", flat=True) for role in _roles_in(told))}
    return tuple(role for role in needs.roles if role in had)


def _roles_in(told: Mapping[str, object]) -> Iterable[str]:
    """Give the roles that an entry of the trail names: the one given at first, or those before and after."""
    named = told.get("role")
    if isinstance(named, str):
        return (named,)
    values = named.values() if isinstance(named, Mapping) else named if isinstance(named, list) else ()
    return [each for each in values if isinstance(each, str)]


def waiting_about(subject: str) -> int | None:
    """Give the number of the request about a subject that waits."""
    return Request.objects.filter(subject=subject, state="waiting").values_list("pk", flat=True).first()


def needs_of(request: Request) -> Needs:
    """Give who must agree to a request."""
    return Needs(cast(Mode, request.needs["mode"]), tuple(request.needs["roles"]))


def votes_of(request: Request) -> Sequence[Given]:
    """Give the votes on a request so far."""
    rows = request.votes.order_by("id").values_list("role", "verdict")
    return [Given(role, cast(Verdict, verdict)) for role, verdict in rows]


def stood_in_for(deputy_id: int, person_id: int, *, on: Day) -> Person | None:
    """Give the person that somebody stands in for on a day; None when they do not."""
    entry = Deputy.objects.filter(deputy=deputy_id, person=person_id, from_day__lte=on, to_day__gte=on)
    return Person.objects.filter(pk=person_id).first() if entry.exists() else None


def stands_in_for(deputy_id: int, *, on: Day) -> Sequence[Person]:
    """Give everybody that somebody stands in for on a day."""
    entries = Deputy.objects.filter(deputy=deputy_id, from_day__lte=on, to_day__gte=on)
    return list(Person.objects.filter(pk__in=entries.values("person"), is_active=True).order_by("pk"))


def visible(person: Person, *, on: Day) -> QuerySet[Request]:
    """Give the requests that somebody may see: their own, those they are asked about, for some roles all."""
    if person.role in SEE_ALL:
        return Request.objects.all()
    roles = {person.role, *(each.role for each in stands_in_for(person.pk, on=on))}
    asked = Q()
    for role in roles:
        asked |= Q(needs__roles__contains=role)
    return Request.objects.filter(Q(maker=person) | asked)


def voters(request: Request, person: Person, *, on: Day) -> Sequence[Person]:
    """Give as whom somebody may vote on a request now: themselves, or those they stand in for; nobody of one's own."""
    if request.state != "waiting" or request.maker_id == person.pk:
        return ()
    if request.votes.filter(person=person).exists():
        return ()
    wanted = missing(needs_of(request), votes_of(request))
    candidates = (person, *stands_in_for(person.pk, on=on))
    return [each for each in candidates if each.role in wanted and each.pk != request.maker_id]


def possible_voters(request: Request, *, on: Day) -> Sequence[Person]:
    """Give everybody who may vote on a request now, for themselves or for somebody they stand in for."""
    roles = missing(needs_of(request), votes_of(request))
    deputies = Deputy.objects.filter(person__role__in=roles, from_day__lte=on, to_day__gte=on).values("deputy")
    people = Person.objects.filter(Q(role__in=roles) | Q(pk__in=deputies), is_active=True).order_by("pk")
    return [each for each in people if voters(request, each, on=on)]


def waiting_for(person: Person, *, on: Day) -> Sequence[Request]:
    """Give the requests that wait for a vote of somebody, oldest first."""
    waiting = visible(person, on=on).filter(state="waiting").exclude(maker=person).order_by("pk")
    return [request for request in waiting[:MOST_WAITING] if voters(request, person, on=on)]
