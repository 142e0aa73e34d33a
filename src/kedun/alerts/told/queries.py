"""Which of the things that somebody was told they may read of now: alerts of their customers, and every report."""

from collections.abc import Collection
from typing import Any

from django.db.models import QuerySet, TextField, Value
from django.db.models.functions import Cast, Concat

from kedun.accounts.models import Person
from kedun.accounts.queries import scope as scope_of
from kedun.accounts.scopes import Scope
from kedun.alerts.queries import visible
from kedun.kernel.clock import clock, today
from kedun.notify.notices import REPORT

SUBJECT = "alert:"


def subjects_in(scope: Scope) -> QuerySet[Any] | None:
    """Give what deliveries about the alerts in a scope call them; None where the scope holds all."""
    if scope.kind == "all":
        return None
    subject = Concat(Value(SUBJECT), Cast("id", TextField()), output_field=TextField())
    return visible(scope, on=today(clock())).annotate(subject=subject).values("subject")


def readable(person: Person, subjects: Collection[str]) -> Collection[str]:
    """Give those of some subjects of deliveries that a person may read of now."""
    seen = scope_of(person)
    if seen.kind == "all":
        return subjects
    numbers = [int(each.removeprefix(SUBJECT)) for each in subjects if each.startswith(SUBJECT)]
    alerts = visible(seen, on=today(clock())).filter(id__in=numbers)
    reports = {each for each in subjects if each.startswith(REPORT)}
    return reports | {f"{SUBJECT}{number}" for number in alerts.values_list("id", flat=True)}
