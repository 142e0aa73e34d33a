"""What one was told, under /api/v1."""

from ninja import Query

from kedun.accounts.api import Request, Router, language, masks, page, person, position, scope
from kedun.accounts.schemas import Page, PageQuery
from kedun.alerts.told.queries import subjects_in
from kedun.kernel.words import Language
from kedun.notify.queries import DeliveryRecord, of_person
from kedun.notify.schemas import Notification
from kedun.notify.states import STATE_WORDS
from kedun.notify.templates import headline

router = Router("notify")


@router.get("/notifications", response=Page[Notification])
def notifications(request: Request, page_query: Query[PageQuery]) -> Page[Notification]:
    """List what I was told and may still read, newest first."""
    me, spoken = person(request), language(request)
    purpose = f"notifications:{me.pk}"
    rows = of_person(
        me.pk,
        about=subjects_in(scope(request)),
        hidden=masks(request),
        after=position(page_query, purpose),
        limit=page_query.limit + 1,
    )
    return page(
        rows, page_query, purpose=purpose, key=lambda row: (row.id,), shown=lambda row: _notification(row, spoken)
    )


def _notification(row: DeliveryRecord, spoken: Language) -> Notification:
    return Notification(
        id=row.id,
        topic=row.topic,
        subject=headline(row.subject),
        path=row.path,
        state=row.state,
        state_label=STATE_WORDS[row.state].say(spoken),
        at=row.created_at,
    )
