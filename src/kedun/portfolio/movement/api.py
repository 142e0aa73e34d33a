"""Monthly reports under /api/v1."""

from dataclasses import dataclass
from datetime import date
from typing import IO, Any, Final

from django.http import FileResponse
from ninja import Query

from kedun.accounts.api import XLSX, Request, Router, language, log_access, masks, page, position, scope
from kedun.assessments.queries import live_policy, reporting_currency
from kedun.facts.masking import shown_name
from kedun.kernel.days import Day, to_date, to_day
from kedun.kernel.words import Words
from kedun.portfolio.lists.shown import View, points, units
from kedun.portfolio.lists.workbook import MOST_ROWS, Cell, Heading, Origin, write
from kedun.portfolio.models import MovementLine, MovementReport
from kedun.portfolio.movement import queries
from kedun.portfolio.movement.schemas import (
    MovementCustomer,
    MovementDocument,
    MovementList,
    MovementPage,
    MovementQuery,
)
from kedun.portfolio.queries import today_here
from kedun.portfolio.refusals import NoReport
from kedun.portfolio.said import Said, said

AMOUNTS: Final = ("receivable", "receivable_before", "overdue", "overdue_before")
NEW, NEW_WORDS = "new", Words("此前未知", "Not known before")
"""Stands for the grade of customers nobody knew at the month-end before."""
HEADINGS = (
    (Words("客户编码", "Customer code"), "text"),
    (Words("客户", "Customer"), "text"),
    (Words("上月等级", "Grade before"), "text"),
    (Words("等级", "Grade"), "text"),
    (Words("上月评分", "Score before"), "number"),
    (Words("评分", "Score"), "number"),
    (Words("上月应收", "Receivable before"), "amount"),
    (Words("应收", "Receivable"), "amount"),
    (Words("上月逾期", "Overdue before"), "amount"),
    (Words("逾期", "Overdue"), "amount"),
)
ABOUT = (Words("截至", "As of"), Words("对比", "Against"), Words("生成时间", "Made at"))

router = Router("portfolio")


@router.get("/movements", response=MovementList)
def movements(request: Request) -> MovementList:
    """List the monthly reports that are kept."""
    items = [
        {"as_of": to_date(each.as_of), "before": to_date(each.before), "made_at": each.made_at}
        for each in queries.reports()
    ]
    return MovementList.model_validate({"items": items})


@router.get("/movements/{as_of}", response=MovementDocument)
def movement(request: Request, as_of: date) -> MovementDocument:
    """Show who moved in a month: from which grade to which, how far, and what became of the book."""
    here = _Here.of(request, as_of)
    rows = queries.lines(here.report, scope(request), here.on)
    cells = queries.matrix(rows)
    sums = queries.totals(rows)
    return MovementDocument.model_validate(
        {
            "as_of": to_date(here.report.as_of),
            "before": to_date(here.report.before),
            "made_at": here.report.made_at,
            "known_at": here.report.known_batch,
            "customers": sums.customers,
            "moved": sum(each.customers for each in cells if each.grade_before not in ("", each.grade)),
            "receivable": here.figure(sums.receivable_minor, sums.receivable_before_minor),
            "overdue": here.figure(sums.overdue_minor, sums.overdue_before_minor),
            "matrix": [here.cell(each) for each in cells],
            "fell": [here.customer(each) for each in queries.biggest(rows, "fell")],
            "rose": [here.customer(each) for each in queries.biggest(rows, "rose")],
            "alerts": [
                {"rule": each.rule, "label": here.said.rule(each.rule), "opened": each.opened, "closed": each.closed}
                for each in queries.alerts(here.report, scope(request), here.on)
            ],
            "currency": here.view.currency,
            "masked": here.masked,
        }
    )


@router.get("/movements/{as_of}/customers", response=MovementPage)
def movement_customers(request: Request, as_of: date, query: Query[MovementQuery]) -> MovementPage:
    """List the customers of a report, all or those of one way from grade to grade."""
    here = _Here.of(request, as_of)
    rows = queries.lines(here.report, scope(request), here.on).select_related("customer").order_by("customer__code")
    if query.before is not None:
        rows = rows.filter(grade_before="" if query.before == NEW else query.before)
    if query.after is not None:
        rows = rows.filter(grade=query.after)
    purpose = f"movement {as_of} {query.before} {query.after}"
    after = position(query, purpose)
    total = rows.count() if after is None else None
    if after is not None:
        rows = rows.filter(customer__code__gt=str(after[0]))
    made = page(
        list(rows[: query.limit + 1]),
        query,
        purpose=purpose,
        key=lambda each: (each.customer.code,),
        shown=lambda each: MovementCustomer.model_validate(here.customer(each)),
        total=total,
    )
    return MovementPage(**dict(made), currency=here.view.currency, masked=here.masked)


@router.get("/movements/{as_of}/export", file=XLSX)
def export_movement(request: Request, as_of: date) -> FileResponse:
    """Give a report as a workbook, a line for each customer within one's scope."""
    here = _Here.of(request, as_of)
    rows = queries.lines(here.report, scope(request), here.on).select_related("customer").order_by("customer__code")
    found = list(rows[:MOST_ROWS])
    log_access(request, "export_movement", f"movement:{as_of.isoformat()}", len(found))
    name = f"movement-{as_of.isoformat()}.xlsx"
    return FileResponse(here.workbook(found), as_attachment=True, filename=name, content_type=XLSX)


@dataclass(frozen=True, slots=True)
class _Here:
    """A report and how it is shown to whoever asks."""

    report: MovementReport
    on: Day
    view: View
    said: Said

    @staticmethod
    def of(request: Request, as_of: date) -> "_Here":
        """Find a report.

        Raises: NoReport.
        """
        found = queries.report(to_day(as_of))
        if found is None:
            raise NoReport(day=as_of.isoformat())
        on = today_here()
        policy = live_policy(on).policy
        view = View(reporting_currency(), masks(request), language(request), units(policy))
        return _Here(found, on, view, said(policy, view.language))

    @property
    def masked(self) -> list[str]:
        return [*(["name"] if "names" in self.view.masks else []), *(AMOUNTS if "amounts" in self.view.masks else [])]

    def grade(self, grade: str) -> str:
        return self.said.grades.get(grade, grade) if grade else NEW_WORDS.say(self.view.language)

    def figure(self, value: int, before: int) -> dict[str, Any]:
        return {"value": self.view.money(value), "before": self.view.money(before)}

    def cell(self, each: queries.Cell) -> dict[str, Any]:
        return {
            "before": each.grade_before or NEW,
            "before_words": self.grade(each.grade_before),
            "after": each.grade,
            "after_words": self.grade(each.grade),
            "customers": each.customers,
            "receivable": self.view.money(each.receivable_minor),
            "overdue": self.view.money(each.overdue_minor),
            "query": f"before={each.grade_before or NEW}&after={each.grade}",
        }

    def customer(self, each: MovementLine) -> dict[str, Any]:
        code = each.customer.code
        return {
            "code": code,
            "name": shown_name(each.customer.name, code=code, masks=self.view.masks, language=self.view.language),
            "grade_before": each.grade_before or NEW,
            "grade_before_words": self.grade(each.grade_before),
            "grade": each.grade,
            "grade_words": self.grade(each.grade),
            "score_before": points(each.score_before),
            "score": points(each.score),
            "overdue_before": self.view.money(each.overdue_before_minor),
            "overdue": self.view.money(each.overdue_minor),
            "receivable_before": self.view.money(each.receivable_before_minor),
            "receivable": self.view.money(each.receivable_minor),
        }

    def workbook(self, rows: list[MovementLine]) -> IO[bytes]:
        spoken = self.view.language
        headings = [Heading(words.say(spoken), form) for words, form in HEADINGS]  # type: ignore[arg-type]
        told = (to_date(self.report.as_of).isoformat(), to_date(self.report.before).isoformat())
        about = [*told, self.report.made_at.isoformat(timespec="minutes")]
        lines = [(words.say(spoken), text) for words, text in zip(ABOUT, about, strict=True)]
        return write(headings, map(self.cells, rows), Origin(lines, spoken))

    def cells(self, each: MovementLine) -> tuple[Cell, ...]:
        shown = self.customer(each)
        names = ("code", "name", "grade_before_words", "grade_words", "score_before", "score")
        amounts = ("receivable_before", "receivable", "overdue_before", "overdue")
        return tuple(shown[name] for name in (*names, *amounts))
