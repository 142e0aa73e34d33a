"""What accounts clears away by itself: old answers, ended sessions, counters of attempts."""

import logging

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import connection
from procrastinate.contrib.django import app

from kedun.accounts.store import forget_old
from kedun.kernel.clock import clock

CLEAR_AWAY = "accounts.clear_away"

_log = logging.getLogger(__name__)


@app.periodic(cron="41 * * * *")
@app.task(name=CLEAR_AWAY, queue="maintenance", queueing_lock=CLEAR_AWAY)
def clear_away(timestamp: int) -> None:
    """Delete what has served its time; run twice, it finds nothing more."""
    now = clock().now()
    answers = forget_old(at=now)
    ended, _ = Session.objects.filter(expire_date__lt=now).delete()
    UserSession.objects.exclude(session_key__in=Session.objects.values("session_key")).delete()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM accounts_cache WHERE expires < %s", [now])
    _log.info("cleared away %s answers and %s sessions", answers, ended)
