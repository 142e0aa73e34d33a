"""What can be asked of notify: what a person was told, what could not be sent, and how mail leaves."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from django.conf import settings
from django.db.models import Q, QuerySet

from kedun.accounts.company.queries import mail
from kedun.accounts.rights import Mask
from kedun.kernel.pages import Key
from kedun.notify.actions import DIGEST
from kedun.notify.channel import Smtp
from kedun.notify.models import Delivery
from kedun.notify.notices import REPORT
from kedun.notify.states import State
from kedun.notify.store import path_of

MOST_ROWS = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryRecord:
    """One delivery; `to` names the person, or is the company's own address."""

    id: int
    person_id: int | None
    to: str
    topic: str
    subject: str
    path: str
    subject_of: str
    state: State
    attempts: int
    next_try_at: datetime | None
    error: str
    created_at: datetime
    sent_at: datetime | None


def mail_server() -> Smtp | None:
    """Give the way out for mail; None where no server is set up."""
    found = mail()
    return Smtp(found.server, found.sender) if found.server else None


def site() -> str:
    """Give the address that people use for this installation; "" where none is stated."""
    return str(settings.KEDUN_URL)


def of_person(
    person_id: int,
    *,
    about: QuerySet[Any] | None = None,
    hidden: Collection[Mask] = (),
    after: Key | None = None,
    limit: int = 50,
) -> tuple[DeliveryRecord, ...]:
    """Give what a person was told, newest first, without the digests that only repeat it.

    `about`: of these subjects only, and of reports; of all where none are named. `hidden`: only what was written with these masks.
    """
    rows = Delivery.objects.filter(person_id=person_id).exclude(topic=DIGEST)
    if about is not None:
        rows = rows.filter(Q(subject_of__in=about) | Q(subject_of__startswith=REPORT))
    for mask in hidden:
        rows = rows.filter(masks__contains=mask)
    return _page(rows.order_by("-id"), after, limit)


def deliveries(
    *, states: Collection[State] = (), after: Key | None = None, limit: int = 50
) -> tuple[DeliveryRecord, ...]:
    """Give all deliveries in some states (none named: in any), newest first."""
    rows = Delivery.objects.filter(state__in=states) if states else Delivery.objects.all()
    return _page(rows.order_by("-id"), after, limit)


def delivery(delivery_id: int) -> DeliveryRecord | None:
    """Give one delivery."""
    row = Delivery.objects.select_related("person").filter(id=delivery_id).first()
    return None if row is None else _record(row)


def told_of(subject_of: str, topic: str) -> tuple[DeliveryRecord, ...]:
    """Give who was told something about a subject."""
    rows = Delivery.objects.filter(subject_of=subject_of, topic=topic).select_related("person")
    return tuple(_record(row) for row in rows.order_by("id")[:MOST_ROWS])


def receivers_of(subjects: Collection[str], topic: str) -> Mapping[str, Mapping[int, State]]:
    """Give the people who were told something about each of some subjects, with the state of that delivery."""
    rows = Delivery.objects.filter(subject_of__in=subjects, topic=topic, person__isnull=False).order_by("id")
    found: dict[str, dict[int, State]] = {subject: {} for subject in subjects}
    for subject, person, state in rows.values_list("subject_of", "person", "state"):
        assert person is not None, "only deliveries to people were asked for"
        found[subject][person] = cast("State", state)
    return found


def _page(rows: QuerySet[Delivery], after: Key | None, limit: int) -> tuple[DeliveryRecord, ...]:
    here = rows if after is None else rows.filter(id__lt=after[0])
    return tuple(_record(row) for row in here.select_related("person")[: min(limit, MOST_ROWS)])


def _record(row: Delivery) -> DeliveryRecord:
    return DeliveryRecord(
        id=row.id,
        person_id=row.person_id,
        to=row.person.name if row.person else row.address,
        topic=row.topic,
        subject=row.subject,
        path=path_of(row.subject_of),
        subject_of=row.subject_of,
        state=cast("State", row.state),
        attempts=row.attempts,
        next_try_at=row.next_try_at,
        error=row.error,
        created_at=row.created_at,
        sent_at=row.sent_at,
    )
