"""notify's part of the API: what was told to whom, and what could not be sent."""

from typing import Annotated

from django.http import HttpRequest
from ninja import Path, Query

from kedun.accounts.api import Router, actor, language, page, position
from kedun.accounts.schemas import Id, Page, PageQuery
from kedun.kernel.words import Language
from kedun.notify import actions, queries
from kedun.notify.queries import DeliveryRecord
from kedun.notify.refusals import DeliveryNotFound
from kedun.notify.schemas import DeliveriesQuery, DeliveryDocument, DeliveryRow
from kedun.notify.states import STATE_WORDS

router = Router("notify")


@router.get("/deliveries", response=Page[DeliveryRow])
def deliveries(
    request: HttpRequest, filters: Query[DeliveriesQuery], page_query: Query[PageQuery]
) -> Page[DeliveryRow]:
    """Everything that was told or could not be, newest first."""
    spoken, states = language(request), sorted(set(filters.state))
    purpose = f"deliveries:{','.join(states)}"
    rows = queries.deliveries(states=states, after=position(page_query, purpose), limit=page_query.limit + 1)
    return page(rows, page_query, purpose=purpose, key=lambda row: (row.id,), shown=lambda row: _row(row, spoken))


@router.post("/deliveries/{delivery_id}/retry", response=DeliveryDocument)
def retry_delivery(request: HttpRequest, delivery_id: Annotated[Id, Path()]) -> DeliveryDocument:
    """Try a dead delivery anew."""
    has_mail = queries.mail_server() is not None
    actions.retry(delivery_id, actor=actor(request), has_mail=has_mail)
    found = queries.delivery(delivery_id)
    if found is None:
        raise DeliveryNotFound(delivery_id=delivery_id)
    return DeliveryDocument(**_row(found, language(request)).model_dump())


def _row(row: DeliveryRecord, spoken: Language) -> DeliveryRow:
    return DeliveryRow(
        id=row.id,
        to=row.to,
        topic=row.topic,
        subject=row.subject,
        state=row.state,
        state_label=STATE_WORDS[row.state].say(spoken),
        attempts=row.attempts,
        next_try_at=row.next_try_at,
        error=row.error or None,
        created_at=row.created_at,
        sent_at=row.sent_at,
    )
