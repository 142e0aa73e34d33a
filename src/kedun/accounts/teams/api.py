"""Teams under /api/v1."""

from collections.abc import Sequence

from kedun.accounts.api import Request, Router, actor
from kedun.accounts.models import Team
from kedun.accounts.schemas import Id
from kedun.accounts.teams import actions
from kedun.accounts.teams.actions import Kept, Stretch
from kedun.accounts.teams.schemas import Member, MemberRow, TeamChange, TeamDocument, TeamNew, TeamRow, Teams
from kedun.kernel.days import to_date, to_day

router = Router("accounts")


@router.get("/teams", response=Teams)
def teams(request: Request) -> Teams:
    """List the teams with their members, past ones too."""
    found = Team.objects.order_by("name").select_related("lead").prefetch_related("memberships__person")
    return Teams(items=[_row(team) for team in found])


@router.post("/teams", response=TeamDocument, status=201)
def add_team(request: Request, new: TeamNew) -> TeamDocument:
    """Add a team."""
    added = actions.add_team(actor(request), name=new.name, lead_id=new.lead_id, members=_stretches(new.members))
    return _document(added)


@router.patch("/teams/{team_id}", response=TeamDocument)
def change_team(request: Request, team_id: Id, change: TeamChange) -> TeamDocument:
    """Change a team; a list of members replaces the one there is."""
    changed = actions.change_team(
        actor(request),
        team_id,
        revision=change.revision,
        name=change.name,
        lead_id=change.lead_id if "lead_id" in change.model_fields_set else Kept.KEPT,
        members=None if change.members is None else _stretches(change.members),
    )
    return _document(changed)


@router.delete("/teams/{team_id}")
def remove_team(request: Request, team_id: Id) -> None:
    """Remove a team; its people stay."""
    actions.remove_team(actor(request), team_id)


def _stretches(members: Sequence[Member]) -> list[Stretch]:
    return [
        Stretch(
            person_id=each.person_id,
            from_day=to_day(each.from_day),
            to_day=None if each.to_day is None else to_day(each.to_day),
            is_lead=each.is_lead,
        )
        for each in members
    ]


def _document(team: Team) -> TeamDocument:
    return TeamDocument(**_row(team).model_dump())


def _row(team: Team) -> TeamRow:
    members = [
        MemberRow(
            person_id=each.person_id,
            name=each.person.name,
            from_day=to_date(each.from_day),
            to_day=None if each.to_day is None else to_date(each.to_day),
            is_lead=each.is_lead,
        )
        for each in sorted(team.memberships.all(), key=lambda each: (each.from_day, each.person.name))
    ]
    lead_name = team.lead.name if team.lead else None
    return TeamRow(
        id=team.pk, name=team.name, lead_id=team.lead_id, lead_name=lead_name, members=members, revision=team.revision
    )
