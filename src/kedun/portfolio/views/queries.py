"""The lists that somebody keeps, and those that others share."""

from collections.abc import Sequence

from django.db.models import Q

from kedun.portfolio.models import SavedView

MOST_SHOWN = 500


def views_for(person_id: int, *, with_shared: bool) -> Sequence[SavedView]:
    """Give a person's own views, and the shared ones of others where they are for them, by name."""
    shared = Q(is_shared=True, person__is_active=True) if with_shared else Q()
    rows = SavedView.objects.filter(Q(person=person_id) | shared)
    return tuple(rows.select_related("person").order_by("name", "id")[:MOST_SHOWN])
