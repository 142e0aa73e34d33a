"""Ways back under /api/v1."""

from ninja import Query

from kedun.accounts.api import Request, Router, language, masks
from kedun.kernel.days import to_day
from kedun.portfolio.address import CustomerCode
from kedun.portfolio.page.api import customer_of, moment_of
from kedun.portfolio.wayback.document import way_back_document
from kedun.portfolio.wayback.queries import wish
from kedun.portfolio.wayback.schemas import WayBackDocument, WayBackQuery
from kedun.scorecards.score import HUNDRED

router = Router("customers")


@router.get("/customers/{code}/way-back", response=WayBackDocument)
def customer_way_back(request: Request, code: CustomerCode, query: Query[WayBackQuery]) -> WayBackDocument:
    """Say what a customer would have to do, by when, to reach a score, and on which day; nothing is stored."""
    found, at = customer_of(request, code), moment_of(query)
    return way_back_document(
        found,
        code,
        at,
        wish(at, pay_by=None if query.pay_by is None else to_day(query.pay_by)),
        target=None if query.target is None else int(query.target * HUNDRED),
        masks=masks(request),
        language=language(request),
        names_score=query.names_score,
    )
