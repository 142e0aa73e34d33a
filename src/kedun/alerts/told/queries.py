"""Which of the things that somebody was told they may read of now: alerts of their customers, requests they may see, and every report."""

from collections.abc import Collection
from typing import Any

from django.db.models import QuerySet, TextField, Value
from django.db.models.functions import Cast, Concat

from kedun.accounts.models import Person
from kedun.accounts.queries import scope as scope_of
from kedun.accounts.rights import rights
from kedun.accounts.scopes import Scope
from kedun.alerts.queries import visible
from kedun.approvals import queries as approvals
from kedun.kernel.clock import clock, today
from kedun.notify.notices import CHANGE, REPORT, REQUEST

SUBJECT = "alert:"


def subjects_in(scope: Scope) -> QuerySet[Any] | None:
    """Give what deliveries about the alerts in a scope call them; None where the scope holds all."""
    if scope.kind == "all":
        return None
    subject = Concat(Value(SUBJECT), Cast("id", TextField()), output_field=TextField())
    return visible(scope, on=today(clock())).annotate(subject=subject).values("subject")


def readable(person: Person, subjects: Collection[str]) -> Collection[str]:
    """Give those of some subjects of deliveries that a person may read of now."""
    seen, on = scope_of(person), today(clock())
    requests = approvals.visible(person, on=on).filter(pk__in=_numbers(subjects, REQUEST)).values_list("pk", flat=True)
    changes = _numbers(subjects, CHANGE) if rights().may(person.role, "policy_change") else ()
    kept = {f"{REQUEST}{number}" for number in requests} | {f"{CHANGE}{number}" for number in changes}
    if seen.kind == "all":
        return kept | {each for each in subjects if not each.startswith((REQUEST, CHANGE))}
    alerts = visible(seen, on=on).filter(id__in=_numbers(subjects, SUBJECT))
    kept |= {each for each in subjects if each.startswith(REPORT)}
    return kept | {f"{SUBJECT}{number}" for number in alerts.values_list("id", flat=True)}


def _numbers(subjects: Collection[str], kind: str) -> list[int]:
    return [int(each.removeprefix(kind)) for each in subjects if each.startswith(kind)]
