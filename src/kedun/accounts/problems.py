"""How a refusal is said over HTTP: its status and its document."""

from collections.abc import Mapping, Sequence
from typing import Final

from kedun.accounts import refusals
from kedun.accounts.refusals import FieldError
from kedun.kernel.hashing import Json
from kedun.kernel.refusals import Conflict, Forbidden, Invalid, NotFound, Refusal, Unavailable
from kedun.kernel.words import Language

CONTENT_TYPE: Final = "application/problem+json"
STATUSES: Mapping[type[Refusal], int] = {
    refusals.BadJson: 400,
    refusals.BadRequest: 400,
    refusals.NotLoggedIn: 401,
    refusals.MethodNotAllowed: 405,
    refusals.BodyTooLarge: 413,
    refusals.WrongContentType: 415,
    refusals.TooManyRequests: 429,
    refusals.BrokeDown: 500,
    Invalid: 422,
    Forbidden: 403,
    NotFound: 404,
    Conflict: 409,
    Unavailable: 503,
}
RETRY_SECONDS: Final = 5


def status_of(refusal: Refusal) -> int:
    """Give the HTTP status of a refusal: its own, else that of its base."""
    return next((STATUSES[kind] for kind in type(refusal).__mro__ if kind in STATUSES), 422)


def document(refusal: Refusal, language: Language) -> Mapping[str, Json]:
    """Give the problem document of a refusal."""
    fields: Sequence[FieldError] = getattr(refusal, "fields", ())
    return {
        "format": 1,
        "code": refusal.code(),
        "message": refusal.say(language),
        "message_en": refusal.say("en"),
        "params": dict(refusal.params),
        "fields": [{"field": each.field, "code": each.code, "message": each.words.say(language)} for each in fields],
    }


def headers(refusal: Refusal) -> Mapping[str, str]:
    """Give the headers a refusal needs: when to try again, how to log in."""
    match status_of(refusal):
        case 429:
            return {"Retry-After": str(refusal.params.get("seconds", RETRY_SECONDS))}
        case 503:
            return {"Retry-After": str(RETRY_SECONDS)}
        case 401:
            return {"WWW-Authenticate": "Bearer"}
        case _:
            return {}
