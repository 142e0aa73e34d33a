"""What the workbench asks of the store."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.db import connection

from kedun.accounts.company.queries import mail
from kedun.accounts.models import Person
from kedun.accounts.scopes import Scope
from kedun.alerts.models import Alert
from kedun.definitions.models import Version
from kedun.facts.models import CURRENT, Supply
from kedun.intake.models import Reject
from kedun.intake.queries import PENDING
from kedun.intake.wizard.queries import visible as imports_of
from kedun.intake.wizard.views import Viewer
from kedun.kernel.days import Day
from kedun.portfolio.lists.queries import visible

GRAVITY: Final[Mapping[str, int]] = {"low": 1, "medium": 2, "high": 3}
"""Grades by how bad they are; unrated is neither better nor worse."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A customer whose standing grade moved on a day."""

    code: str
    name: str
    before: str
    after: str
    on: Day

    @property
    def is_worse(self) -> bool:
        """Whether the new grade is worse."""
        known = {self.before, self.after} <= GRAVITY.keys()
        return known and GRAVITY[self.after] > GRAVITY[self.before]


def moved(scope: Scope, on: Day, *, since: Day, limit: int) -> list[Moved]:
    """Give the customers whose standing grade moved since a day, the newest and the weightiest first."""
    customers = visible(scope, on)
    newest = (
        "SELECT c.code, c.name, a.customer_id, a.standing_grade, a.standing_since, a.priority, c.id"
        f" FROM {customers.text} c JOIN assessments_assessment a ON a.customer_id = c.id"
        " WHERE a.standing_since >= %s AND EXISTS (SELECT 1 FROM assessments_history h"
        " WHERE h.customer_id = a.customer_id AND h.as_of < a.standing_since)"
        " ORDER BY a.standing_since DESC, a.priority DESC, c.id LIMIT %s"
    )
    sql = (
        f"SELECT n.code, n.name, h.standing_grade, n.standing_grade, n.standing_since FROM ({newest}) n"
        " JOIN LATERAL (SELECT h.standing_grade FROM assessments_history h WHERE h.customer_id = n.customer_id"
        " AND h.as_of < n.standing_since ORDER BY h.as_of DESC LIMIT 1) h ON TRUE"
        " ORDER BY n.standing_since DESC, n.priority DESC, n.id"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [*customers.values, since, limit])
        return [Moved(*row) for row in cursor.fetchall()]


@dataclass(frozen=True, slots=True)
class Progress:
    """Which steps of setting the program up are done."""

    customers: bool
    invoices: bool
    rules: bool
    alerts: bool
    people: bool
    mail: bool


def progress() -> Progress:
    """Tell how far the program is set up."""
    return Progress(
        customers=CURRENT["customer"]._default_manager.filter(is_retracted=False).exists(),
        invoices=Supply.objects.filter(kind="invoice", until_batch=None).exists(),
        rules=Version.objects.filter(kind="rule_choice", version__gt=1).exists(),
        alerts=Alert.objects.exists(),
        people=Person.objects.filter(is_active=True)[1:2].exists(),
        mail=mail().server is not None,
    )


def rejects_waiting(viewer: Viewer) -> int:
    """Count the rejected rows of imports that somebody may see, which wait to be corrected."""
    return Reject.objects.filter(of_import__in=imports_of(viewer), state__in=PENDING).count()
