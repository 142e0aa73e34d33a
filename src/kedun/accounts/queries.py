"""What can be asked of accounts."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from django.db.models import Q

from kedun.accounts.models import ApiKey, Audit, Membership, NameInFiles, Person, Team
from kedun.accounts.roles import Role
from kedun.accounts.scopes import EVERYTHING, Scope
from kedun.kernel.clock import clock, today
from kedun.kernel.days import Day
from kedun.kernel.hashing import Json

MOST_ROWS = 1_000


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One line of the audit trail."""

    id: int
    at: datetime
    actor: str
    verb: str
    subject: str
    params: Json


def audit(*, subject: str | None = None, limit: int = 100) -> tuple[AuditRow, ...]:
    """Give the newest audit rows, newest first; of one subject where it is named."""
    rows = Audit.objects.order_by("-id")
    if subject is not None:
        rows = rows.filter(subject=subject)
    return tuple(
        AuditRow(id=row.id, at=row.at, actor=row.actor, verb=row.verb, subject=row.subject, params=row.params)
        for row in rows[: min(limit, MOST_ROWS)]
    )


def scope(person: Person, *, on: Day | None = None) -> Scope:
    """Give which customers a person may see on a day, today if none is given."""
    match cast(Role, person.role):
        case "sales":
            return _people({person.pk})
        case "sales_manager":
            return _people({person.pk} | members_led_by(person.pk, on=_day(on)))
        case "outside_expert":
            return Scope("granted", person_ids=(person.pk,))
        case _:
            return EVERYTHING


def scopes(people: Collection[Person], *, on: Day) -> Mapping[int, Scope]:
    """Give which customers each of some people may see on a day; many sellers take no more asking than one."""
    sellers = {person.pk for person in people if person.role == "sales"}
    names: dict[int, list[str]] = {person: [] for person in sellers}
    for person, name in NameInFiles.objects.filter(person__in=sellers).order_by("name").values_list("person", "name"):
        names[person].append(name)
    found = {person: Scope("people", (person,), tuple(called)) for person, called in names.items()}
    return {each.pk: found.get(each.pk) or scope(each, on=on) for each in people}


def key_scope(key: ApiKey, *, on: Day | None = None) -> Scope:
    """Give which customers an API key may see on a day, today if none is given."""
    if key.scope == "all":
        return EVERYTHING
    teams = set(key.teams.values_list("pk", flat=True))
    return _people(members_of(teams, on=_day(on)))


def members_led_by(person_id: int, *, on: Day) -> set[int]:
    """Give who is on a day a member of a team that the person leads."""
    leading = Membership.objects.filter(in_force(on), person_id=person_id, is_lead=True).values("team_id")
    led = Team.objects.filter(Q(lead_id=person_id) | Q(pk__in=leading)).values_list("pk", flat=True)
    return members_of(set(led), on=on)


def members_of(team_ids: Collection[int], *, on: Day) -> set[int]:
    """Give who is a member of one of the teams on a day."""
    if not team_ids:
        return set()
    found = Membership.objects.filter(in_force(on), team_id__in=team_ids)
    return set(found.values_list("person_id", flat=True))


def in_force(on: Day) -> Q:
    """Give the condition on memberships that are in force on a day."""
    return Q(from_day__lte=on) & (Q(to_day__isnull=True) | Q(to_day__gte=on))


def actor_names(actors: Collection[str]) -> Mapping[str, str]:
    """Give the names of those of the actors that are people or API keys."""
    people = {int(actor[7:]) for actor in actors if actor.startswith("person:") and actor[7:].isdigit()}
    keys = {int(actor[4:]) for actor in actors if actor.startswith("key:") and actor[4:].isdigit()}
    names = {f"person:{pk}": name for pk, name in Person.objects.filter(pk__in=people).values_list("pk", "name")}
    found = ApiKey.objects.filter(pk__in=keys).values_list("pk", "name") if keys else ()
    return names | {f"key:{pk}": name for pk, name in found}


def _day(on: Day | None) -> Day:
    return today(clock()) if on is None else on


def _people(person_ids: Collection[int]) -> Scope:
    names = NameInFiles.objects.filter(person_id__in=person_ids).order_by("name").values_list("name", flat=True)
    return Scope("people", person_ids=tuple(sorted(person_ids)), names=tuple(names))
