"""What can be asked of accounts."""

from dataclasses import dataclass
from datetime import datetime

from kedun.accounts.models import Audit
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
