"""What moved in the last days, under /api/v1."""

from dataclasses import dataclass

from django.http import FileResponse
from ninja import Query

from kedun.accounts.api import XLSX, Request, Router, language, log_access, masks, scope
from kedun.kernel.days import to_date
from kedun.kernel.words import Language, Words
from kedun.portfolio.change.queries import Span, span
from kedun.portfolio.lists.workbook import Origin, write
from kedun.portfolio.movements.queries import accounted, movers
from kedun.portfolio.movements.schemas import Movements, MovementsQuery
from kedun.portfolio.movements.shown import MoverLine, headings, totals
from kedun.portfolio.queries import moment
from kedun.portfolio.said import said

router = Router("portfolio")
FILE_NAME = Words("评分变动", "movements")


@dataclass(frozen=True, slots=True)
class _Found:
    """The lines that were asked for, out of those that were accounted for."""

    lines: list[MoverLine]
    accounted: int
    moved: int
    span: Span
    language: Language


@router.get("/portfolio/movements", response=Movements)
def portfolio_movements(request: Request, query: Query[MovementsQuery]) -> Movements:
    """List the customers whose score or grade moved most in the last days, and what moved each."""
    found = _found(request, query)
    old, new = found.span.old, found.span.new
    return Movements.model_validate(
        {
            "since": to_date(old.as_of),
            "as_of": to_date(new.as_of),
            "known_then": old.known_at,
            "known_at": new.known_at,
            "moved": found.moved,
            "accounted": found.accounted,
            "stands_in": sum(line.account.stands_in for line in found.lines),
            "items": [line.shown() for line in found.lines],
            "totals": list(totals(found.lines, found.language)),
            "masked": ["name"] if "names" in masks(request) else [],
        }
    )


@router.get("/portfolio/movements/export", file=XLSX)
def export_movements(request: Request, query: Query[MovementsQuery]) -> FileResponse:
    """Write the customers that moved most as a workbook."""
    found = _found(request, query)
    file = write(headings(found.language), (line.cells() for line in found.lines), _origin(found))
    log_access(request, "export_movements", f"movements?days={query.days}", len(found.lines))
    name = f"{FILE_NAME.say(found.language)}-{to_date(found.span.new.as_of).isoformat()}.xlsx"
    return FileResponse(file, as_attachment=True, filename=name, content_type=XLSX)


def _found(request: Request, query: MovementsQuery) -> _Found:
    at = moment(None)
    of = span(at.as_of - query.days, at)
    who, moved = movers(scope(request), since=of.old.as_of, on=at.as_of)
    accounts, words = accounted(who, of), said(of.new.policy, language(request))
    lines = (MoverLine(each, accounts[each.customer_id], words, masks(request)) for each in who)
    every = sorted((line for line in lines if line.has_moved), key=lambda line: -line.size)
    return _Found([line for line in every if _is_wanted(line, query)], len(who), moved, of, words.language)


def _is_wanted(line: MoverLine, query: MovementsQuery) -> bool:
    change = line.change or 0
    return (
        (query.part is None or line.most == query.part)
        and (query.direction is None or (change > 0 if query.direction == "up" else change < 0))
        and (query.grade_changed is None or query.grade_changed == (line.mover.grade != line.mover.grade_before))
    )


def _origin(found: _Found) -> Origin:
    old, new = found.span.old, found.span.new
    told = {
        Words("起始日", "Since"): to_date(old.as_of).isoformat(),
        Words("时点", "As of"): to_date(new.as_of).isoformat(),
        Words("起点批次", "Known then at batch"): str(old.known_at),
        Words("批次", "Known at batch"): str(new.known_at),
        Words("变动客户数", "Customers that moved"): str(found.moved),
        Words("行数", "Rows"): str(len(found.lines)),
    }
    return Origin([(words.say(found.language), text) for words, text in told.items()], found.language)
