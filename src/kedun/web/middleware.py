"""Around every request: what browsers may do with our answers, size limits, and refusals as problem documents."""

from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Final

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from kedun.accounts.door.api import answer_error, problem
from kedun.accounts.problems import CONTENT_TYPE
from kedun.accounts.refusals import BodyTooLarge, MethodNotAllowed, NoSuchAddress

Next = Callable[[HttpRequest], HttpResponseBase]
API: Final = "/api/"
LOG_IN: Final = "/_allauth/"
LOG_IN_BODY_LIMIT: Final = 64 * 1024
RETRY_LOG_IN_SECONDS: Final = 60

# Styles are set by script (antd), so inline ones are allowed; scripts are ours only.
POLICY: Final = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
ONE_YEAR: Final = "max-age=31536000; includeSubDomains"


def protect(get_response: Next) -> Next:
    """Say on every answer what browsers may do with it; what the API answers is never kept by anybody."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if settings.IS_HTTPS:
            response.headers["Strict-Transport-Security"] = ONE_YEAR
        if request.path.startswith((API, LOG_IN)):
            response.headers["Cache-Control"] = "no-store"
        return response

    return middleware


def explain(get_response: Next) -> Next:
    """Answer refusals of the framework as problem documents; limit what may be sent to the log-in addresses."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        is_log_in = request.path.startswith(LOG_IN)
        if is_log_in and int(request.META.get("CONTENT_LENGTH") or 0) > LOG_IN_BODY_LIMIT:
            return problem(request, BodyTooLarge(most=LOG_IN_BODY_LIMIT))
        response = get_response(request)
        if request.path.startswith(API):
            return _explained(request, response)
        if is_log_in and response.status_code == HTTPStatus.TOO_MANY_REQUESTS:
            response.headers.setdefault("Retry-After", str(RETRY_LOG_IN_SECONDS))
        return response

    def process_exception(request: HttpRequest, error: Exception) -> HttpResponseBase | None:
        return answer_error(request, error) if isinstance(error, OperationalError | InterfaceError) else None

    middleware.process_exception = process_exception  # type: ignore[attr-defined]
    return middleware


def _explained(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """Give the problem document for an answer of the framework that is none."""
    if response.headers.get("Content-Type") == CONTENT_TYPE:
        return response
    match response.status_code:
        case HTTPStatus.NOT_FOUND:
            return problem(request, NoSuchAddress())
        case HTTPStatus.METHOD_NOT_ALLOWED:
            told = problem(request, MethodNotAllowed(method=request.method))
            told["Allow"] = response.headers.get("Allow", "")
            return told
        case _:
            return response
