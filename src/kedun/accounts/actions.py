"""What accounts does: writing the audit trail, and who looked at what."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db import transaction

from kedun.accounts.models import AccessLog, Audit
from kedun.accounts.store import one_at_a_time
from kedun.kernel.clock import clock
from kedun.kernel.hashing import Json

ONE_VIEW = timedelta(hours=1)
"""Looking again within it is the same view."""


def record(actor: str, verb: str, params: Mapping[str, Json], *, subject: str = "", at: datetime | None = None) -> None:
    """Write one audit row in the caller's transaction: it stands or falls with what it tells of.

    `verb` is a code such as "alert.resolve"; people read it rendered in their language. `subject` is what was acted
    on, as "kind:key", so that its whole trail can be found. `at` is now unless the caller knows better.
    """
    assert actor, "every act has an actor; a job names itself"
    assert verb
    Audit.objects.create(at=at or clock().now(), actor=actor, verb=verb, subject=subject, params=dict(params))


def record_access(actor: str, what: str, *, subject: str, rows: int) -> None:
    """Write down that somebody looked at something, or took it away."""
    assert actor
    AccessLog.objects.create(at=clock().now(), actor=actor, what=what, subject=subject, rows=rows)


def record_view(actor: str, what: str, *, subject: str) -> None:
    """Write down that somebody looked at something; once an hour, however often they look."""
    now = clock().now()
    before = AccessLog.objects.filter(actor=actor, what=what, subject=subject, at__gt=now - ONE_VIEW)
    if before.exists():
        return
    with transaction.atomic():
        one_at_a_time(f"{actor} {what} {subject}")
        if not before.exists():
            record_access(actor, what, subject=subject, rows=1)
