"""One request at the door: who asks, may they, is it well formed; then the operation, once per Idempotency-Key."""

import hashlib
import logging
import re
import secrets
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, cast

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.db import DataError, InterfaceError, OperationalError, transaction
from django.http import HttpRequest, HttpResponse, JsonResponse, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.http.response import HttpResponseBase
from ninja.utils import check_csrf

from kedun.accounts import problems
from kedun.accounts.field_words import field_error
from kedun.accounts.keys.queries import key_of
from kedun.accounts.models import ApiKey, Person
from kedun.accounts.pace import Buckets, Pace
from kedun.accounts.principals import Principal, of_key, of_person
from kedun.accounts.refusals import (
    AnswerNotKept,
    BadFields,
    BadIdempotencyKey,
    BadRequest,
    BodyTooLarge,
    BrokeDown,
    CsrfMissing,
    DatabaseAway,
    DiskIsFull,
    FieldError,
    KeyUsedOtherwise,
    NotLoggedIn,
    RoleMayNot,
    TooManyRequests,
    UnknownLanguage,
    UnusableValue,
    WrongContentType,
)
from kedun.accounts.rights import rights
from kedun.accounts.roles import KeyRight, Role
from kedun.accounts.store import Asked, Kept, claim, keep
from kedun.accounts.strict_json import is_clean
from kedun.kernel.clock import clock
from kedun.kernel.refusals import Refusal
from kedun.kernel.words import Language
from kedun.supervisor.places import is_full

BODY_LIMIT: Final = 1024 * 1024
JSON, MULTIPART = "application/json", "multipart/form-data"
SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})
EVERYWHERE: Final = frozenset({"lang"})
_KEY = re.compile(r"[A-Za-z0-9._:-]{1,64}")
_DISK_FULL = "53100"

_log = logging.getLogger(__name__)
_buckets = Buckets(Pace(settings.KEDUN_PACE[0], settings.KEDUN_PACE[1]))

View = Callable[..., HttpResponseBase]
SPOKEN: tuple[Language, ...] = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Terms:
    """On which terms an operation answers."""

    operation: str
    body: Literal["none", "json", "multipart"] = "none"
    body_limit: int = BODY_LIMIT
    keeps_answer: bool = True


@dataclass(frozen=True, slots=True)
class Parameters:
    """What an operation takes from the query: any name once, some more often."""

    once: frozenset[str]
    often: frozenset[str]


class Request(HttpRequest):
    """A request that came through the door."""

    principal: Principal
    asker: Person | ApiKey


def guarded(run: View, terms: Terms, parameters: Parameters) -> View:
    """Put the door before an operation."""

    def answer(request: HttpRequest, **path: str) -> HttpResponseBase:
        asked = cast(Request, request)
        try:
            _admit(asked, terms)
            _check_texts(asked, parameters, path)
            return _once(asked, terms, lambda: run(request, **path))
        except Exception as error:  # noqa: BLE001 - the edge: whatever it is, the caller gets a problem document
            return answer_error(request, error)

    return answer


def answer_error(request: HttpRequest, error: Exception) -> HttpResponse:
    """Answer with the problem document of an error; what is no refusal is logged."""
    return problem(request, error if isinstance(error, Refusal) else _refusal_of(error))


def problem(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """Give the problem document of a refusal in the language of whoever asks."""
    response = JsonResponse(
        problems.document(refusal, language(request)),
        status=problems.status_of(refusal),
        content_type=problems.CONTENT_TYPE,
        json_dumps_params={"ensure_ascii": False},
    )
    for name, value in problems.headers(refusal).items():
        response[name] = value
    return response


def language(request: HttpRequest) -> Language:
    """Give the language to answer in: ?lang=, else what the request accepts, else the person's own."""
    stated = request.GET.get("lang")
    if stated in SPOKEN:
        return "en" if stated == "en" else "zh"
    for accepted in request.headers.get("Accept-Language", "").split(","):
        code = accepted.strip().lower()
        if code.startswith(("zh", "en")):
            return "en" if code.startswith("en") else "zh"
    principal: Principal | None = getattr(request, "principal", None)
    return principal.language if principal else "zh"


def _admit(request: Request, terms: Terms) -> None:
    """Let the request in, or not.

    Raises: NotLoggedIn, CsrfMissing, TooManyRequests, RoleMayNot, BodyTooLarge, WrongContentType.
    """
    length = int(request.META.get("CONTENT_LENGTH") or 0)
    if length > terms.body_limit:
        raise BodyTooLarge(
            most=terms.body_limit
        )  # before anything reads the body: looking for a CSRF token in a form does
    request.principal, request.asker = _who(request)
    seconds = _buckets.wait_of(request.principal.actor, at=time.monotonic())
    if seconds:
        raise TooManyRequests(seconds=seconds)
    if not rights().may(request.principal.column, terms.operation):
        raise RoleMayNot(operation=terms.operation)
    expected = MULTIPART if terms.body == "multipart" else JSON
    if length and terms.body != "none" and request.content_type != expected:
        raise WrongContentType(expected=expected)


def _who(request: Request) -> tuple[Principal, Person | ApiKey]:
    stated = request.headers.get("Authorization", "")
    if stated:
        key = key_of(stated.removeprefix("Bearer ").strip()) if stated.startswith("Bearer ") else None
        if key is None:
            raise NotLoggedIn
        return of_key(key.pk, name=key.name, right=cast(KeyRight, key.right)), key
    person = request.user
    if not isinstance(person, Person) or not person.is_active:
        raise NotLoggedIn
    if request.method not in SAFE and check_csrf(request) is not None:
        raise CsrfMissing
    role, spoken = cast(Role, person.role), cast(Language, person.language)
    return of_person(person.pk, name=person.name, role=role, language=spoken), person


def _check_texts(request: HttpRequest, parameters: Parameters, path: Mapping[str, object]) -> None:
    """Refuse unknown and repeated parameters, characters that cannot be kept, and languages that nobody speaks here.

    Raises: BadFields, UnknownLanguage.
    """
    findings: list[FieldError] = []
    for name, values in request.GET.lists():
        if name not in parameters.once | parameters.often | EVERYWHERE:
            findings.append(field_error(name, "unknown_parameter"))
        elif len(values) > 1 and name not in parameters.often:
            findings.append(field_error(name, "repeated_parameter"))
        elif not all(map(is_clean, values)):
            findings.append(field_error(name, "nul_character"))
    findings += [field_error(name, "nul_character") for name, value in path.items() if not is_clean(str(value))]
    if findings:
        raise BadFields(findings)
    stated = request.GET.get("lang", "zh")
    if stated not in SPOKEN:
        raise UnknownLanguage(stated=stated[:20])


def _once(request: Request, terms: Terms, run: Callable[[], HttpResponseBase]) -> HttpResponseBase:
    """Carry out a write once per Idempotency-Key: its effect and its answer are kept in one transaction.

    Raises: BadIdempotencyKey, KeyUsedOtherwise, AnswerNotKept.
    """
    key = request.headers.get("Idempotency-Key")
    if key is None or request.method in SAFE or terms.body == "multipart":
        return run()
    if not _KEY.fullmatch(key):
        raise BadIdempotencyKey
    told = f"{request.method} {request.get_full_path()}\n".encode() + request.body
    asked = Asked(request.principal.actor, key, terms.operation, hashlib.sha256(told).hexdigest())
    with transaction.atomic():
        kept = claim(asked, at=clock().now())
        if kept is not None:
            return _again(asked, kept)
        response = run()
        if response.status_code >= 400 or not isinstance(response, HttpResponse):  # noqa: PLR2004
            transaction.set_rollback(True)
        else:
            keep(asked, status=response.status_code, content=response.content.decode() if terms.keeps_answer else None)
    return response


def _again(asked: Asked, kept: Kept) -> HttpResponse:
    if (kept.operation, kept.request_hash) != (asked.operation, asked.request_hash):
        raise KeyUsedOtherwise
    if kept.content is None:
        raise AnswerNotKept
    return HttpResponse(kept.content, status=kept.status, content_type=f"{JSON}; charset=utf-8")


def _refusal_of(error: Exception) -> Refusal:
    """Give what is said about an error that is no refusal; what nobody foresaw is logged under a number."""
    match error:
        case OperationalError() | InterfaceError():
            _log.warning("the database refused: %s", error)
            is_said = getattr(error.__cause__, "sqlstate", None) == _DISK_FULL
            return DiskIsFull() if is_said or _has_no_room() else DatabaseAway()
        case DataError():
            _log.warning("a value did not fit: %s", error)
            return UnusableValue()
        case MultiPartParserError() | SuspiciousOperation() | UnreadablePostError():
            return BadRequest()
        case _:
            number = secrets.token_hex(4)
            _log.error("broke down, number %s", number, exc_info=error)
            return BrokeDown(id=number)


def _has_no_room() -> bool:
    """Whether the database is ours and its disk is full: it went down then, and comes back when there is space."""
    data = Path(settings.KEDUN_DATA)
    return (data / "postgresql").exists() and is_full(data)
