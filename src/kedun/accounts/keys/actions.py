"""Making and revoking API keys."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from kedun.accounts.actions import record
from kedun.accounts.keys.queries import PREFIX_LENGTH, secret_hash
from kedun.accounts.models import ApiKey, Person, Team
from kedun.accounts.refusals import BadExpiry, KeyNotFound, TeamNotFound, TeamsMissing
from kedun.accounts.roles import KeyRight, KeyScope
from kedun.kernel.clock import clock, today
from kedun.kernel.days import Day

MOST_DAYS = 3 * 366
_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class MadeKey:
    """A new key with its secret, which is shown once and kept nowhere."""

    key: ApiKey
    secret: str


def add_key(
    actor: str,
    person: Person,
    *,
    name: str,
    right: KeyRight,
    scope: KeyScope,
    team_ids: Sequence[int],
    expires_on: Day | None,
) -> MadeKey:
    """Make a key.

    Raises: TeamsMissing, TeamNotFound, BadExpiry.
    """
    now = clock()
    if (scope == "teams") != bool(team_ids):
        raise TeamsMissing
    if expires_on is not None and not today(now) <= expires_on <= today(now) + MOST_DAYS:
        raise BadExpiry(most_days=MOST_DAYS)
    prefix = "".join(secrets.choice(_ALPHABET) for _ in range(PREFIX_LENGTH))
    secret = secrets.token_urlsafe(32)
    with transaction.atomic():
        teams = list(Team.objects.filter(pk__in=team_ids))
        missing = set(team_ids) - {team.pk for team in teams}
        if missing:
            raise TeamNotFound(team_id=min(missing))
        key = ApiKey.objects.create(
            prefix=prefix,
            secret_hash=secret_hash(secret),
            name=name,
            right=right,
            scope=scope,
            created_at=now.now(),
            created_by=person,
            expires_on=expires_on,
        )
        key.teams.set(teams)
        told = {"name": name, "prefix": prefix, "right": right, "scope": scope, "teams": [team.name for team in teams]}
        record(actor, "api_key.add", told, subject=f"key:{key.pk}")
    return MadeKey(key, f"kd_{prefix}_{secret}")


def remove_key(actor: str, key_id: int) -> None:
    """Revoke a key; it stays in the list of what has been. Revoking it again changes nothing.

    Raises: KeyNotFound.
    """
    with transaction.atomic():
        key = ApiKey.objects.select_for_update().filter(pk=key_id).first()
        if key is None:
            raise KeyNotFound(key_id=key_id)
        if key.revoked_at is None:
            key.revoked_at = clock().now()
            key.save(update_fields=["revoked_at"])
            record(actor, "api_key.remove", {"name": key.name, "prefix": key.prefix}, subject=f"key:{key_id}")
