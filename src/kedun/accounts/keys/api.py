"""API keys under /api/v1."""

from typing import cast

from kedun.accounts.api import Request, Router, actor, person
from kedun.accounts.keys import actions
from kedun.accounts.keys.schemas import KeyAdded, KeyNew, KeyRow, Keys
from kedun.accounts.models import ApiKey
from kedun.accounts.roles import KeyRight, KeyScope
from kedun.accounts.schemas import Id
from kedun.kernel.days import to_date, to_day

router = Router("accounts")


@router.get("/api-keys", response=Keys)
def api_keys(request: Request) -> Keys:
    """List the API keys, newest first, revoked ones too."""
    found = ApiKey.objects.order_by("-pk").select_related("created_by").prefetch_related("teams")
    return Keys(items=[_row(key) for key in found])


@router.post("/api-keys", response=KeyAdded, status=201, keeps_answer=False)
def add_api_key(request: Request, new: KeyNew) -> KeyAdded:
    """Make an API key; its secret is shown this once."""
    made = actions.add_key(
        actor(request),
        person(request),
        name=new.name,
        right=new.right,
        scope=new.scope,
        team_ids=new.team_ids,
        expires_on=None if new.expires_on is None else to_day(new.expires_on),
    )
    return KeyAdded(key=_row(made.key), secret=made.secret)


@router.delete("/api-keys/{key_id}")
def remove_api_key(request: Request, key_id: Id) -> None:
    """Revoke an API key at once."""
    actions.remove_key(actor(request), key_id)


def _row(key: ApiKey) -> KeyRow:
    return KeyRow(
        id=key.pk,
        name=key.name,
        prefix=key.prefix,
        right=cast(KeyRight, key.right),
        scope=cast(KeyScope, key.scope),
        teams=sorted(team.name for team in key.teams.all()),
        created_at=key.created_at,
        created_by=key.created_by.name,
        expires_on=None if key.expires_on is None else to_date(key.expires_on),
        revoked_at=key.revoked_at,
    )
