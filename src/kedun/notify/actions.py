"""What notify does: keeping what people are to be told, gathering digests, sending, trying again."""

import logging
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from typing import cast

from django.db import transaction

from kedun.accounts import actions as accounts
from kedun.accounts.company.queries import calendar
from kedun.accounts.models import Person
from kedun.accounts.refusals import MailNotSetUp
from kedun.accounts.rights import Mask, rights
from kedun.accounts.roles import Notify
from kedun.kernel.clock import Clock, clock
from kedun.kernel.hashing import Json
from kedun.kernel.words import Language
from kedun.notify import store
from kedun.notify.channel import Channel
from kedun.notify.models import Delivery
from kedun.notify.notices import DigestItem, Written
from kedun.notify.refusals import DeliveryNotFound, NotDead
from kedun.notify.templates import write_digest
from kedun.notify.timing import LEASE, digest_boundary, next_try

BURST = 5
"""More notices than these to one person within CALM come as one mail."""

CALM = timedelta(minutes=2)

MOST_MAILS = 200
"""Mails that one round of sending takes."""

MOST_FAILURES = 3
"""After so many failures in a row the server itself seems to be the trouble, and the round ends."""

ROUND = timedelta(seconds=50)
KEPT = timedelta(days=730)
"""So long people see what they were told, and administrators what was sent."""

MOST_CLEARED = 100_000
"""Deliveries that are cleared away at a time."""

DIGEST = "digest"

MayRead = Callable[[Person, Collection[str]], Collection[str]]
"""Gives those of some subjects that a person may read of now: rights may be lost after something was written."""

_log = logging.getLogger(__name__)


def everything(_person: Person, subjects: Collection[str]) -> Collection[str]:
    """Let everybody read of everything."""
    return subjects


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One thing to tell somebody; `person_id` None: the company's own `address`. `masks`: what is hidden in it."""

    person_id: int | None
    address: str = ""
    notify: Notify
    language: Language
    topic: str
    key: str
    subject_of: str
    gravity: int
    written: Written
    masks: frozenset[Mask] = frozenset()


def tell(everything: Sequence[Told], *, has_mail: bool, at: datetime) -> int:
    """Keep what is to be told, in the caller's transaction; what was kept before is passed over. Gives how many are new.

    At once, or held for the morning's digest, or shown in the application only, as each person wishes. What would be
    many mails at once is held for some minutes and comes as one.
    """
    new = store.insert([_row(each, has_mail=has_mail, at=at) for each in everything])
    mails = [row for row in new if row.state == "waiting"]
    before = store.recent({_receiver(row) for row in mails}, at - CALM) if mails else {}
    for receiver, rows in _by_receiver(mails):
        if before[receiver] > BURST:
            held = [row.id for row in rows]
            Delivery.objects.filter(id__in=held).update(state="held", next_try_at=at + CALM)
    return len(new)


def _row(told: Told, *, has_mail: bool, at: datetime) -> Delivery:
    state = "quiet" if told.notify == "off" or not has_mail else "held" if told.notify == "digest" else "waiting"
    return Delivery(
        person_id=told.person_id,
        address=told.address,
        topic=told.topic,
        key=told.key,
        subject_of=told.subject_of,
        masks=" ".join(sorted(told.masks)),
        gravity=told.gravity,
        language=told.language,
        subject=told.written.subject,
        body=told.written.body,
        state=state,
        next_try_at=at if state == "waiting" else None,
        created_at=at,
    )


def hush(subjects: Collection[str], topic: str) -> int:
    """Let what is still held for a digest about some subjects be shown in the application only; gives how many."""
    held = Delivery.objects.filter(subject_of__in=subjects, topic=topic, state="held")
    return held.update(state="quiet", next_try_at=None)


def gather_digests(*, site: str, may_read: MayRead = everything, by_clock: Clock | None = None) -> int:
    """Write one mail to each person of what was held for them and they may still read; gives how many mails.

    That is what was held until half past eight of the last day that was worked, and what came in a burst, once the first of it has waited
    some minutes.
    """
    now = (by_clock or clock()).now()
    written = 0
    with transaction.atomic():
        held = store.held(digest_boundary(now, is_worked=calendar().is_worked))
        bursts = [row for row in held if row.next_try_at is not None]
        for _, rows in _by_receiver([row for row in held if row.next_try_at is None]):
            written += _gather(_still_told(rows, may_read), site=site, at=now)
        for _, rows in _by_receiver(bursts):
            if any(row.next_try_at is not None and row.next_try_at <= now for row in rows):
                written += _gather(_still_told(rows, may_read), site=site, at=now, is_burst=True)
    return written


def _still_told(rows: Sequence[Delivery], may_read: MayRead) -> list[Delivery]:
    """Keep of what is for one receiver that which they may still read as it is written; the rest goes to nobody."""
    person = rows[0].person
    if person is None:
        return list(rows)
    hidden = rights().hidden_from(person.role)
    readable = may_read(person, {row.subject_of for row in rows})
    kept = [row for row in rows if row.subject_of in readable and hidden <= set(row.masks.split())]
    store.mark_quiet({row.id for row in rows} - {row.id for row in kept})
    return kept


def _by_receiver(rows: Iterable[Delivery]) -> list[tuple[store.Receiver, list[Delivery]]]:
    return [(who, list(group)) for who, group in groupby(sorted(rows, key=_receiver), key=_receiver)]


def _receiver(row: Delivery) -> store.Receiver:
    return row.person_id or 0, row.address


def _gather(rows: Sequence[Delivery], *, site: str, at: datetime, is_burst: bool = False) -> bool:
    if not rows:
        return False
    first = rows[0]
    graver_first = sorted(rows, key=lambda row: (-row.gravity, row.id))
    items = [DigestItem(row.subject, store.path_of(row.subject_of)) for row in graver_first]
    language = cast("Language", first.person.language if first.person else first.language)
    written = write_digest(items, language=language, site=site, is_burst=is_burst)
    digest = Delivery.objects.create(
        person_id=first.person_id,
        address=first.address,
        topic=DIGEST,
        key=f"{DIGEST}:{first.person_id or first.address}:{max(row.id for row in rows)}",
        language=language,
        subject=written.subject,
        body=written.body,
        gravity=graver_first[0].gravity,
        state="waiting",
        next_try_at=at,
        created_at=at,
    )
    ids = [row.id for row in rows]
    Delivery.objects.filter(id__in=ids).update(state="gathered", digest=digest, next_try_at=None)
    return True


@dataclass(frozen=True, slots=True)
class Round:
    """What one round of sending did."""

    sent: int = 0
    failed: int = 0
    dead: int = 0


def send_waiting(channel: Channel, *, may_read: MayRead = everything, by_clock: Clock | None = None) -> Round:
    """Send what is due, one after the other, none of it inside a transaction; safe to be killed at any line.

    A mail is taken for some minutes before it is sent and marked after it was: a sender that dies in between leaves
    one mail that may be sent twice, and none that is lost.
    """
    used = by_clock or clock()
    started, sent, failed, dead, in_a_row = used.now(), 0, 0, 0, 0
    for _ in range(MOST_MAILS):
        if in_a_row >= MOST_FAILURES or used.now() - started > ROUND:
            break
        taken = store.claim(now=used.now(), lease=LEASE)
        if taken is None:
            break
        error = _send(channel, taken, may_read)
        in_a_row = in_a_row + 1 if error else 0
        if error is None:
            continue
        if error == "":
            store.mark_sent(taken.id, at=used.now())
            sent += 1
        else:
            failed += 1
            dead += _failed(taken, error, at=used.now())
    return Round(sent, failed, dead)


def _send(channel: Channel, taken: store.Taken, may_read: MayRead) -> str | None:
    """Send one mail; gives "" or the error, None where there is nobody to send it to any more."""
    if not taken.address:
        store.mark_quiet([taken.id])
        return None
    with transaction.atomic():
        told = store.told_in(taken.id)
        if len(_still_told(told, may_read)) < len(told):
            store.take_apart(taken.id)
            return None
    return channel.send(Written(taken.subject, taken.body), to=taken.address, mark=taken.mark)


def _failed(taken: store.Taken, error: str, *, at: datetime) -> bool:
    """Note a failed attempt; after the last one the delivery is dead and the audit says so."""
    again = next_try(taken.attempts, at)
    with transaction.atomic():
        store.mark_failed(taken.id, error, again)
        if again is None:
            told: Mapping[str, Json] = {"attempts": taken.attempts, "error": error, "topic": taken.topic}
            accounts.record("notify", "delivery.dead", told, subject=f"delivery:{taken.id}", at=at)
            _log.warning("delivery %s is given up after %s attempts: %s", taken.id, taken.attempts, error)
    return again is None


@transaction.atomic
def retry(delivery_id: int, *, actor: str, has_mail: bool, by_clock: Clock | None = None) -> None:
    """Try a dead delivery anew, from the first attempt.

    Raises: DeliveryNotFound, NotDead, MailNotSetUp.
    """
    now = (by_clock or clock()).now()
    row = Delivery.objects.select_for_update().filter(id=delivery_id).first()
    if row is None:
        raise DeliveryNotFound(delivery_id=delivery_id)
    if row.state != "dead":
        raise NotDead(delivery_id=delivery_id)
    if not has_mail:
        raise MailNotSetUp()
    Delivery.objects.filter(id=delivery_id).update(state="waiting", attempts=0, next_try_at=now)
    accounts.record(actor, "delivery.retry", {"error": row.error}, subject=f"delivery:{delivery_id}", at=now)


def clear_away(*, now: datetime) -> int:
    """Clear away deliveries that were over long ago; gives how many. What waits or is held stays."""
    return store.clear_away(before=now - KEPT, most=MOST_CLEARED)
