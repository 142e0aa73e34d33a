"""Adding, changing and removing teams."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from typing import Literal

from django.db import transaction

from kedun.accounts.actions import record
from kedun.accounts.models import Membership, Person, Team
from kedun.accounts.refusals import (
    ChangedMeanwhile,
    DayOutOfReach,
    OverlappingMembership,
    PersonNotFound,
    TeamInUse,
    TeamNameTaken,
    TeamNotFound,
)
from kedun.accounts.store import looks_again
from kedun.kernel.days import FIRST_DAY, LAST_DAY, Day, to_date
from kedun.kernel.hashing import Json


class Kept(Enum):
    """Says that a field stays as it is, where None would mean that it becomes empty."""

    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days, both ends included, in which somebody belongs to a team."""

    person_id: int
    from_day: Day
    to_day: Day | None = None
    is_lead: bool = False


@looks_again
def add_team(actor: str, *, name: str, lead_id: int | None = None, members: Sequence[Stretch] = ()) -> Team:
    """Add a team.

    Raises: TeamNameTaken, PersonNotFound, OverlappingMembership, DayOutOfReach.
    """
    with transaction.atomic():
        _check_name(name)
        _check(members, lead_id)
        team = Team.objects.create(name=name, lead_id=lead_id)
        _belong(team, members)
        told = {"name": name, "lead": lead_id, "members": _told(members)}
        record(actor, "team.add", told, subject=f"team:{team.pk}")
    return team


@looks_again
def change_team(
    actor: str,
    team_id: int,
    *,
    revision: int,
    name: str | None = None,
    lead_id: int | Literal[Kept.KEPT] | None = Kept.KEPT,
    members: Sequence[Stretch] | None = None,
) -> Team:
    """Change a team; a name or members that are None stay as they are.

    Raises: TeamNotFound, ChangedMeanwhile, TeamNameTaken, PersonNotFound, OverlappingMembership, DayOutOfReach.
    """
    with transaction.atomic():
        team = _locked(team_id)
        if team.revision != revision:
            raise ChangedMeanwhile(seen=revision, present=team.revision)
        told: dict[str, Json] = {}
        _check(members or (), team.lead_id if lead_id is Kept.KEPT else lead_id)
        if name is not None and name != team.name:
            _check_name(name)
            told["name"] = {"from": team.name, "to": name}
            team.name = name
        if lead_id is not Kept.KEPT and lead_id != team.lead_id:
            told["lead"] = {"from": team.lead_id, "to": lead_id}
            team.lead_id = lead_id
        if members is not None:
            told["members"] = _told(members)
            _belong(team, members)
        if told:
            team.revision += 1
            team.save()
            record(actor, "team.change", told, subject=f"team:{team_id}")
    return team


def remove_team(actor: str, team_id: int) -> None:
    """Remove a team with its memberships; the people stay.

    Raises: TeamNotFound, TeamInUse.
    """
    with transaction.atomic():
        team = _locked(team_id)
        key = team.apikey_set.filter(revoked_at=None).first()
        if key is not None:
            raise TeamInUse(key=key.name)
        record(actor, "team.remove", {"name": team.name}, subject=f"team:{team_id}")
        team.delete()


def _locked(team_id: int) -> Team:
    found = Team.objects.select_for_update().filter(pk=team_id).first()
    if found is None:
        raise TeamNotFound(team_id=team_id)
    return found


def _check_name(name: str) -> None:
    if Team.objects.filter(name=name).exists():
        raise TeamNameTaken(name=name)


def _check(members: Sequence[Stretch], lead_id: int | None) -> None:
    """Refuse unknown people, impossible days and two stretches of one person that overlap."""
    named = {each.person_id for each in members} | ({lead_id} if lead_id else set())
    names = dict(Person.objects.filter(pk__in=named).values_list("pk", "name"))
    for missing in sorted(named - names.keys()):
        raise PersonNotFound(person_id=missing)
    for each in members:
        end = LAST_DAY if each.to_day is None else each.to_day
        if not FIRST_DAY <= each.from_day <= end <= LAST_DAY:
            raise DayOutOfReach(name=names[each.person_id])
    ordered = sorted(members, key=lambda each: (each.person_id, each.from_day))
    for earlier, later in pairwise(ordered):
        if earlier.person_id == later.person_id and (earlier.to_day is None or earlier.to_day >= later.from_day):
            raise OverlappingMembership(name=names[later.person_id])


def _belong(team: Team, members: Sequence[Stretch]) -> None:
    Membership.objects.filter(team=team).delete()
    Membership.objects.bulk_create(
        Membership(
            team=team, person_id=each.person_id, from_day=each.from_day, to_day=each.to_day, is_lead=each.is_lead
        )
        for each in members
    )


def _told(members: Sequence[Stretch]) -> list[Json]:
    return [
        {
            "person": each.person_id,
            "from": to_date(each.from_day).isoformat(),
            "to": None if each.to_day is None else to_date(each.to_day).isoformat(),
            "is_lead": each.is_lead,
        }
        for each in members
    ]
