"""What is no API: the front end for every other address, the program's health, and the pages for failures."""

import logging
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from threading import Lock
from time import monotonic

from django.conf import settings
from django.db import Error, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt

from kedun.accounts.door.api import problem
from kedun.accounts.refusals import BadRequest, BrokeDown, CsrfMissing, MethodNotAllowed, NoSuchAddress
from kedun.kernel.refusals import Unavailable
from kedun.pipeline.queries import events

ALIVE_SECONDS = 30
LOOK_SECONDS = 1.0
LOOPBACK = frozenset({"127.0.0.1", "::1"})
_WORKERS = """
    SELECT count(*) FILTER (WHERE last_heartbeat > now() - make_interval(secs => %s)), max(last_heartbeat)
    FROM procrastinate_workers
"""

_log = logging.getLogger(__name__)


class FrontEndMissing(Unavailable):
    """The front end has not been built; the API works at /api/v1."""

    zh = "前端尚未构建；接口可在 /api/v1 使用。"


@cache
def _index(folder: Path) -> bytes | None:
    place = folder / "index.html"
    return place.read_bytes() if place.is_file() else None


@csrf_exempt
def front_end(request: HttpRequest, **_: str) -> HttpResponse:
    """Give the front end's page: the browser finds the way inside it by the address."""
    if request.method not in ("GET", "HEAD"):
        refused = problem(request, MethodNotAllowed(method=request.method))
        refused["Allow"] = "GET, HEAD"
        return refused
    found = _index(settings.WEB_DIST)
    if found is None:
        return problem(request, FrontEndMissing())
    response = HttpResponse(found, content_type="text/html; charset=utf-8")
    response["Cache-Control"] = "no-cache"
    return response


@csrf_exempt
def nothing_here(request: HttpRequest, **_: str) -> HttpResponse:
    """Say that there is nothing at the address."""
    return problem(request, NoSuchAddress())


def health(request: HttpRequest) -> HttpResponse:
    """Tell whether the database answers, workers and the event process live; 503 when the database does not answer.

    Anybody may ask, so the database is asked once a second at most, and only who asks from this machine, or administers
    it, is told more than one word.
    """
    told = _last_look.told()
    is_down = told["status"] == "down"
    shown = told if not is_down and _may_know_more(request) else {name: told[name] for name in ("format", "status")}
    return JsonResponse(shown, status=503 if is_down else 200)


def _may_know_more(request: HttpRequest) -> bool:
    is_forwarded = "X-Forwarded-For" in request.headers or "Forwarded" in request.headers
    if request.META.get("REMOTE_ADDR") in LOOPBACK and not is_forwarded:
        return True
    return settings.SESSION_COOKIE_NAME in request.COOKIES and getattr(request.user, "role", "") == "administrator"


@dataclass
class _LastLook:
    """What was seen when it was last looked; good for a second."""

    seen: Mapping[str, object] = field(default_factory=dict)
    until: float = 0.0
    lock: Lock = field(default_factory=Lock)

    def told(self) -> Mapping[str, object]:
        with self.lock:
            if monotonic() >= self.until:
                self.seen, self.until = _look(), monotonic() + LOOK_SECONDS
            return self.seen


_last_look = _LastLook()


def _look() -> Mapping[str, object]:
    try:
        with connection.cursor() as cursor:
            cursor.execute(_WORKERS, [ALIVE_SECONDS])
            workers, seen = cursor.fetchone() or (0, None)
        listening = events()
    except Error as error:
        _log.warning("the database does not answer: %s", error)
        return {"format": 1, "status": "down"}
    told: dict[str, object] = {
        "workers": workers,
        "workers_seen": seen.isoformat().replace("+00:00", "Z") if seen else None,
    }
    told |= {"events_heard_seconds": listening.heard_ago, "waiting_seconds": listening.waiting}
    alive = workers and listening.heard_ago is not None and listening.heard_ago < ALIVE_SECONDS
    return {"format": 1, "status": "ok" if alive else "degraded", "database": True, **told}


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Refuse a form that another site could have sent."""
    _log.info("refused for its CSRF token: %s", reason)
    return problem(request, CsrfMissing())


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Refuse what the framework could not read."""
    _log.info("refused: %s", exception)
    return problem(request, BadRequest())


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that there is nothing at the address."""
    _log.debug("not found: %s", exception)
    return problem(request, NoSuchAddress())


def broke_down(request: HttpRequest) -> HttpResponse:
    """Say that something went wrong, with the number it is logged under."""
    number = secrets.token_hex(4)
    _log.error("broke down outside the API, number %s", number)
    return problem(request, BrokeDown(id=number))
