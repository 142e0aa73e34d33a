"""What every stage's API is made of: routers that check rights, who asks, what they may see, pages."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, Final, TypeVar, cast

import ninja
from django.conf import settings
from django.http import HttpRequest
from ninja.operation import Operation
from ninja.utils import contribute_operation_callback

from kedun.accounts import queries
from kedun.accounts.actions import record_access, record_view
from kedun.accounts.door.api import BODY_LIMIT, SAFE, Parameters, Request, Terms, View, guarded, language, problem
from kedun.accounts.models import ApiKey, Person
from kedun.accounts.principals import Principal
from kedun.accounts.refusals import PersonNeeded
from kedun.accounts.rights import Mask, rights
from kedun.accounts.schemas import Page, PageQuery
from kedun.accounts.scopes import Scope, answered_for
from kedun.accounts.strict_body import read_strictly
from kedun.kernel.hashing import Json
from kedun.kernel.pages import Key, read_cursor, write_cursor

__all__ = (
    "XLSX",
    "Request",
    "Router",
    "actor",
    "answers_for",
    "language",
    "log_access",
    "log_view",
    "masks",
    "page",
    "person",
    "position",
    "principal",
    "problem",
    "scope",
)

XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Function = TypeVar("Function", bound=Callable[..., Any])
Item = TypeVar("Item")
Row = TypeVar("Row")


class Router:
    """The operations of one stage. An operation is named after its function; rights.csv says who may do it."""

    def __init__(self, tag: str) -> None:
        self.tag = tag
        self.routes = ninja.Router(tags=[tag])

    def add(self, other: "Router") -> None:
        """Add the operations of another router."""
        self.routes.add_router("", other.routes)

    def get(self, path: str, *, response: Any = None, file: str | None = None) -> Callable[[Function], Function]:
        """Add a reading operation: it answers a document, or a file of the content type `file`."""
        return self._operation("GET", path, {200: response}, "none", file=file)

    def post(
        self,
        path: str,
        *,
        response: Any,
        status: int = 200,
        body_limit: int = BODY_LIMIT,
        multipart: bool = False,
        keeps_answer: bool = True,
    ) -> Callable[[Function], Function]:
        """Add a writing operation; `keeps_answer=False` when its answer holds a secret."""
        body = "multipart" if multipart else "json"
        return self._operation("POST", path, {status: response}, body, body_limit=body_limit, keeps_answer=keeps_answer)

    def put(
        self, path: str, *, response: Any, status: int = 200, body_limit: int = BODY_LIMIT
    ) -> Callable[[Function], Function]:
        """Add an operation that puts something in its place."""
        return self._operation("PUT", path, {status: response}, "json", body_limit=body_limit)

    def patch(self, path: str, *, response: Any) -> Callable[[Function], Function]:
        """Add an operation that changes some fields."""
        return self._operation("PATCH", path, {200: response}, "json")

    def delete(self, path: str, *, response: Any = None) -> Callable[[Function], Function]:
        """Add an operation that removes something; 204 without a response."""
        return self._operation("DELETE", path, {204 if response is None else 200: response}, "json")

    def _operation(
        self,
        method: str,
        path: str,
        response: Mapping[int, Any],
        body: Any,
        *,
        file: str | None = None,
        body_limit: int = BODY_LIMIT,
        keeps_answer: bool = True,
    ) -> Callable[[Function], Function]:
        def add(function: Function) -> Function:
            name = function.__name__
            terms = Terms(name, body=body, body_limit=body_limit, keeps_answer=keeps_answer)
            contribute_operation_callback(function, partial(_put_behind_door, terms))
            self.routes.add_api_operation(
                path, [method], function, response=dict(response), operation_id=name, openapi_extra=_file_extra(file)
            )
            return function

        return add


def _file_extra(content_type: str | None) -> dict[str, Any] | None:
    if content_type is None:
        return None
    content = {content_type: {"schema": {"type": "string", "format": "binary"}}}
    return {"responses": {200: {"content": content}}}


def _put_behind_door(terms: Terms, operation: Operation) -> None:
    """Have the operation's body read strictly and every request pass the door first."""
    read_strictly(cast(Any, operation.models))
    sources = {cast(Any, model).__ninja_param_source__ for model in operation.models}
    if not sources & {"body", "form", "file"}:
        terms = replace(terms, body="none")
    parameters = _parameters(operation)

    def decorate(run: View) -> View:
        return guarded(run, terms, parameters)

    bound = cast(Any, operation)
    bound._run_decorators = [*getattr(operation, "_run_decorators", []), decorate]  # noqa: SLF001 - ninja's own way
    bound.run = decorate(operation.run)


def _parameters(operation: Operation) -> Parameters:
    models = [cast(Any, model) for model in operation.models if model.__ninja_param_source__ == "query"]
    names = frozenset(name for model in models for name in model.__ninja_flatten_map__)
    often = frozenset(name for model in models for name in model.__ninja_collection_fields__)
    return Parameters(once=names - often, often=often)


def principal(request: HttpRequest) -> Principal:
    """Give who asks: a person or an API key."""
    return cast(Request, request).principal


def actor(request: HttpRequest) -> str:
    """Give who asks, as audit rows write it: person:<id> or key:<id>."""
    return principal(request).actor


def person(request: HttpRequest) -> Person:
    """Give the person who asks.

    Raises: PersonNeeded for an API key.
    """
    asker = cast(Request, request).asker
    if not isinstance(asker, Person):
        raise PersonNeeded
    return asker


def scope(request: HttpRequest) -> Scope:
    """Give which customers a request is about: a reading those one may see, any other those one answers for."""
    return _seen(request) if request.method in SAFE else answers_for(request)


def answers_for(request: HttpRequest) -> Scope:
    """Give of which customers whoever asks may change something."""
    return answered_for(_seen(request))


def _seen(request: HttpRequest) -> Scope:
    """Give which customers whoever asks may see; asked of the database once per request."""
    known: Scope | None = getattr(request, "scope", None)
    if known is None:
        asker = cast(Request, request).asker
        known = queries.key_scope(asker) if isinstance(asker, ApiKey) else queries.scope(asker)
        request.scope = known  # type: ignore[attr-defined]
    return known


def masks(request: HttpRequest) -> frozenset[Mask]:
    """Give what is hidden from whoever asks: contacts, amounts, names."""
    return rights().hidden_from(principal(request).column)


def log_access(request: HttpRequest, what: str, subject: str, rows: int) -> None:
    """Write down that somebody viewed or exported something; `what` is the operation, `subject` as in audit rows."""
    record_access(actor(request), what, subject=subject, rows=rows)


def log_view(request: HttpRequest, what: str, subject: str) -> None:
    """Write down that somebody looked at something; once an hour at most, and not of those who write to it."""
    if request.method in SAFE:
        record_view(actor(request), what, subject=subject)


def position(query: PageQuery, purpose: str) -> Key | None:
    """Give the sorting values of the row after which the asked page begins; none for the first page.

    Raises: BadCursor when the cursor is of another list, filter or order; `purpose` names all three.
    """
    return read_cursor(query.cursor, purpose=purpose, secret=settings.SECRET_KEY) if query.cursor else None


def page(
    rows: Sequence[Row],
    query: PageQuery,
    *,
    purpose: str,
    key: Callable[[Row], Sequence[Json]],
    shown: Callable[[Row], Item],
    total: int | None = None,
) -> Page[Item]:
    """Make a page of rows fetched with a limit of `query.limit` + 1: the one too many says that there is a next page."""
    here = rows[: query.limit]
    is_last = len(rows) <= query.limit
    after = None if is_last else write_cursor(key(here[-1]), purpose=purpose, secret=settings.SECRET_KEY)
    return Page(items=[shown(row) for row in here], next_cursor=after, total=total)
