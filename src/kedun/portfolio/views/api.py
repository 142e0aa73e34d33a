"""Saved views under /api/v1."""

from typing import Any, Final
from urllib.parse import parse_qs, urlencode

from ninja import Status
from pydantic import ValidationError

from kedun.accounts.api import Request, Router, masks, person, scope
from kedun.accounts.rights import Mask
from kedun.accounts.schemas import Id
from kedun.kernel.clock import clock
from kedun.portfolio.lists.filters import read_order
from kedun.portfolio.models import SavedView
from kedun.portfolio.views.actions import remove_view
from kedun.portfolio.views.actions import save_view as keep
from kedun.portfolio.views.queries import views_for
from kedun.portfolio.views.refusals import NotAListQuery
from kedun.portfolio.views.schemas import KeptList, SavedViews, ViewDocument, ViewNew, ViewShown

router = Router("customers")
HIDDEN_IN_LISTS: Final[frozenset[Mask]] = frozenset({"names", "amounts"})
"""Masks of what people write into the names and filters of their lists."""


@router.get("/saved-views", response=SavedViews)
def saved_views(request: Request) -> SavedViews:
    """List one's own views and those that others share; theirs may name customers and amounts, so not everybody's."""
    me = person(request).pk
    with_shared = scope(request).kind != "granted" and masks(request).isdisjoint(HIDDEN_IN_LISTS)
    found = views_for(me, with_shared=with_shared)
    return SavedViews(items=[ViewShown.model_validate(_shown(each, me)) for each in found])


@router.post("/saved-views", response=ViewDocument, status=201)
def save_view(request: Request, view: ViewNew) -> Status[ViewDocument]:
    """Keep a list under a name; one's own list of the same name is replaced."""
    me = person(request)
    query = _checked(view.query)
    kept = keep(me, name=view.name.strip(), query=query, is_shared=view.shared, at=clock().now())
    return Status(201, ViewDocument.model_validate(_shown(kept, me.pk)))


@router.delete("/saved-views/{view_id}")
def remove_saved_view(request: Request, view_id: Id) -> Status[None]:
    """Remove one's own view."""
    remove_view(person(request), view_id, at=clock().now())
    return Status(204, None)


def _checked(query: str) -> str:
    """Accept a query string that the list understands, and write it in one way.

    Raises: NotAListQuery, UnknownSort.
    """
    pairs = parse_qs(query.removeprefix("?"), keep_blank_values=False, max_num_fields=1000)
    many = {name for name, field in KeptList.model_fields.items() if isinstance(field.default, list)}
    values: dict[str, Any] = {name: each if name in many else each[-1] for name, each in pairs.items()}
    try:
        read = KeptList.model_validate(values)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        raise NotAListQuery(problem=".".join(str(part) for part in first["loc"])[:80]) from error
    if read.sort:
        read_order(read.sort)
    return urlencode([(name, text) for name, each in pairs.items() for text in each])


def _shown(view: SavedView, me: int) -> dict[str, Any]:
    return {
        "id": view.pk,
        "name": view.name,
        "query": view.query,
        "shared": view.is_shared,
        "mine": view.person_id == me,
        "by": {"id": view.person_id, "name": view.person.name},
    }
