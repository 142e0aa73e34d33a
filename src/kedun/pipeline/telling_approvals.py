"""Telling of requests: who is asked to decide, and whoever asked, each become one delivery.

outbox (asked, decided, not in force, taken back) ─► those who may vote now, or whoever asked ─► notify
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, cast

from kedun.accounts.models import Person
from kedun.accounts.roles import Notify
from kedun.approvals.actions import ASKED, OUTCOME
from kedun.approvals.models import Request, Vote
from kedun.approvals.queries import possible_voters
from kedun.definitions.changes.actions import CANCELLED, OUTDATED
from kedun.definitions.models import ChangeSet
from kedun.facts.masking import Masks
from kedun.kernel.clock import Clock, today
from kedun.kernel.days import Day
from kedun.kernel.words import Language
from kedun.notify.actions import Told, tell
from kedun.notify.notices import CHANGE, REQUEST, ApprovalKind, ApprovalNotice
from kedun.notify.queries import mail_server, site
from kedun.notify.store import path_of
from kedun.notify.templates import write_approval
from kedun.outbox.actions import taken
from kedun.outbox.queries import Waiting

MOST = 100
"""Messages dealt with in one transaction."""

NAMES_NOBODY: Final[Masks] = frozenset({"names", "contacts", "amounts"})
"""A mail about a request names no customer and no amount."""

GRAVITY = 2
"""Among the notices of a digest a decision that somebody waits for stands with alerts of medium severity."""


def tell_of_approvals(*, clock: Clock) -> int:
    """Tell of the requests that wait in the outbox; safe to repeat and to be killed at any line. Gives how many are new."""
    at, on = clock.now(), today(clock)
    with taken(tuple(_TELLING), MOST, at=at) as messages:
        everything = [told for message in messages for told in _TELLING[message.topic](message, on)]
        return tell(everything, has_mail=mail_server() is not None, at=at)


def _asked(message: Waiting, on: Day) -> Iterator[Told]:
    """Tell everybody who may vote now; of a request that is decided meanwhile nobody is told."""
    found = _request(message)
    if found is not None:
        yield from _told(message, possible_voters(found, on=on), "asked", found, by=found.maker.name, why=found.reason)


def _outcome(message: Waiting, _on: Day) -> Iterator[Told]:
    """Tell whoever asked what was decided, and the words of the last vote."""
    found = _request(message)
    last = Vote.objects.select_related("person").filter(request=found).order_by("id").last()
    if found is not None and last is not None:
        kind: ApprovalKind = "approved" if found.state == "approved" else "refused"
        yield from _told(message, (found.maker,), kind, found, by=last.person.name, why=last.note)


def _outdated(message: Waiting, _on: Day) -> Iterator[Told]:
    found = _change(message)
    if found is not None:
        yield from _told(message, (found.maker,), "outdated", found)


def _cancelled(message: Waiting, _on: Day) -> Iterator[Told]:
    """Tell whoever made a change that another took it back."""
    found = _change(message)
    by = Person.objects.filter(pk=_payload(message)["by"]).first()
    if found is not None and by is not None and by.pk != found.maker_id:
        why = str(_payload(message)["reason"])
        yield from _told(message, (found.maker,), "cancelled", found, by=by.name, why=why)


_TELLING: Final[Mapping[str, Callable[[Waiting, Day], Iterator[Told]]]] = {
    ASKED: _asked,
    OUTCOME: _outcome,
    OUTDATED: _outdated,
    CANCELLED: _cancelled,
}


def _told(
    message: Waiting,
    people: Iterable[Person],
    kind: ApprovalKind,
    of: Request | ChangeSet,
    *,
    by: str = "",
    why: str = "",
) -> Iterator[Told]:
    subject = f"{REQUEST if isinstance(of, Request) else CHANGE}{of.pk}"
    for each in people:
        if not each.is_active:
            continue
        language = cast("Language", each.language)
        notice = ApprovalNotice(kind=kind, title=_title(of, language), by=by, why=why, path=path_of(subject))
        yield Told(
            person_id=each.pk,
            notify=cast("Notify", each.notify),
            language=language,
            topic=message.topic,
            key=f"{message.topic}:{message.key}:{each.pk}",
            subject_of=subject,
            gravity=GRAVITY,
            written=write_approval(notice, language=language, site=site()),
            masks=NAMES_NOBODY,
        )


def _title(of: Request | ChangeSet, language: Language) -> str:
    if isinstance(of, ChangeSet):
        return of.title
    title = of.shown.get("title")
    return str(title[language]) if isinstance(title, dict) else of.action


def _request(message: Waiting) -> Request | None:
    return Request.objects.select_related("maker").filter(pk=_payload(message)["request"]).first()


def _change(message: Waiting) -> ChangeSet | None:
    return ChangeSet.objects.select_related("maker").filter(pk=_payload(message)["change"]).first()


def _payload(message: Waiting) -> Mapping[str, str | int]:
    return cast("Mapping[str, str | int]", message.payload)
