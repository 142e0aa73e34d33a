"""Telling of requests: who is asked to decide, and whoever asked, each become one delivery.

outbox (asked, decided, not in force, taken back) ─► those who may vote now, or whoever asked ─► notify
"""

from collections.abc import Iterator
from typing import Final

from kedun.facts.masking import Masks
from kedun.kernel.clock import Clock, today
from kedun.kernel.days import Day
from kedun.notify.actions import Told, tell
from kedun.notify.notices import ApprovalNotice
from kedun.notify.queries import mail_server, site
from kedun.notify.store import path_of
from kedun.notify.templates import write_approval
from kedun.outbox.actions import taken
from kedun.outbox.queries import Waiting
from kedun.pipeline.requests.queries import TOPICS, news

MOST = 100
"""Messages dealt with in one transaction."""

NAMES_NOBODY: Final[Masks] = frozenset({"names", "contacts", "amounts"})
"""A mail about a request names no customer and no amount."""

GRAVITY = 2
"""Among the notices of a digest a decision that somebody waits for stands with alerts of medium severity."""


def tell_of_approvals(*, clock: Clock) -> int:
    """Tell of the requests that wait in the outbox; safe to repeat and to be killed at any line. Gives how many are new."""
    at, on = clock.now(), today(clock)
    with taken(TOPICS, MOST, at=at) as messages:
        everything = [told for message in messages for told in _of(message, on)]
        return tell(everything, has_mail=mail_server() is not None, at=at)


def _of(message: Waiting, on: Day) -> Iterator[Told]:
    found = news(message, on)
    if found is None:
        return
    path = path_of(found.subject)
    for each in found.to:
        title = found.title.say(each.language)
        notice = ApprovalNotice(kind=found.kind, title=title, by=found.by, why=found.why, path=path)
        yield Told(
            person_id=each.id,
            notify=each.notify,
            language=each.language,
            topic=message.topic,
            key=f"{message.topic}:{message.key}:{each.id}",
            subject_of=found.subject,
            gravity=GRAVITY,
            written=write_approval(notice, language=each.language, site=site()),
            masks=NAMES_NOBODY,
        )
