"""The figures of the book under /api/v1."""

from django.http import FileResponse
from ninja import Query

from kedun.accounts.api import XLSX, Request, Router, language, log_access, masks, scope
from kedun.assessments.queries import reporting_currency
from kedun.kernel.days import to_date
from kedun.kernel.words import Words
from kedun.portfolio.figures.queries import course, found
from kedun.portfolio.figures.schemas import MONTHS, PortfolioCourse, PortfolioCourseQuery, PortfolioFigures
from kedun.portfolio.figures.shown import CourseSheet, Sheet, Tables
from kedun.portfolio.lists.shown import View
from kedun.portfolio.lists.workbook import Origin, write_tables
from kedun.portfolio.page.api import moment_of, moment_text
from kedun.portfolio.page.schemas import MomentQuery
from kedun.portfolio.queries import Moment

router = Router("portfolio")
FILE_NAME = Words("经营指标", "portfolio-figures")


@router.get("/portfolio/figures", response=PortfolioFigures)
def portfolio_figures(request: Request, query: Query[MomentQuery]) -> PortfolioFigures:
    """Show turnover, ageing, concentration and likely loss of the book within one's scope, on a day, as known at a batch."""
    at = moment_of(query)
    known = {"known_at_time": at.known_at_time, "is_past": at.is_past}
    return PortfolioFigures.model_validate({**_head(at), **known, **_sheet(request, at, query).document()})


@router.get("/portfolio/figures/course", response=PortfolioCourse)
def portfolio_course(request: Request, query: Query[PortfolioCourseQuery]) -> PortfolioCourse:
    """Show the figures of the book within one's scope at the last month-ends before a day, as known at one batch."""
    at = moment_of(query)
    return PortfolioCourse.model_validate({**_head(at), **_course_sheet(request, at, query.months).document()})


@router.get("/portfolio/figures/export", file=XLSX)
def export_portfolio_figures(request: Request, query: Query[MomentQuery]) -> FileResponse:
    """Write the figures of the book and their course as a workbook."""
    at, spoken = moment_of(query), language(request)
    told = {
        Words("时点", "As of"): to_date(at.as_of).isoformat(),
        Words("批次", "Known at batch"): str(at.known_at),
        Words("币种", "Currency"): reporting_currency(),
    }
    origin = Origin([(words.say(spoken), text) for words, text in told.items()], spoken)
    file = write_tables(Tables(_sheet(request, at, query), _course_sheet(request, at, MONTHS)).tables(), origin)
    day = to_date(at.as_of).isoformat()
    log_access(request, "export_portfolio_figures", f"portfolio:{day}", 1)
    return FileResponse(file, as_attachment=True, filename=f"{FILE_NAME.say(spoken)}-{day}.xlsx", content_type=XLSX)


def _head(at: Moment) -> dict[str, object]:
    return {"as_of": to_date(at.as_of), "known_at": at.known_at}


def _view(request: Request) -> View:
    return View(reporting_currency(), masks(request), language(request), {})


def _sheet(request: Request, at: Moment, query: MomentQuery) -> Sheet:
    return Sheet(found(scope(request), at), _view(request), moment_text(query))


def _course_sheet(request: Request, at: Moment, months: int) -> CourseSheet:
    return CourseSheet(course(scope(request), at, months=months), _view(request))
