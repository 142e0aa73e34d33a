"""What accounts does by itself: links the audit trail, anchors it, clears away what has served its time."""

import logging
from pathlib import Path

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import connection
from procrastinate.contrib.django import app

from kedun.accounts.chain import store as chain
from kedun.accounts.chain.actions import anchor
from kedun.accounts.store import forget_old
from kedun.kernel.clock import clock

CLEAR_AWAY = "accounts.clear_away"
LINK_AUDIT = "accounts.link_audit"
ANCHOR_AUDIT = "accounts.anchor_audit"

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


@app.periodic(cron="* * * * * */5")
@app.task(name=LINK_AUDIT, queue="maintenance", queueing_lock=LINK_AUDIT)
def link_audit(timestamp: int) -> None:
    """Add what was written since to the chain of the audit trail."""
    chain.extend(everything=False)


@app.periodic(cron="52 * * * *")
@app.task(name=ANCHOR_AUDIT, queue="maintenance", queueing_lock=ANCHOR_AUDIT)
def anchor_audit(timestamp: int) -> None:
    """Link whatever is left, then note the head of the chain outside the database."""
    while chain.extend(everything=True):
        pass
    anchor(Path(settings.KEDUN_DATA), at=clock().now())
