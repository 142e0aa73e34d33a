"""Keeping lists under a name."""

from datetime import datetime

from django.db import transaction

from kedun.accounts.actions import record
from kedun.accounts.models import Person
from kedun.kernel.hashing import Json
from kedun.portfolio.models import SavedView
from kedun.portfolio.views.refusals import NoSuchView, TooManyViews

MOST_VIEWS = 100


@transaction.atomic
def save_view(person: Person, *, name: str, query: str, is_shared: bool, at: datetime) -> SavedView:
    """Keep a list under a name; a list of the same name is replaced.

    Raises: TooManyViews.
    """
    Person.objects.select_for_update().get(pk=person.pk)
    mine = SavedView.objects.filter(person=person)
    if not mine.filter(name=name).exists() and mine.count() >= MOST_VIEWS:
        raise TooManyViews(most=MOST_VIEWS)
    kept = {"query": query, "is_shared": is_shared, "changed_at": at}
    view, _ = SavedView.objects.update_or_create(person=person, name=name, defaults=kept)
    told: dict[str, Json] = {"name": name, "query": query, "is_shared": is_shared}
    record(f"person:{person.pk}", "view.save", told, subject=f"view:{view.pk}", at=at)
    return view


@transaction.atomic
def remove_view(person: Person, view_id: int, *, at: datetime) -> None:
    """Remove one's own view.

    Raises: NoSuchView.
    """
    gone, _ = SavedView.objects.filter(person=person, pk=view_id).delete()
    if not gone:
        raise NoSuchView
    record(f"person:{person.pk}", "view.remove", {}, subject=f"view:{view_id}", at=at)
